import { readdir } from "node:fs/promises";
import path from "node:path";
import { articleEndings, endingOf } from "../../article/formats/endings.ts";
import { idFor } from "../../article/name-file.ts";
import { type ExitCode, UsageError } from "../terminal.ts";
import { confirm } from "./confirm.ts";
import type { ImportingOptions } from "./exchange.ts";
import { explainBringing } from "./explain-refusal.ts";
import { type LibraryTools, terminalAuthor } from "./open-terminal-guild.ts";
import { planBring } from "./plan-bring.ts";
import { readBrought, type ReadBrought, readSharedIds } from "./read-brought.ts";
import { writePreview } from "./write-preview.ts";

/** Brings every article of a folder into a server, in place of those of the same names where that is asked for. */
export async function importFolder(
  folder: string,
  { overwrite = false, yes = false }: ImportingOptions,
  tools: LibraryTools,
): Promise<ExitCode> {
  const { guild, terminal, now } = tools;
  const files = (await readdir(path.resolve(terminal.directory, folder))).filter((name) => isArticle(name)).toSorted();
  if (files.length === 0) throw new UsageError(`${folder}: holds no file that can be read as an article.`);
  const sharedIds = await readSharedIds(tools);
  const known = (await guild.fresh()).article;
  const taken = new Set(sharedIds);
  const all: ReadBrought[] = [];
  for (const file of files) {
    const id = idFor(file, (tried) => taken.has(tried));
    taken.add(id);
    const replaces = overwrite && known.has(id);
    all.push(await readBrought({ file: path.join(folder, file), replaces, idFor: () => id }, tools));
    terminal.output.write(`${writePreview(all.at(-1)?.preview ?? raise(file))}\n`);
  }
  if (!(await confirm({ question: `Publish all ${all.length}?`, yes }, terminal))) return 1;
  const brought = all.map((each) => each.brought);
  const changed = await guild.change(terminalAuthor(), (state) => planBring(state, brought, { now: now(), sharedIds }));
  if (changed.kind === "refused") throw new UsageError(`${explainBringing(changed.refusal)} Nothing was changed.`);
  terminal.output.write(`Published: ${brought.map(({ article }) => article.id).join(", ")}\n`);
  return 0;
}

function raise(file: string): never {
  throw new Error(`${file} was not read`);
}

/** Files of metadata and synonyms stand beside articles and are none. */
function isArticle(name: string): boolean {
  return !name.startsWith(".") && articleEndings.includes(endingOf(name)) && !name.endsWith(".synonyms.txt");
}
