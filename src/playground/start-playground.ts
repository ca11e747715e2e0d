import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { loadDictionaries } from "../answer/create-library.ts";
import { defaultsOf, openKept, ownThingsOf } from "../own-things.ts";
import type { Config } from "../config.ts";
import type { Running } from "../discord/start.ts";
import { LocalGateway } from "../local-discord/gateway.ts";
import { LocalDiscord, type Waits } from "../local-discord/local-discord.ts";
import { createSnowflakes } from "../local-discord/snowflakes.ts";
import { guild, ids } from "../local-discord/world.ts";
import type { Log } from "../log.ts";
import type { IndexProgress } from "../search/build-index-data.ts";
import { largeOptionsOf, logChosen } from "../preparing/large-options.ts";
import { prepareFolder } from "../preparing/prepare-folder.ts";
import { createMemoryBudget } from "../search/memory-budget.ts";
import { openStore, type StorePlace } from "../store/open-store.ts";
import { inMemory } from "../store/sqlite/sqlite-database.ts";
import { addExamples } from "./add-examples.ts";
import { bundlePage } from "./bundle-page.ts";
import { connectBot } from "./connect-bot.ts";
import { createEvents } from "./events.ts";
import { createPageApp } from "./page-app.ts";
import { servePage } from "./serve-page.ts";
import { createShelf } from "./shelf.ts";

export interface PlaygroundOptions {
  readonly config: Config;
  readonly log: Log;
  /** Tried first; any free one where it is taken, or 0. */
  readonly port: number;
  /** Gives the page's script; absent means that it is put together anew. */
  readonly bundle?: () => Promise<string>;
  /** Hears how far the configured articles' index is. */
  readonly onProgress?: IndexProgress | undefined;
  /** As of a local Discord; absent means as long as the real one waits. */
  readonly waits?: Waits;
  /** Calls the start off. */
  readonly signal?: AbortSignal | undefined;
}

export interface Playground {
  /** Of the page. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts a Discord of this machine's own, the bot in it, and the page that shows both; resolves when all are ready.
 *
 * @throws ArticleError where the configured articles cannot be read.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const opened: Closer[] = [];
  const close = async () => {
    for (const closeOne of opened.splice(0).toReversed()) await closeOne();
  };
  try {
    const port = await open(options, (closer) => opened.push(closer));
    return { url: `http://127.0.0.1:${port}/`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Closer = () => void | Promise<void>;

/** Opens one thing after another and says how each is closed; gives the page's port. */
async function open(options: PlaygroundOptions, onOpened: (closer: Closer) => void): Promise<number> {
  const { config, log, port, bundle = bundlePage, onProgress, waits = waitThreeSeconds, signal } = options;
  const bundling = bundle();
  // Whatever else goes wrong first is told instead.
  bundling.catch(() => {});
  const { directory, maxBytes } = config.articles;
  const kept = openKept(config, log);
  onOpened(() => kept.close());
  const memory = createMemoryBudget(config.memory.bytes);
  const dictionaries = { ...loadDictionaries(), memory };
  const large = largeOptionsOf(config, { removes: true, budget: memory, onChosen: logChosen(log) });
  const reading = { maximumBytes: maxBytes, analyse: dictionaries.analyse, kept, onProgress, signal, large };
  const prepared = await prepareFolder(directory, reading);
  onOpened(() => prepared.close?.());
  const configured = await addExamples(prepared, { directory, ...reading });
  const token = makeToken();
  const discord = createDiscord(token, waits);
  await discord.listen();
  onOpened(() => discord.stop());
  let running: Running | undefined = undefined;
  const readable = () => running?.readable() ?? "addressed";
  const store = await openStore(placeOf(config));
  onOpened(() => store.close());
  // Files are fetched from the local Discord alone.
  const attachmentOrigins = [discord.fileOrigin];
  // Where a server's things stay in memory, so does what is made of them.
  const lasting = config.store.isChosen ? kept : undefined;
  const given = { store, prepared: configured, dictionaries, config, kept: lasting, attachmentOrigins };
  const ownThings = ownThingsOf(given);
  onOpened(() => ownThings.large?.close?.());
  const own = { ...ownThings, gapGuild: () => ids.guild };
  const defaults = { ...defaultsOf(config), gapChannel: ids.gaps };
  const parts = { configured, dictionaries, maxBytes, config, log, readable, gapChannelId: ids.gaps, defaults };
  const shelf = createShelf({ ...parts, own });
  const connected = await connectBot({ discord, token, bot: shelf.bot, config, log });
  running = connected;
  onOpened(() => connected.close());
  const events = createEvents();
  let revision = shelf.revision();
  discord.subscribe((event) => {
    events.publish(event);
    if (shelf.revision() === revision) return;
    revision = shelf.revision();
    events.publish({ kind: "shelf" });
  });
  const script = await bundling;
  const shown = { discord, shelf, events, script, maxBytes, log };
  const server = await servePage((portOf) => createPageApp({ ...shown, port: portOf }), port);
  onOpened(() => server.close());
  onOpened(() => events.close());
  // Nobody has to wait for suggestions at the start, nor at the first letter that is typed.
  void shelf.prepare();
  return server.port;
}

/** Nothing is kept unless somebody says where. */
function placeOf({ store: { url, file, isChosen } }: Config): StorePlace {
  return isChosen ? { url, file } : { file: inMemory };
}

function createDiscord(token: string, waits: Waits): LocalDiscord {
  const channels = [
    { id: ids.channel, type: 0, name: "general" },
    { id: ids.gaps, type: 0, name: "gap-reports" },
  ] as const;
  const server = guild({ ownerId: ids.asker, channels });
  const discord = new LocalDiscord({
    token,
    guild: server,
    newId: createSnowflakes(currentTime),
    now: currentTime,
    createGateway: (http, options) => new LocalGateway(http, options),
  });
  discord.waits = waits;
  return discord;
}

/** So long Discord waits for the first response to an interaction, in milliseconds. */
const discordsPatience = 3000;

async function waitThreeSeconds(ended: AbortSignal): Promise<void> {
  // Called off as soon as a response is there.
  await setTimeout(discordsPatience, undefined, { signal: ended }).catch(() => {});
}

function currentTime(): Date {
  return new Date();
}

/** Makes what looks like a bot's token, for the local Discord alone. */
function makeToken(): string {
  return [ids.bot, "local", randomBytes(24)].map((part) => Buffer.from(part).toString("base64url")).join(".");
}
