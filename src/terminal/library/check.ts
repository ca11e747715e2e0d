import path from "node:path";
import { loadDictionaries } from "../../answer/create-library.ts";
import { type CheckedQuestion, checkTaught } from "../../community/check-taught.ts";
import type { GuildState } from "../../community/guild-state.ts";
import { scopeFor } from "../../community/scope.ts";
import { rulesOf } from "../../community/words.ts";
import { nothingOpened, openArticles } from "../../guilds/guild-articles.ts";
import { createGuildLibraries } from "../../guilds/guild-libraries.ts";
import { prepareArticles } from "../../preparing/prepare-articles.ts";
import { createUnpack } from "../../preparing/read-for-guild.ts";
import { tidyLine } from "../../render/escape.ts";
import { createLibrary, type Library } from "../../search/library.ts";
import { finishSteps } from "../../text/steps.ts";
import { joinShown } from "../../text/shown-part.ts";
import { safeForTerminal } from "../safe-for-terminal.ts";
import type { ExitCode } from "../terminal.ts";
import type { LibraryTools } from "./open-terminal-guild.ts";
import { count } from "../count.ts";

/** Asks all taught questions again: 1 where one is lost or finds another place. */
export async function check(
  { json = false }: { readonly json?: boolean | undefined },
  tools: LibraryTools,
): Promise<ExitCode> {
  const state = await tools.guild.fresh();
  const checked = state.taught.size === 0 ? [] : finishSteps(checkTaught(state, { library: await open(state, tools) }));
  const text = json ? JSON.stringify(checked, undefined, 2) : writeCheck(checked);
  tools.terminal.output.write(`${json ? text : safeForTerminal(text)}\n`);
  return checked.some((each) => each.state === "lost" || each.state === "changed") ? 1 : 0;
}

/** What is asked where nothing is set for the channel: everybody's articles, and the server's own. */
async function open(state: GuildState, { guild, config, terminal }: LibraryTools): Promise<Library> {
  const dictionaries = loadDictionaries();
  const { directory, maxBytes } = config.articles;
  const reading = { maximumBytes: maxBytes, analyse: dictionaries.analyse };
  const folder = { kind: "folder", path: path.resolve(terminal.directory, directory) } as const;
  const shared = await prepareArticles(folder, reading);
  const unpack = createUnpack({ ...reading, maximumBytes: Infinity });
  const readContent = (sha256: string) => guild.readOriginal(sha256);
  const opening = { guild: guild.id, readContent, unpack, log: { warn() {} } };
  const { opened, segments } = await openArticles(state, nothingOpened, opening);
  const plain = createLibrary(shared.articles, { ...dictionaries, indexed: shared.indexed });
  const { articles } = scopeFor(state, {});
  return createGuildLibraries({ ...shared, dictionaries }, plain).find({
    articles,
    opened,
    segments,
    rules: rulesOf(state),
  });
}

/** In characters. */
const [LONGEST_QUESTION, LONGEST_TEXT] = [100, 160];

function writeCheck(checked: readonly CheckedQuestion[]): string {
  const of = (state: CheckedQuestion["state"]) => checked.filter((each) => each.state === state);
  const counts = `${of("right").length} right, ${of("changed").length} changed, ${of("lost").length} lost, ${of("elsewhere").length} of articles that are not asked`;
  const wrong = [...of("lost"), ...of("changed")].flatMap((each) => writeOne(each));
  return [`${count(checked.length, "taught question")} asked again: ${counts}`, ...wrong].join("\n");
}

function writeOne({ state, record, quote, other }: CheckedQuestion): readonly string[] {
  const stood = quote ? joinShown(quote.shown) : record.text;
  const instead = state === "lost" ? "most like it now" : "comes first now";
  return [
    `${state}  ${tidyLine(record.question, LONGEST_QUESTION)}`,
    `    chosen in ${record.article}: ${quote ? `${quote.reference} ` : ""}${tidyLine(stood, LONGEST_TEXT)}`,
    ...(other
      ? [`    ${instead}: ${other.article} ${other.reference} ${tidyLine(joinShown(other.shown), LONGEST_TEXT)}`]
      : []),
  ];
}
