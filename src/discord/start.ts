import { REST } from "discord.js";
import type { Bot } from "../bot.ts";
import type { Readable } from "../command.ts";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import type { Gateway } from "./gateway.ts";
import { connectGateway } from "./gateway.ts";
import { serveHttp } from "./http.ts";
import { createUnderWay, finishPatience } from "./under-way.ts";

export interface StartOptions {
  readonly config: Pick<Config, "discord" | "listen">;
  readonly token: string;
  readonly bot: Bot;
  readonly log: Log;
  /** Calls the connecting off. */
  readonly signal?: AbortSignal | undefined;
}

/** The bot, reachable by Discord. */
export interface Running {
  /** Rejects when nothing can come in any more. */
  readonly lost: Promise<never>;
  /** Where HTTP is listened to, if it is. */
  readonly port: number | undefined;
  readable(): Readable;
  close(): Promise<void>;
}

/**
 * Opens the way in that the settings name, and tells of its health where they give a port.
 *
 * @throws when Discord does not let the bot in, the address cannot be listened at, or the signal calls it off.
 */
export function startTransport(options: StartOptions): Promise<Running> {
  return options.config.discord.mode === "http" ? startHttp(options) : startGateway(options);
}

async function startGateway({ config, token, bot, log, signal }: StartOptions): Promise<Running> {
  let gateway: Gateway | undefined;
  const { listen, discord } = config;
  // Health is told from the start, so that whoever starts the process sees it come up.
  const server = listen && (await serveHttp({ ...listen, log, isReady: () => gateway?.isReady() === true }));
  try {
    const connected = await connectGateway({ ...discord, token, bot, log, signal });
    gateway = connected;
    const close = async () => {
      await connected.close();
      await server?.close();
    };
    return { lost: connected.lost, port: server?.port, readable: () => connected.readable(), close };
  } catch (error) {
    await server?.close();
    throw error;
  }
}

async function startHttp({ config, token, bot, log }: StartOptions): Promise<Running> {
  const { publicKey, apiUrl } = config.discord;
  if (!config.listen || publicKey === undefined) throw new TypeError("http mode needs an address and a public key");
  const underWay = createUnderWay(log);
  const rest = new REST({ api: apiUrl }).setToken(token);
  const counted: Bot = { respond: (...given) => underWay.track(bot.respond(...given)) };
  const { leaving } = underWay;
  const interactions = { publicKey, bot: counted, rest, log, underWay, leaving, now: () => new Date() };
  const server = await serveHttp({
    ...config.listen,
    log,
    isReady: () => true,
    interactions,
    limits: { closing: finishPatience },
  });
  return {
    lost: new Promise(() => {}),
    port: server.port,
    readable: () => "none",
    close: () => underWay.finish(server.close()),
  };
}
