import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { localToken, ObservedDiscord } from "../../support/discord/observed-discord.ts";

/** Of the bot's process, in milliseconds and megabytes; delays since they were last asked for. */
export type Watched = z.infer<typeof watchedSchema>;

/** What came of an interaction. */
export interface Acknowledged {
  /** In milliseconds; nothing where there was no answer for long. */
  readonly took: number | undefined;
  readonly content: string;
}

/** The real bot in a process of its own, connected to a local Discord of its own. */
export interface LoadedBot {
  readonly ask: (payload: object) => Promise<Acknowledged>;
  readonly watch: () => Promise<Watched>;
  readonly stop: () => Promise<void>;
}

const watchedSchema = z.object({ p99: z.number(), most: z.number(), resident: z.number(), heap: z.number() });
const callback = "/interactions/:id/:token/callback";
const [longestStart, longestAnswer] = [180_000, 30_000];
/** As `npm start` does. */
const flags = ["--max-semi-space-size=1", "--heap-growing-percent=20"];

/**
 * Starts the bot for a folder of articles and waits until it is connected.
 *
 * @throws Error where it ends or does not connect.
 */
export async function startLoadedBot(root: string, folder: string): Promise<LoadedBot> {
  const discord = new ObservedDiscord();
  await discord.listen();
  const bot = spawn(process.execPath, [...flags, "--import", `${import.meta.dirname}/watch-delay.ts`, "src/main.ts"], {
    cwd: root,
    env: {
      PATH: process.env["PATH"],
      DISCORD_TOKEN: localToken,
      DISCORD_API_URL: discord.apiUrl,
      YUANWEN_ARTICLES: folder,
      YUANWEN_MAX_ARTICLE_BYTES: "100000000",
      YUANWEN_COOLDOWN_SECONDS: "0",
      YUANWEN_LOG_LEVEL: "error",
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const exit = once(bot, "exit");
  const stop = async (): Promise<void> => {
    bot.kill("SIGTERM");
    const late = setTimeout(() => bot.kill("SIGKILL"), 10_000);
    await exit;
    clearTimeout(late);
    await discord.stop();
  };
  for (let waited = 0; !discord.gateway.isConnected && waited < longestStart && bot.exitCode === null; waited += 50) {
    await wait(50);
  }
  if (!discord.gateway.isConnected) {
    await stop();
    throw new Error("the bot did not connect");
  }
  return { ask: createAsk(discord), watch: () => watch(bot), stop };
}

function createAsk(discord: ObservedDiscord): LoadedBot["ask"] {
  const waiting = new Map<string, (content: string) => void>();
  let count = 0;
  discord.route("POST", callback, ({ parameters, body }) => {
    waiting.get(parameters["token"] ?? "")?.(String(Object(body).data?.content ?? ""));
    return { status: 204 };
  });
  return async (payload) => {
    count += 1;
    const token = `t${count}`;
    const { promise, resolve } = Promise.withResolvers<string | undefined>();
    waiting.set(token, resolve);
    const late = setTimeout(() => resolve(undefined), longestAnswer);
    const before = performance.now();
    discord.gateway.dispatch("INTERACTION_CREATE", { ...payload, id: discord.newId(), token });
    const content = await promise;
    const took = content === undefined ? undefined : performance.now() - before;
    clearTimeout(late);
    waiting.delete(token);
    return { took, content: content ?? "" };
  };
}

async function watch(bot: ChildProcess): Promise<Watched> {
  const answered = once(bot, "message");
  bot.send("tell");
  const [message] = await answered;
  return watchedSchema.parse(message);
}
