import { generateKeyPairSync } from "node:crypto";
import { onTestFinished, vi } from "vitest";
import type { Bot, BotOptions, Features } from "../../../src/bot.ts";
import { createBot } from "../../../src/bot.ts";
import type { Readable } from "../../../src/services.ts";
import type { Config } from "../../../src/config.ts";
import { readConfig } from "../../../src/config.ts";
import type { Running, StartOptions } from "../../../src/discord/start.ts";
import { startTransport } from "../../../src/discord/start.ts";
import type { Log } from "../../../src/log.ts";
import { createLog } from "../../../src/log.ts";
import { smallLibrary } from "../library.ts";
import type { ObservedDiscord } from "./observed-discord.ts";
import { startLocalDiscord } from "./local-discord.ts";
import { localToken } from "./observed-discord.ts";

export type Transport = "gateway" | "http";

export interface StartedBot {
  readonly discord: ObservedDiscord;
  readonly running: Running;
  /** What was logged, one object a line. */
  readonly log: () => readonly LogLine[];
  readonly close: () => Promise<void>;
}

export interface LogLine {
  readonly level: string;
  readonly event: string;
  readonly [field: string]: unknown;
}

export interface StartBotOptions extends Pick<StartOptions, "isForum" | "guildEvents" | "listening" | "observe"> {
  readonly features: Features;
  readonly transport?: Transport;
  /** More settings, under the names of the environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Makes the bot, in place of one that has the features and a small library. */
  readonly makeBot?: ((parts: BotParts) => Bot) | undefined;
  /** Turns and a cooldown of the test's own. */
  readonly admission?: Pick<BotOptions, "turns" | "cooldown" | "now">;
  /** Prepares the local Discord before the bot connects. */
  readonly prepare?: (discord: ObservedDiscord) => void;
  /** A Discord that is there already, as after a restart. */
  readonly discord?: ObservedDiscord;
}

/** What a bot is made from. */
export interface BotParts {
  readonly discord: ObservedDiscord;
  readonly config: Config;
  readonly log: Log;
  readonly readable: () => Readable;
}

/** Starts a bot of its own against a Discord of its own, the way main.ts does. */
export async function startBot(options: StartBotOptions): Promise<StartedBot> {
  const { transport = "gateway", environment = {}, prepare } = options;
  const discord = options.discord ?? (await startLocalDiscord());
  prepare?.(discord);
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const rawKey = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");
  const config = configOf({
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_MODE: transport,
    DISCORD_PUBLIC_KEY: rawKey.toString("hex"),
    HOST: "127.0.0.1",
    PORT: "0",
    ...environment,
  });
  const lines: LogLine[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as LogLine);
  const log = createLog({ level: "info", secrets: [localToken], now: () => new Date(0), write });
  let started: Running | undefined = undefined;
  const { makeBot = makeSmallBot(options) } = options;
  const bot = makeBot({ discord, config, log, readable: () => started?.readable() ?? "addressed" });
  const { isForum, guildEvents, listening, observe } = options;
  const heard = { isForum, guildEvents, listening, observe };
  const running = await startTransport({ config, token: localToken, bot, log, ...heard });
  started = running;
  let closing: Promise<void> | undefined = undefined;
  const close = () => (closing ??= running.close());
  onTestFinished(close);
  const port = lines.find(({ event }) => event === "listening")?.["port"];
  if (transport === "http") discord.endpoint = { url: `http://127.0.0.1:${String(port)}/interactions`, privateKey };
  else await vi.waitUntil(() => lines.some(({ event }) => event === "connected"));
  return { discord, running, log: () => lines, close };
}

function makeSmallBot({ features, admission }: StartBotOptions): (parts: BotParts) => Bot {
  return ({ config, log, readable }) => {
    const services = { library: smallLibrary(), quotesPerAnswer: 3, gapChannelId: config.discord.gapChannel, readable };
    return createBot({ ...features, ...admission, services, log, createFaultId: () => "f-1" });
  };
}

function configOf(environment: Readonly<Record<string, string>>): Config {
  const result = readConfig(environment);
  if (result.kind === "mistakes") throw new Error(result.mistakes.join("; "));
  return result.config;
}
