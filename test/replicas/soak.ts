import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { numberIn, readOptions, wholeNumberIn } from "../support/read-options.ts";
import { drawMinutes } from "./draw-minutes.ts";
import { type Minute, measureMinutes, type Soaked } from "./measure-minutes.ts";
import { tellMachine } from "./print-findings.ts";
import { findSaturation } from "./saturation.ts";
import { slopeOf } from "./slope.ts";
import { setStage } from "./stage/set-stage.ts";
import type { Counted } from "./stage/tally.ts";

/**
 * `npm run soak -- --minutes 30`: finds out what the bot keeps up with, and then has half of it asked while things are changed: memory
 * stays level, nobody waits a second, Discord refuses nothing. Leaves with 1 where that is not so.
 */
const program = new Command("npm run soak")
  .usage("[-- options]")
  .description("Asks half of what the bot keeps up with, for long, and tells what memory and times did.")
  .option("--minutes <number>", "how long, behind the measuring", wholeNumberIn({ least: 1, most: 1440 }), 30)
  .option("--replicas <number>", "how many processes, 1 or 2", wholeNumberIn({ least: 1, most: 2 }), 2)
  .option(
    "--rate <number>",
    "questions a second; absent means half of what is kept up with",
    numberIn({ least: 0.1, most: 5000 }),
  )
  .option("--changers <number>", "people who publish, replace, teach and set", wholeNumberIn({ least: 0, most: 50 }), 2)
  .option(
    "--growth <number>",
    "in MB an hour: what memory may grow by, beyond twice the error",
    numberIn({ least: 0.01, most: 1_000_000 }),
    60,
  )
  .option("--out <folder>", "where soak.csv and soak.svg go; absent means beside the logs")
  .addHelpText(
    "after",
    "\nNeeds the programs of Debian's packages postgresql and nginx. Everything is on loopback and ends by itself.",
  );
interface Options extends Readonly<Record<"minutes" | "replicas" | "changers" | "growth", number>> {
  readonly rate?: number;
  readonly out?: string;
}

const options = readOptions<Options>(program);
/** In minutes behind the first ones: of less, memory is not judged. */
const shortest = 8;
const stage = await setStage({ replicas: options.replicas, store: "postgres" });
console.log(`${options.replicas} processes, PostgreSQL and the proxy are up; logs in ${stage.folder}`);
const folder = options.out ?? stage.folder;
let soaked: Soaked;
try {
  const rate = options.rate ?? (await findSaturation(stage, (told) => console.log(told))) / 2;
  console.log(`\n${rate} questions a second from now on\n${heading()}`);
  soaked = await measureMinutes(stage, { ...options, rate, hear: (minute) => console.log(rowOf(minute)) });
} finally {
  await stage.cleanup.run();
}
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, "soak.csv"), toCsv(soaked.minutes));
writeFileSync(path.join(folder, "soak.svg"), drawMinutes(soaked.minutes));
console.log(`\n${path.join(folder, "soak.csv")}, soak.svg`);
process.exitCode = judge(soaked) ? 0 : 1;

function judge({ minutes, all }: Soaked): boolean {
  const slow = all.filter(({ ending, took }) => (ending === "answered" || ending === "told") && took > 1000);
  const failed = all.filter(({ ending }) => ending !== "answered" && ending !== "told");
  const told = all.filter(({ ending }) => ending === "told");
  // What is kept in memory grows at first, up to its bounds.
  const warm = minutes.slice(Math.min(10, Math.floor(minutes.length / 3)));
  const growth = (["rss", "heap"] as const).flatMap((of) =>
    (minutes[0]?.rss ?? []).map((_, at) => {
      const { slope, error } = slopeOf(warm.map((row) => [row.minute / 60, row[of][at] ?? 0]));
      const figure = Number.isFinite(error)
        ? `${slope.toFixed(1)} ± ${error.toFixed(1)} MB an hour`
        : "too short to tell";
      console.log(`replica ${at + 1}, ${of}: ${figure}`);
      // While memory still fills up a slope says nothing.
      return warm.length < shortest ? -Infinity : slope - 2 * error;
    }),
  );
  const { invalid, twice } = stage.witness;
  console.log(tellMachine());
  const promises = [
    say(
      warm.length < shortest ? "memory: too short to tell" : "memory is level",
      growth.every((least) => least <= options.growth),
      [],
    ),
    say("nobody waits a second", slow.length === 0, slow.map(describe)),
    say("nothing fails", failed.length === 0, failed.map(describe)),
    say("no request that Discord refuses", invalid.length === 0, invalid),
    say("nothing is answered twice", twice.length === 0, twice),
  ];
  if (told.length > 0) console.log(`${told.length} of ${all.length} were asked to come again: ${told[0]?.detail}`);
  return !promises.includes(false);
}

function say(promise: string, isKept: boolean, lines: readonly string[]): boolean {
  console.log(`${isKept ? "kept  " : "BROKEN"}  ${promise}`);
  for (const each of lines.slice(0, 5)) console.log(`          ${each}`);
  if (lines.length > 5) console.log(`          … and ${lines.length - 5} more`);
  return isKept;
}

function describe({ ending, took, detail }: Counted): string {
  return `${ending} ${detail} after ${took.toFixed(0)} ms`;
}

function heading(): string {
  return ["minute", "asked", "changed", "p50", "p99", "longest", "others", "held", "MB", "heap"].map(pad).join("");
}

function rowOf({ minute, asked, changed, p50, p99, most, others, held, rss, heap }: Minute): string {
  const figures = [minute, asked, changed, p50, p99, most, others, held].map((figure) => pad(figure.toFixed(0)));
  return [...figures, ...[rss, heap].map((each) => pad(each.map((figure) => figure.toFixed(0)).join("+")))].join("");
}

function pad(text: string): string {
  return text.padStart(10);
}

function toCsv(minutes: readonly Minute[]): string {
  const names = minutes[0]?.rss.map((_, at) => `rss_${at + 1},heap_${at + 1}`) ?? [];
  const head = ["minute,asked,changed,p50_ms,p99_ms,longest_ms,others,held_ms", ...names].join(",");
  const rows = minutes.map(({ minute, asked, changed, p50, p99, most, others, held, rss, heap }) => {
    const figures = [
      minute,
      asked,
      changed,
      p50,
      p99,
      most,
      others,
      held,
      ...rss.flatMap((each, at) => [each, heap[at] ?? 0]),
    ];
    return figures.map((figure) => Number(figure.toFixed(2))).join(",");
  });
  return `${[head, ...rows].join("\n")}\n`;
}
