import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { oneOf, readOptions, several, wholeNumberIn } from "../../support/read-options.ts";
import { type Act, makeActs } from "./interactions.ts";
import { type Acknowledged, type LoadedBot, startLoadedBot, type Watched } from "./loaded-bot.ts";
import { type LoadShape, shapes, usual } from "./shapes.ts";
import { inTime, type Tally, tally } from "./tally.ts";

/**
 * Starts the real bot against the local Discord with an article of each shape, asks all sorts of things at once, and bursts
 * of each, and tells what was answered, how soon, and how long the bot's event loop was held. It stops by itself.
 */
const root = fileURLToPath(new URL("../../..", import.meta.url));
/** What is asked at any time while all sorts are. */
const atOnce = 50;

const program = new Command("npm run bench:load")
  .usage("[-- options]")
  .description("Asks the bot all sorts of things at once, of articles of every shape, on a local Discord.")
  .option("--shape <names...>", "the articles' shapes", several(oneOf(shapes.map(({ name }) => name))), [...usual])
  .option("--bytes <number>", "how long an article is", wholeNumberIn({ least: 1, most: 50_000_000 }), 200_000)
  .option("--count <number>", "how many mixed interactions", wholeNumberIn({ least: 1, most: 10_000_000 }), 10_000)
  .option("--burst <number>", "how many of each kind at the same moment", wholeNumberIn({ least: 1, most: 5000 }), 300)
  .option("--only <filter>", "what the name of a kind of interaction must hold", "")
  .addHelpText(
    "after",
    `
Shapes: ${shapes.map(({ name }) => name).join(", ")}.
Times are milliseconds until an interaction is acknowledged; “held” is the event loop's delay in the bot's process. Leaves
with 1 where anything was unanswered after ${inTime / 1000} s or went wrong, with 2 for options that it does not know. All usual shapes take
some minutes each.`,
  );
interface Options extends Readonly<Record<"bytes" | "count" | "burst", number>> {
  readonly only: string;
  readonly shape: readonly string[];
}

const { bytes, count, burst, only, shape: wanted } = readOptions<Options>(program);

let isBad = false;
for (const shape of shapes.filter(({ name }) => wanted.includes(name))) await measureShape(shape);
process.exit(isBad ? 1 : 0);

async function measureShape({ name, write }: LoadShape): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "yuanwen-load-"));
  const source = write(bytes);
  writeFileSync(join(folder, "article.md"), source);
  console.log(`\n${name}, ${Buffer.byteLength(source)} bytes`);
  try {
    const bot = await startLoadedBot(root, folder);
    try {
      await measureBot(bot, source);
    } finally {
      await bot.stop();
    }
  } catch (error) {
    isBad = true;
    console.log(error instanceof Error ? error.message : String(error));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measureBot(bot: LoadedBot, source: string): Promise<void> {
  const acts = Object.entries(makeActs(source)).filter(([name]) => name.includes(only));
  printHead();
  const before = await bot.watch();
  printRow(`${count} mixed`, tally(await askMixed(bot, acts)), await bot.watch());
  for (const [name, act] of acts) {
    const answers = await Promise.all(Array.from({ length: burst }, (_, at) => bot.ask(act(at))));
    printRow(`${burst} ${name}`, tally(answers), await bot.watch());
  }
  const { resident, heap } = await bot.watch();
  console.log(
    `memory before: ${whole(before.resident)} MB, heap ${whole(before.heap)}; after: ${whole(resident)} MB, heap ${whole(heap)}`,
  );
}

/** So many at any time: whoever is answered asks the next. */
async function askMixed(bot: LoadedBot, acts: readonly (readonly [string, Act])[]): Promise<readonly Acknowledged[]> {
  const answers: Acknowledged[] = [];
  let next = 0;
  const askOn = async (): Promise<void> => {
    while (next < count) {
      const at = next;
      next += 1;
      const [, act] = acts[at % acts.length] ?? [];
      if (act) answers.push(await bot.ask(act(Math.floor(at / acts.length))));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, askOn));
  return answers;
}

function printHead(): void {
  const cells = ["answered", "unanswered", "busy", "faults", "p50", "p99", "most", "held p99", "held most", "MB"];
  console.log(`${"".padEnd(28)}${cells.map((cell) => cell.padStart(11)).join("")}`);
}

function printRow(name: string, { sent, unanswered, busy, faults, ...times }: Tally, watched: Watched): void {
  if (unanswered + faults > 0) isBad = true;
  const cells = [sent - unanswered, unanswered, busy, faults, times.p50, times.p99, times.most];
  const held = [watched.p99, watched.most, watched.resident];
  console.log(`${name.padEnd(28)}${[...cells, ...held].map((cell) => whole(cell).padStart(11)).join("")}`);
}

function whole(value: number): string {
  return String(Math.round(value));
}
