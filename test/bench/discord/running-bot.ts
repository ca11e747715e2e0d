import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { localToken, ObservedDiscord } from "../../support/discord/observed-discord.ts";
import { Asker } from "./measure.ts";

/** A bot in a process of its own, connected to a local Discord of its own. */
export interface RunningBot {
  readonly asker: Asker;
  /** Resident, in megabytes; 0 where the system does not tell. */
  memory(): number;
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly root: string;
  /** What Node is given: flags and the program. */
  readonly program: readonly string[];
  readonly questions: readonly string[];
}

const longestStart = 60_000;

/** Starts a bot and waits until it is connected and has settled. */
export async function startBot({ root, program, questions }: StartOptions): Promise<RunningBot> {
  const discord = new ObservedDiscord();
  await discord.listen();
  const environment = {
    PATH: process.env["PATH"],
    DISCORD_TOKEN: localToken,
    DISCORD_API_URL: discord.apiUrl,
    YUANWEN_COOLDOWN_SECONDS: "0",
    YUANWEN_LOG_LEVEL: "error",
  };
  const bot = spawn(process.execPath, program, { cwd: root, env: environment, stdio: ["ignore", "ignore", "inherit"] });
  const exit = once(bot, "exit");
  for (let waited = 0; !discord.gateway.isConnected && waited < longestStart; waited += 50) await wait(50);
  if (!discord.gateway.isConnected) throw new Error(`${program.at(-1)} did not connect`);
  await wait(2000);
  return {
    asker: new Asker(discord, questions),
    memory: () => residentMegabytes(bot),
    async stop() {
      bot.kill("SIGTERM");
      await exit;
      await discord.stop();
    },
  };
}

function residentMegabytes({ pid }: ChildProcess): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
