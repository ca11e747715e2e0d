import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { localToken, ObservedDiscord } from "../../support/discord/observed-discord.ts";
import { readCommandLine } from "../../../src/read-command-line.ts";
import { startFlags } from "../start-flags.ts";
import { Asker, percentile } from "./measure.ts";

/**
 * Compares the bot with a bare discord.js bot that says "ok": the time from an interaction to its answer, and answers a
 * second at saturation; between them stands the bot with the same transport that says "ok" too. All on the same local Discord in one run, turn by turn. It stops by itself, after about a minute and a half.
 */
const [rounds, warmUp, oneByOne, together, atOnce] = [3, 1000, 2000, 3000, 50];
const root = fileURLToPath(new URL("../../..", import.meta.url));
const bots = {
  bare: ["test/bench/discord/bare-bot.ts"],
  house: ["test/bench/discord/house-bot.ts"],
  yuanwen: [...startFlags, "src/main.ts"],
} as const;

interface Round {
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
  /** Resident, right after connecting and at the end, in megabytes. */
  readonly memory: readonly [number, number];
}

const questions = ["meta-gemini.zh", "meta-gemini.en"].flatMap((name) =>
  readFileSync(`${root}/data/questions/${name}.jsonl`, "utf8")
    .trim()
    .split("\n")
    .slice(0, 20)
    .map((line) => String(Object(JSON.parse(line)).question)),
);

const program = new Command("npm run bench:discord")
  .usage("[-- --help]")
  .description("Compares the bot's time, answers a second and memory with a bare bot's on a local Discord.")
  .addHelpText("after", "\nIt takes about a minute and a half and stops by itself.");
const line = readCommandLine(program, process.argv.slice(2));
if (line.kind === "exit") process.exit(line.code);

const results: Record<keyof typeof bots, Round[]> = { bare: [], house: [], yuanwen: [] };
for (let round = 0; round < rounds; round += 1) {
  results.bare.push(await runRound("bare"));
  results.house.push(await runRound("house"));
  results.yuanwen.push(await runRound("yuanwen"));
}
report();

async function runRound(name: keyof typeof bots): Promise<Round> {
  const discord = new ObservedDiscord();
  await discord.listen();
  const environment = {
    PATH: process.env["PATH"],
    DISCORD_TOKEN: localToken,
    DISCORD_API_URL: discord.apiUrl,
    YUANWEN_COOLDOWN_SECONDS: "0",
    YUANWEN_LOG_LEVEL: "error",
  };
  const bot = spawn(process.execPath, bots[name], {
    cwd: root,
    env: environment,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const exit = once(bot, "exit");
  // A bot that does not answer must not keep this waiting.
  const tooLong = setTimeout(() => {
    bot.kill("SIGKILL");
    process.exit(1);
  }, 60_000);
  try {
    for (let waited = 0; !discord.gateway.isConnected && waited < 30_000; waited += 50) await wait(50);
    await wait(1000);
    const atStart = residentMegabytes(bot.pid);
    const asker = new Asker(discord, questions);
    await asker.throughput(warmUp, atOnce);
    const times = await asker.latencies(oneByOne);
    const perSecond = await asker.throughput(together, atOnce);
    const memory = [atStart, residentMegabytes(bot.pid)] as const;
    return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), perSecond, memory };
  } finally {
    bot.kill("SIGTERM");
    await exit;
    clearTimeout(tooLong);
    await discord.stop();
  }
}

/** Gives 0 where the system does not tell. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The median of the rounds, since one round may have had a busy machine. */
function median(name: keyof typeof bots, figure: (round: Round) => number): number {
  return percentile(results[name].map(figure), 0.5);
}

function report(): void {
  const figures = {
    "p50 in ms": ({ p50 }: Round) => p50,
    "p99 in ms": ({ p99 }: Round) => p99,
    "answers a second": ({ perSecond }: Round) => perSecond,
    "memory in MB, connected": ({ memory }: Round) => memory[0],
    "memory in MB, at the end": ({ memory }: Round) => memory[1],
  };
  console.log(`${rounds} rounds each: ${oneByOne} ms one by one, ${together} ms with ${atOnce} at once; medians`);
  for (const [name, figure] of Object.entries(figures)) {
    const bare = median("bare", figure);
    const shown = (["bare", "house", "yuanwen"] as const).map((bot) => {
      const value = median(bot, figure);
      return `${bot} ${value.toFixed(2)}${bot === "bare" ? "" : ` (${(value / bare).toFixed(2)} times)`}`;
    });
    console.log(`${name}: ${shown.join(" · ")}`);
  }
}
