import { spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { makeArticles } from "../../support/many-articles.ts";
import { localToken, ObservedDiscord } from "../../support/discord/observed-discord.ts";

/** The real bot in a process of its own, which tells its figures, at a local Discord of its own. */
export interface WatchedBot {
  readonly discord: ObservedDiscord;
  readonly metricsPort: number;
  stop(): Promise<void>;
}

export interface WatchedBotOptions {
  readonly mode: "gateway" | "http";
  /** Of a PostgreSQL server; absent means a file. */
  readonly databaseUrl?: string | undefined;
  /** Whether it has more articles than memory is given for. */
  readonly isLarge?: boolean | undefined;
}

const root = path.join(import.meta.dirname, "../../..");
const longestStart = 120_000;
const flags = ["--max-semi-space-size=4", "--heap-growing-percent=20"];

/** In megabytes: as little as the settings allow, and so many articles that they are not asked from memory then. */
const leastMemory = 32;
const manyArticles = 600;

/** Puts made-up articles beside the one that people ask about. */
function addArticles(folder: string): string {
  cpSync(path.join(root, "data/articles"), folder, { recursive: true });
  for (const { id, text } of makeArticles(manyArticles)) writeFileSync(path.join(folder, `${id}.md`), text);
  return folder;
}

/** Starts a bot and waits until it can answer. */
export async function startWatchedBot({ mode, databaseUrl, isLarge = false }: WatchedBotOptions): Promise<WatchedBot> {
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-watched-"));
  const discord = new ObservedDiscord();
  await discord.listen();
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const environment = {
    PATH: process.env["PATH"],
    DISCORD_TOKEN: localToken,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_MODE: mode,
    DISCORD_PUBLIC_KEY: Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("hex"),
    SHARDS: "2",
    HOST: "127.0.0.1",
    PORT: "0",
    METRICS_PORT: "0",
    YUANWEN_ARTICLES: isLarge ? addArticles(path.join(folder, "many")) : path.join(root, "data/articles"),
    ...(isLarge ? { YUANWEN_MEMORY_MB: String(leastMemory) } : {}),
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
  const bot = spawn(process.execPath, [...flags, path.join(root, "src/main.ts")], {
    cwd: folder,
    env: environment,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  bot.stderr.on("data", (chunk) => (said += String(chunk)));
  const exit = once(bot, "exit");
  const port = (event: string) => Number(new RegExp(`"${event}".*?"port":(\\d+)`, "u").exec(said)?.[1] ?? 0);
  const isReady = () => said.includes(mode === "http" ? '"taking interactions"' : '"connected"');
  for (let waited = 0; !isReady(); waited += 50) {
    if (waited > longestStart || bot.exitCode !== null) throw new Error(`the bot did not start: ${said}`);
    await wait(50);
  }
  if (mode === "http") discord.endpoint = { url: `http://127.0.0.1:${port("listening")}/interactions`, privateKey };
  return {
    discord,
    metricsPort: port("telling figures"),
    async stop() {
      bot.kill("SIGINT");
      await exit;
      await discord.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
