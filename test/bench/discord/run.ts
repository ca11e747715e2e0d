import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { readOptions } from "../../support/read-options.ts";
import { startFlags } from "../start-flags.ts";
import { percentile } from "./measure.ts";
import { readDifferentQuestions } from "./questions.ts";
import { type RunningBot, startBot } from "./running-bot.ts";

/**
 * Compares the bot with a bare discord.js bot that says "ok": the time from an interaction to its answer, and answers a
 * second at saturation. Between them stands the bot with the same transport that says "ok" too. All are connected at the same time and asked by
 * turns, so that a busy machine is as busy for each; a ratio is the median of the turns' ratios.
 */
const [turns, warmUp, oneByOne, together, atOnce] = [12, 3000, 500, 500, 50];
const root = fileURLToPath(new URL("../../..", import.meta.url));
const different = readDifferentQuestions(`${root}/data/questions`);
const repeated = different.slice(0, 40);
const yuanwen = [...startFlags, "src/main.ts"];
const bots = {
  bare: { program: ["test/bench/discord/bare-bot.ts"], questions: repeated },
  house: { program: ["test/bench/discord/house-bot.ts"], questions: repeated },
  fresh: { program: yuanwen, questions: different },
  repeated: { program: yuanwen, questions: repeated },
} as const;
type Name = keyof typeof bots;
const names = ["bare", "house", "fresh", "repeated"] as const satisfies readonly Name[];

/** Milliseconds, and answers a second. */
interface Turn {
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
}

const program = new Command("npm run bench:discord")
  .usage("[-- --help]")
  .description("Compares the bot's time, answers a second and memory with a bare bot's on a local Discord.")
  .addHelpText("after", "\nIt takes about a minute and a half and stops by itself.");
readOptions(program);
// A bot that does not answer must not keep this waiting.
setTimeout(() => process.exit(1), 300_000).unref();

const running = new Map<Name, RunningBot>();
try {
  for (const name of names) running.set(name, await startBot({ root, ...bots[name] }));
  await report();
} finally {
  await Promise.all([...running.values()].map((bot) => bot.stop()));
}

async function report(): Promise<void> {
  const connected = memories();
  for (const bot of running.values()) await bot.asker.throughput(warmUp, atOnce);
  const results: Partial<Record<Name, Turn>>[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const result: Partial<Record<Name, Turn>> = {};
    for (const [name, { asker }] of running) result[name] = await measureTurn(asker);
    results.push(result);
  }
  console.log(`${turns} turns each: ${oneByOne} ms one by one, ${together} ms with ${atOnce} at once; medians`);
  console.log("fresh: no question twice; repeated: the same 40 over and over");
  const figures = {
    "p50 in ms": ({ p50 }: Turn) => p50,
    "p99 in ms": ({ p99 }: Turn) => p99,
    "answers a second": ({ perSecond }: Turn) => perSecond,
  };
  for (const [name, figure] of Object.entries(figures)) {
    const valuesOf = (bot: Name): number[] => results.flatMap((result) => (result[bot] ? [figure(result[bot])] : []));
    const bare = valuesOf("bare");
    const shown = names.map((bot) => {
      const values = valuesOf(bot);
      const ratio = percentile(
        values.map((value, turn) => value / (bare[turn] ?? Number.NaN)),
        0.5,
      );
      return showFigure(bot, percentile(values, 0.5), ratio);
    });
    console.log(`${name}: ${shown.join(" · ")}`);
  }
  showMemory("connected", connected);
  showMemory("at the end", memories());
}

async function measureTurn(asker: RunningBot["asker"]): Promise<Turn> {
  const times = await asker.latencies(oneByOne);
  const perSecond = await asker.throughput(together, atOnce);
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), perSecond };
}

function memories(): ReadonlyMap<Name, number> {
  return new Map([...running].map(([name, bot]) => [name, bot.memory()]));
}

function showMemory(when: string, memory: ReadonlyMap<Name, number>): void {
  const bare = memory.get("bare") ?? Number.NaN;
  const shown = names.map((name) => showFigure(name, memory.get(name) ?? 0, (memory.get(name) ?? 0) / bare));
  console.log(`memory in MB, ${when}: ${shown.join(" · ")}`);
}

function showFigure(name: Name, value: number, ratio: number): string {
  return `${name} ${value.toFixed(2)}${name === "bare" ? "" : ` (${ratio.toFixed(2)} times)`}`;
}
