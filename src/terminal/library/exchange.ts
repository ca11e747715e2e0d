import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { ArchiveError } from "../../community/archive/archive.ts";
import { makeManifest } from "../../community/archive/make-manifest.ts";
import { packArchive } from "../../community/archive/pack-archive.ts";
import { planImport } from "../../community/archive/plan-import.ts";
import { unpackArchive } from "../../community/archive/unpack-archive.ts";
import { named } from "../named.ts";
import { replaceFile } from "../replace-file.ts";
import { safeForTerminal } from "../safe-for-terminal.ts";
import { type ExitCode, UsageError } from "../terminal.ts";
import { confirm } from "./confirm.ts";
import { explainImport, noSuchArticle } from "./explain-refusal.ts";
import { importFolder } from "./import-folder.ts";
import { type LibraryTools, terminalAuthor } from "./open-terminal-guild.ts";
import { readSharedIds } from "./read-brought.ts";
import { count } from "../count.ts";

export interface ExportOptions {
  /** Where the archive is written. */
  readonly out: string;
  readonly all?: boolean | undefined;
}

/** Writes what a server has, or one article of it, as one file. */
export async function exportLibrary(
  article: string | undefined,
  { out, all = false }: ExportOptions,
  { guild, terminal, now }: LibraryTools,
): Promise<ExitCode> {
  const state = await guild.fresh();
  if (article !== undefined && !state.article.has(article)) throw new UsageError(noSuchArticle(article));
  const manifest = makeManifest(state, { guild: guild.id, now: now(), article, isWhole: all });
  const contents = new Map<string, Uint8Array>();
  for (const sha256 of Object.keys(manifest.files)) {
    const bytes = await guild.readOriginal(sha256);
    if (bytes) contents.set(sha256, bytes);
  }
  await replaceFile(out, terminal.directory, packArchive({ manifest, contents }));
  const { length } = Object.keys(manifest.article);
  const taught = Object.keys(manifest.taught).length;
  terminal.output.write(`${count(length, "article")} and ${count(taught, "taught question")} written to ${out}\n`);
  return 0;
}

export interface ImportingOptions {
  readonly overwrite?: boolean | undefined;
  readonly yes?: boolean | undefined;
}

/** Brings an archive, or a folder of articles, into a server: all of it or nothing. */
export async function importLibrary(place: string, options: ImportingOptions, tools: LibraryTools): Promise<ExitCode> {
  const full = path.resolve(tools.terminal.directory, place);
  const facts = await named(place, () => stat(full));
  return facts.isDirectory() ? importFolder(place, options, tools) : importArchive(place, options, tools);
}

async function importArchive(
  file: string,
  { overwrite = false, yes = false }: ImportingOptions,
  tools: LibraryTools,
): Promise<ExitCode> {
  const { guild, terminal } = tools;
  const bytes = await named(file, () => readFile(path.resolve(terminal.directory, file)));
  const archive = openArchive(file, bytes);
  const taken = await readSharedIds(tools);
  const { manifest } = archive;
  const ids = Object.keys(manifest.article);
  const lines = [
    `${count(ids.length, "article")}, ${count(Object.keys(manifest.taught).length, "taught question")} and ${count(Object.keys(manifest.words).length, "line")} of words, written ${manifest.written.slice(0, 10)}`,
    ...ids.map((id) => `  ${id}`),
    ...(manifest.guild === guild.id ? [] : ["  of another server: its channels and roles are left out"]),
  ];
  terminal.output.write(`${safeForTerminal(lines.join("\n"))}\n`);
  if (!(await confirm({ question: "Bring it in?", yes }, terminal))) return 1;
  const changed = await guild.change(terminalAuthor(), (state) =>
    planImport(state, archive, { guild: guild.id, overwrites: overwrite, taken }),
  );
  if (changed.kind === "refused") throw new UsageError(explainImport(changed.refusal));
  terminal.output.write(`Brought in; "undo" takes it back.\n`);
  return 0;
}

function openArchive(file: string, bytes: Uint8Array) {
  try {
    return unpackArchive(bytes);
  } catch (error) {
    if (error instanceof ArchiveError) throw new UsageError(safeForTerminal(`${file}: ${error.message}`));
    throw error;
  }
}
