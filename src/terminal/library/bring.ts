import { idFor } from "../../article/name-file.ts";
import { compareVersions } from "../../community/compare-versions.ts";
import { loadDictionaries } from "../../answer/create-library.ts";
import { finishSteps } from "../../text/steps.ts";
import { type ExitCode, UsageError } from "../terminal.ts";
import { confirm } from "./confirm.ts";
import { explainBringing, explainTaken, noSuchArticle } from "./explain-refusal.ts";
import { type LibraryTools, terminalAuthor } from "./open-terminal-guild.ts";
import { planBring } from "./plan-bring.ts";
import { checkId, type GivenFacts, readBrought, type ReadBrought, readSharedIds } from "./read-brought.ts";
import { writeComparison } from "./write-comparison.ts";
import { count } from "../count.ts";
import { writePreview } from "./write-preview.ts";

export interface AddOptions extends GivenFacts {
  readonly id?: string | undefined;
  readonly yes?: boolean | undefined;
}

/** Shows what is found in a file and puts it into use as a new article. */
export async function add(file: string, options: AddOptions, tools: LibraryTools): Promise<ExitCode> {
  const { id, yes = false, title, language, source } = options;
  const state = await tools.guild.fresh();
  const sharedIds = await readSharedIds(tools);
  const isTaken = (tried: string): boolean => state.article.has(tried) || sharedIds.has(tried);
  if (id !== undefined && isTaken(id)) throw new UsageError(explainTaken(id, sharedIds));
  const chosen = id === undefined ? (name: string) => idFor(name, isTaken) : () => checkId(id);
  const read = await readBrought({ title, language, source, file, replaces: false, idFor: chosen }, tools);
  tools.terminal.output.write(`${writePreview(read.preview)}\n`);
  if (!(await confirm({ question: "Publish it?", yes }, tools.terminal))) return 1;
  return publish(read, sharedIds, tools);
}

/** Shows what another file changes and puts it into use in place of an article's version. */
export async function replace(
  { id, file }: { readonly id: string; readonly file: string },
  { yes = false, title, language: given, source }: AddOptions,
  tools: LibraryTools,
): Promise<ExitCode> {
  const record = (await tools.guild.fresh()).article.get(id);
  const before = record && (await tools.guild.readVersion(record.active));
  if (!record || !before) throw new UsageError(noSuchArticle(id));
  const language = given ?? record.language;
  const read = await readBrought({ title, language, source, file, replaces: true, idFor: () => id }, tools);
  const { article } = read.brought;
  const comparison = finishSteps(compareVersions(before, article, loadDictionaries().analyse));
  tools.terminal.output.write(`${writePreview(read.preview)}\n${writeComparison(comparison)}\n`);
  if (!(await confirm({ question: "Publish it in place of the version in use?", yes }, tools.terminal))) return 1;
  return publish(read, new Set(), tools);
}

async function publish(
  { brought }: ReadBrought,
  sharedIds: ReadonlySet<string>,
  { guild, terminal, now }: LibraryTools,
): Promise<ExitCode> {
  const changed = await guild.change(terminalAuthor(), (state) =>
    planBring(state, [brought], { now: now(), sharedIds }),
  );
  if (changed.kind === "refused") throw new UsageError(explainBringing(changed.refusal));
  const { article } = brought;
  terminal.output.write(`Published as "${article.id}", version ${article.version.slice(0, 8)}.\n`);
  const lost = [...changed.state.taught.values()].filter((taught) => taught.article === article.id && taught.lost);
  if (lost.length > 0)
    terminal.output.write(`${count(lost.length, "taught question")} to be looked at: npm run library -- check\n`);
  return 0;
}
