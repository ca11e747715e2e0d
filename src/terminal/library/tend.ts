import { loadDictionaries } from "../../answer/create-library.ts";
import { compareVersions } from "../../community/compare-versions.ts";
import type { Guild } from "../../community/guild.ts";
import { planRemove } from "../../community/remove.ts";
import { planRename } from "../../community/rename.ts";
import { findEarlier, planRollback } from "../../community/rollback.ts";
import { finishSteps } from "../../text/steps.ts";
import { safeForTerminal } from "../safe-for-terminal.ts";
import { type ExitCode, UsageError } from "../terminal.ts";
import { confirm } from "./confirm.ts";
import { explainRename, explainRollback, noSuchArticle } from "./explain-refusal.ts";
import { type LibraryTools, terminalAuthor } from "./open-terminal-guild.ts";
import { checkId, readSharedIds } from "./read-brought.ts";
import { dayOf, titleOf } from "./show.ts";
import { writeComparison } from "./write-comparison.ts";

export interface Confirmed {
  readonly yes?: boolean | undefined;
}

/** Puts an earlier version of an article into use again. */
export async function rollback(
  { id, version }: { readonly id: string; readonly version?: string | undefined },
  { yes = false }: Confirmed,
  { guild, terminal }: LibraryTools,
): Promise<ExitCode> {
  const record = (await guild.fresh()).article.get(id);
  const earlier = findEarlier(record, version);
  if (earlier.kind === "refused" || !record) {
    throw new UsageError(earlier.kind === "refused" ? explainRollback(earlier.refusal, id) : noSuchArticle(id));
  }
  const [before, after] = [await guild.readVersion(record.active), await guild.readVersion(earlier.version.version)];
  if (!before || !after) throw new UsageError(explainRollback("no-such-version", id));
  const comparison = finishSteps(compareVersions(before, after, loadDictionaries().analyse));
  const day = dayOf(earlier.version.at);
  terminal.output.write(`Version ${after.version.slice(0, 8)} of ${day}:\n${writeComparison(comparison)}\n`);
  if (!(await confirm({ question: "Put it into use again?", yes }, terminal))) return 1;
  const changed = await guild.change(terminalAuthor(), (state) => planRollback(state, after));
  if (changed.kind === "refused") throw new UsageError(explainRollback(changed.refusal, id));
  terminal.output.write(`"${id}" is version ${after.version.slice(0, 8)} again.\n`);
  return 0;
}

/** Takes an article out with all its versions. */
export async function remove(
  id: string,
  { yes = false }: Confirmed,
  { guild, terminal }: LibraryTools,
): Promise<ExitCode> {
  const { article, taught } = await guild.fresh();
  const record = article.get(id);
  if (!record) throw new UsageError(noSuchArticle(id));
  const questions = [...taught.values()].filter((each) => each.article === id).length;
  const what = `${titleOf(record)} (${id}): versions ${record.versions.length}, taught questions ${questions}`;
  terminal.output.write(`${safeForTerminal(what)}\n`);
  if (!(await confirm({ question: "Take it out?", yes }, terminal))) return 1;
  const changed = await guild.change(terminalAuthor(), (state) => planRemove(state, id));
  if (changed.kind === "refused") throw new UsageError(noSuchArticle(id));
  terminal.output.write(`"${id}" is taken out; "undo" brings it back.\n`);
  return 0;
}

export interface RenameOptions {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
}

/** Gives an article another id or title. */
export async function rename(article: string, { id, title }: RenameOptions, tools: LibraryTools): Promise<ExitCode> {
  if (id === undefined && title === undefined) throw new UsageError("Name what is to change: --id or --title.");
  const newId = id === undefined ? undefined : checkId(id);
  const sharedIds = newId === undefined ? new Set<string>() : await readSharedIds(tools);
  const changed = await tools.guild.change(terminalAuthor(), (state) =>
    planRename(state, { article, newId, title, sharedIds }),
  );
  if (changed.kind === "refused") throw new UsageError(explainRename(changed.refusal, article));
  const record = changed.state.article.get(newId ?? article);
  const shown = record ? titleOf(record) : "";
  tools.terminal.output.write(`${safeForTerminal(`"${article}" is now ${shown} (${newId ?? article}).`)}\n`);
  return 0;
}

/** So many changes are listed. */
const MOST_CHANGES = 20;

/** Lists the last changes, newest first. */
export async function history({ guild, terminal }: LibraryTools): Promise<ExitCode> {
  const changes = await guild.changes(MOST_CHANGES);
  const lines = changes.map(({ id, at, by, name, subject }) => {
    const who = by === "" ? "" : ` · by ${by}`;
    return `${dayOf(at)}  ${name}  ${subject}${who}  (${id})`;
  });
  terminal.output.write(`${safeForTerminal(lines.join("\n") || "Nothing was changed in the server.")}\n`);
  return 0;
}

/** So many changes are looked through for one that stands. */
const MOST_TRIED = 100;

/** Takes a change back; absent means the last one that was not taken back yet. */
export async function undo(change: string | undefined, { guild, terminal }: LibraryTools): Promise<ExitCode> {
  const chosen = change === undefined ? await standing(guild) : [change];
  if (chosen.length === 0) throw new UsageError("There is nothing that can be taken back.");
  let refusal: "unknown" | "changed-since" = "unknown";
  for (const id of chosen) {
    const undone = await guild.undo(terminalAuthor(), id);
    if (undone.kind === "made") {
      terminal.output.write(`${safeForTerminal(`Taken back: ${undone.change.subject}`)}\n`);
      return 0;
    }
    ({ refusal } = undone);
  }
  throw new UsageError(
    refusal === "unknown"
      ? `There is no such change that can be taken back; "history" lists them.`
      : "It was taken back already, or what it changed was changed again since.",
  );
}

/** Newest first; what was taken back already will be refused. */
async function standing(guild: Guild): Promise<readonly string[]> {
  const changes = await guild.changes(MOST_TRIED);
  return changes.filter(({ name }) => name !== "undone").map(({ id }) => id);
}
