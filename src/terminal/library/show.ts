import type { ArticleRecord, VersionRecord } from "../../community/records.ts";
import { safeForTerminal } from "../safe-for-terminal.ts";
import { type ExitCode, UsageError } from "../terminal.ts";
import { noSuchArticle } from "./explain-refusal.ts";
import type { LibraryTools } from "./open-terminal-guild.ts";
import { count } from "../count.ts";

export interface ShowOptions {
  readonly json?: boolean | undefined;
}

/** Lists the server's own articles. */
export async function list({ json = false }: ShowOptions, { guild, terminal }: LibraryTools): Promise<ExitCode> {
  const { article } = await guild.fresh();
  if (json) {
    terminal.output.write(`${JSON.stringify(Object.fromEntries(article), undefined, 2)}\n`);
    return 0;
  }
  const lines = [...article].map(([id, record]) => {
    const { version, at } = inUse(record);
    const versions = record.versions.length > 1 ? ` · ${record.versions.length} versions` : "";
    return `${id}  ${titleOf(record)} · ${version.slice(0, 8)} of ${dayOf(at)}${versions}`;
  });
  terminal.output.write(`${safeForTerminal(lines.join("\n") || "The server has no articles of its own.")}\n`);
  return 0;
}

/** Shows one article with all its versions. */
export async function show(id: string, { json = false }: ShowOptions, tools: LibraryTools): Promise<ExitCode> {
  const { article, taught, scope } = await tools.guild.fresh();
  const record = article.get(id);
  if (!record) throw new UsageError(noSuchArticle(id));
  const write = (text: string) => tools.terminal.output.write(`${text}\n`);
  if (json) {
    write(JSON.stringify(record, undefined, 2));
    return 0;
  }
  const questions = [...taught.values()].filter((each) => each.article === id);
  const places = [...scope].filter(([, { articles }]) => articles !== "any" && articles.includes(id));
  const lines = [
    `${titleOf(record)} (${id})`,
    ...(record.source === undefined ? [] : [`  source: ${record.source}`]),
    ...(record.formerIds.length === 0 ? [] : [`  was: ${record.formerIds.join(", ")}`]),
    `  ${count(questions.length, "taught question")}, ${questions.filter(({ lost }) => lost).length} to be looked at`,
    ...(places.length === 0 ? [] : [`  asked in: ${places.map(([key]) => key).join(", ")}`]),
    "  versions, newest last (* is in use):",
    ...record.versions.map((version) => versionLine(version, version.version === record.active)),
  ];
  write(safeForTerminal(lines.join("\n")));
  return 0;
}

function versionLine({ version, at, by, file, bytes, sections, sentences }: VersionRecord, isInUse: boolean): string {
  const who = by === "" ? "" : ` · by ${by}`;
  const counts = `${count(sections, "section")}, ${count(sentences, "sentence")}`;
  return `  ${isInUse ? "*" : " "} ${version.slice(0, 8)}  ${dayOf(at)}  ${file} (${bytes} bytes) · ${counts}${who}`;
}

/** As people know it. */
export function titleOf(record: ArticleRecord): string {
  return record.title ?? inUse(record).title;
}

function inUse({ versions, active }: ArticleRecord): Pick<VersionRecord, "version" | "title" | "at"> {
  return versions.find(({ version }) => version === active) ?? { version: active, title: "", at: 0 };
}

/** `2026-10-03 14:05`, by the clock of Greenwich. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 16).replace("T", " ");
}
