import path from "node:path";
import { createBotFor } from "../../../src/bot-for.ts";
import { loadDictionaries } from "../../../src/answer/create-library.ts";
import { readConfig } from "../../../src/config.ts";
import { openKept, ownThingsOf } from "../../../src/own-things.ts";
import { createPause } from "../../../src/pause.ts";
import { prepareArticles } from "../../../src/preparing/prepare-articles.ts";
import { createLibrary } from "../../../src/search/library.ts";
import { createMemoryBudget } from "../../../src/search/memory-budget.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { command, somebody } from "../../support/invocations.ts";
import { readQuestionSets } from "../../../src/evaluation/read-question-sets.ts";
import { warmUp } from "../../../src/warm-up.ts";

/** Starts a bot over a filled store and asks one server after the other. */
const [file = "", given = "{}"] = process.argv.slice(2);
const { asked, guilds }: { asked: number; guilds: number } = JSON.parse(given);
const read = readConfig({});
if (read.kind === "mistakes") throw new Error(read.mistakes.join("\n"));
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const { cases } = await readQuestionSets("data/questions/sets.json");
/** Spread over all articles: for most servers they are about something else. */
const questions = Array.from({ length: 10 }, (_, at) => cases[Math.floor((at * cases.length) / 10)]?.question ?? "");

let events = 0;
const started = performance.now();
const store = await openStore({ file });
const indexes = { directory: path.dirname(file) };
const kept = openKept({ indexes }, silent);
const memory = createMemoryBudget(read.config.memory.bytes);
const dictionaries = { ...loadDictionaries(), memory };
const prepared = await prepareArticles(
  { kind: "folder", path: "data/articles" },
  { maximumBytes: 5_000_000, analyse: dictionaries.analyse },
);
const library = createLibrary(prepared.articles, { ...dictionaries, indexed: prepared.indexed });
const { bot, services } = createBotFor(library, {
  config: { ...read.config, cooldownSeconds: 0 },
  log: silent,
  ownThings: ownThingsOf({ store, prepared, dictionaries, config: read.config, kept }),
});
await warmUp(services, createPause());
say("start", `${Math.round(performance.now() - started)} ms, ${megabytes()} MB`);

await ask(undefined, questions);
const [firsts, seconds]: [number[], number[]] = [[], []];
const ids = Array.from({ length: Math.min(asked, guilds) }, (_, at) =>
  String(10n ** 17n + BigInt(Math.floor((at * guilds) / asked))),
);
for (const id of ids) {
  firsts.push(...(await ask(id, questions.slice(0, 1))));
  seconds.push(...(await ask(id, questions.slice(1, 4))));
}
say("first answer in a server", told(firsts));
say("further answers", told(seconds));
say(`after ${ids.length} servers were asked`, `${megabytes()} MB, ${Math.round(memory.held / 1e6)} by weight`);
await store.close();
kept.close();

async function ask(guildId: string | undefined, all: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const question of all) {
    const since = performance.now();
    const channel = { ...somebody.channel, guildId };
    const reply = await bot.respond(command("ask", { question }, { id: `${(events += 1)}`, channel }));
    if (reply.kind !== "message") throw new Error(`a ${reply.kind}`);
    times.push(performance.now() - since);
  }
  return times;
}

function told(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`;
}

function megabytes(): string {
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return [rss, heapUsed, external].map((bytes) => Math.round(bytes / 1e6)).join(" / ");
}

function say(what: string, figure: string): void {
  process.stdout.write(`${what}: ${figure}\n`);
}
