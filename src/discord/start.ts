import { REST } from "discord.js";
import type { Bot } from "../bot.ts";
import type { Readable } from "../services.ts";
import type { Config } from "../config.ts";
import type { ListGuilds } from "../guilds/watch-over.ts";
import type { Log } from "../log.ts";
import type { Observe } from "../observer.ts";
import { type AddingCategory, askForCategory } from "./find-category.ts";
import type { Answers } from "../guilds/finish-works.ts";
import { editAnswer, readControls } from "./edit-original.ts";
import { createFindGuild, type FindGuild } from "./find-guild.ts";
import { connectGateway, type Gateway } from "./gateway.ts";
import type { IsForum } from "./hear-messages.ts";
import { type HttpServer, serveHttp } from "./http.ts";
import { createListGuilds } from "./list-guilds.ts";
import { observeRequests } from "./observe-requests.ts";
import { createReadiness, type Readiness } from "./readiness.ts";
import type { SendTo } from "./send-to.ts";
import { createSendTo } from "./send-to.ts";
import type { ShardStates } from "./shard-states.ts";
import { createUnderWay } from "./under-way.ts";
import { finishPatience } from "./finish-patience.ts";
import type { GuildEvents } from "./watch-guilds.ts";

export interface StartOptions {
  readonly config: Pick<Config, "discord" | "listen">;
  readonly token: string;
  readonly bot: Bot;
  readonly log: Log;
  /** Calls the connecting off. */
  readonly signal?: AbortSignal | undefined;
  /** Tells the forums whose new posts get a first answer; absent means those that the settings name. */
  readonly isForum?: IsForum | undefined;
  /** Over HTTP: whether anything in a server depends on categories, for which Discord is asked; absent means yes. */
  readonly needsCategory?: AddingCategory["needsCategory"];
  /** Hears of the servers that the bot is in; over HTTP Discord tells of none. */
  readonly guildEvents?: GuildEvents | undefined;
  /** Where HTTP is listened to already; absent means that it is from now on, where the settings give a port. */
  readonly listening?: Listening | undefined;
  readonly observe?: Observe | undefined;
}

/** A port that is open, and what is told there. */
export interface Listening {
  /** Absent where the settings give no port. */
  readonly server?: HttpServer | undefined;
  readonly readiness: Readiness;
}

/**
 * Opens the port that the settings name, so that whoever starts the process sees it come up.
 *
 * @throws where the address cannot be listened at.
 */
export async function startListening({ config, log }: Pick<StartOptions, "config" | "log">): Promise<Listening> {
  const readiness = createReadiness();
  const takesInteractions = config.discord.mode === "http";
  const limits = takesInteractions ? { closing: finishPatience } : {};
  const problem = () => readiness.problem();
  const server = config.listen && (await serveHttp({ ...config.listen, log, problem, takesInteractions, limits }));
  return { server, readiness };
}

/** The bot, reachable by Discord. */
export interface Running {
  /** Rejects when nothing can come in any more. */
  readonly lost: Promise<never>;
  /** Where HTTP is listened to, if it is. */
  readonly port: number | undefined;
  readable(): Readable;
  readonly sendTo: SendTo;
  readonly findGuild: FindGuild;
  readonly answers: Answers;
  /** Only over HTTP, where Discord tells of no server by itself. */
  readonly listGuilds?: ListGuilds | undefined;
  /** Only over the gateway. */
  readonly shards?: (() => ShardStates) | undefined;
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

async function startGateway({ config, ...options }: StartOptions): Promise<Running> {
  const { log } = options;
  const { discord } = config;
  const { isForum = (_guild, channel) => discord.forumChannels.has(channel) } = options;
  let gateway: Gateway | undefined;
  const { server, readiness } = options.listening ?? (await startListening({ config, log }));
  readiness.watch(() => (gateway ? gateway.problem() : "not connected to Discord"));
  readiness.begin();
  try {
    const connected = await connectGateway({ ...discord, ...options, isForum });
    gateway = connected;
    const close = async () => {
      await connected.close();
      await server?.close();
    };
    return {
      lost: connected.lost,
      port: server?.port,
      readable: () => connected.readable(),
      ...asking(() => connected.rest, log),
      shards: () => connected.shards(),
      close,
    };
  } catch (error) {
    await server?.close();
    throw error;
  }
}

async function startHttp({ config, token, bot, log, needsCategory, ...more }: StartOptions): Promise<Running> {
  const { publicKey, apiUrl } = config.discord;
  if (!config.listen || publicKey === undefined) throw new TypeError("http mode needs an address and a public key");
  const underWay = createUnderWay(log);
  const { observe } = more;
  const rest = new REST({ api: apiUrl, ...(observe && observeRequests(observe)) }).setToken(token);
  const counted: Bot = { respond: (...given) => underWay.track(bot.respond(...given)) };
  const { leaving } = underWay;
  const findCategory = askForCategory({ rest, log });
  const own = { leaving, findCategory, needsCategory, botId: () => botOf(token) };
  const interactions = { publicKey, bot: counted, rest, log, underWay, now: () => new Date(), observe, ...own };
  const { server, readiness } = more.listening ?? (await startListening({ config, log }));
  if (!server) throw new TypeError("nothing is listened to");
  server.open(interactions);
  readiness.begin();
  log.info("taking interactions");
  return {
    lost: new Promise(() => {}),
    port: server.port,
    readable: () => "none",
    ...asking(() => rest, log),
    listGuilds: createListGuilds({ rest: () => rest, log }),
    close: () => underWay.finish(server.close()),
  };
}

function asking(rest: () => REST, log: Log): Pick<Running, "sendTo" | "findGuild" | "answers"> {
  return {
    sendTo: createSendTo({ rest, log }),
    findGuild: createFindGuild({ rest, log }),
    answers: {
      edit: (interaction, message) => editAnswer(interaction, message, { rest: rest(), log }),
      controls: (interaction) => readControls(interaction, { rest: rest(), log }),
    },
  };
}

/** The first part of a token is the id of the bot's user, in Base64. */
function botOf(token: string): string | undefined {
  const id = Buffer.from(token.split(".")[0] ?? "", "base64").toString("latin1");
  return /^\d{17,20}$/u.test(id) ? id : undefined;
}
