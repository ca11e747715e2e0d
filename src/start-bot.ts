import { type Dictionaries, loadDictionaries } from "./answer/create-library.ts";
import { createBotFor } from "./bot-for.ts";
import type { Config } from "./config.ts";
import type { SendTo } from "./discord/send-to.ts";
import { type Running, type StartOptions, startTransport } from "./discord/start.ts";
import { type WatchedGuilds, watchOver } from "./guilds/watch-over.ts";
import type { KeptIndexes } from "./indexes/kept/kept-indexes.ts";
import type { Log } from "./log.ts";
import { defaultsOf, openKept, ownThingsOf } from "./own-things.ts";
import type { Observe } from "./observer.ts";
import { createPause } from "./pause.ts";
import { largeOptionsOf, logChosen } from "./preparing/large-options.ts";
import { prepareFolder } from "./preparing/prepare-folder.ts";
import type { Prepared } from "./preparing/prepared.ts";
import { createLibrary } from "./search/library.ts";
import { createMemoryBudget, type MemoryBudget } from "./search/memory-budget.ts";
import { observeStore } from "./store/observe-store.ts";
import { openStore } from "./store/open-store.ts";
import { logIndexing } from "./terminal/log-indexing.ts";
import { startTelling, type Telling } from "./watching/start-telling.ts";
import { warmUp } from "./warm-up.ts";

export interface Starting {
  readonly config: Config;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** What runs until it is stopped. */
export interface Started {
  readonly lost: Promise<never>;
  /** @param signal what it is stopped by. */
  close(signal: NodeJS.Signals): Promise<void>;
}

/** Starts the bot. It listens first, so that whoever watches over the process sees it come up, and sees that it is not ready. */
export async function startBot(starting: Starting & { readonly token: string }): Promise<Started> {
  const told = await startTelling(starting);
  try {
    const started = await startAnswering(starting, told);
    // The process ends where nothing keeps it.
    started.lost.catch(() => void told.close());
    return {
      lost: started.lost,
      async close(by) {
        await told.leave(by);
        await started.close(by);
        await told.close();
      },
    };
  } catch (error) {
    await told.close();
    throw error;
  }
}

async function startAnswering(
  { config, token, log, signal }: Starting & { readonly token: string },
  told: Telling,
): Promise<Started> {
  const { observe, listening } = told;
  const { store, health } = observeStore(await openStore(config.store), observe);
  const kept = openKept(config, log);
  const dictionaries = { ...loadDictionaries(), memory: createMemoryBudget(config.memory.bytes) };
  const prepared = await prepareEverybodys({ config, log, signal }, { dictionaries, kept, observe });
  const library = createLibrary(prepared.articles, { ...dictionaries, indexed: prepared.indexed });
  let running: Running | undefined = undefined;
  const defaults = defaultsOf(config);
  let gapGuild: string | undefined;
  const own = { store, prepared, dictionaries, config, kept, observe };
  const ownThings = { ...ownThingsOf(own), gapGuild: () => gapGuild };
  const { bot, services, guilds, prepare, levels } = createBotFor(library, {
    config,
    overHttp: config.discord.mode === "http",
    log,
    readable: () => running?.readable() ?? "addressed",
    gapChannelId: config.discord.gapChannel,
    defaults,
    ownThings,
    observe,
  });
  const send: SendTo = (...given) => running?.sendTo(...given) ?? Promise.resolve("failed");
  const answers = answersOf(() => running?.answers);
  const { large, now } = ownThings;
  const watched = guilds && watchOver({ guilds, store, kept, large, defaults, log, now, send, answers });
  // What is made at its first use must not be made by somebody's question; the same holds for suggestions, which nobody
  // waits for at the start.
  await warmUp(services, createPause());
  signal.throwIfAborted();
  const { memory } = dictionaries;
  told.watch({ library, prepared, levels, guilds, store, health, memory, shards: () => running?.shards?.() });
  const connected = await startTransport({ config, token, bot, log, signal, observe, listening, ...heardBy(watched) });
  running = connected;
  if (defaults.gapChannel !== undefined) gapGuild = await connected.findGuild(defaults.gapChannel);
  void prepare();
  watched?.begin(connected.listGuilds);
  return {
    lost: connected.lost,
    async close() {
      await connected.close();
      await watched?.close();
      await Promise.all([large?.close?.(), store.close()]);
      kept.close();
      prepared.close?.();
    },
  };
}

/** Messages that answer, by whatever connection there is by then. */
function answersOf(now: () => Running["answers"] | undefined): Running["answers"] {
  return {
    edit: (...given) => now()?.edit(...given) ?? Promise.resolve(false),
    controls: (...given) => now()?.controls(...given) ?? Promise.resolve(undefined),
  };
}

interface Preparing {
  readonly dictionaries: Dictionaries & { readonly memory: MemoryBudget };
  readonly kept: KeptIndexes;
  readonly observe: Observe | undefined;
}

async function prepareEverybodys(
  { config, log, signal }: Starting,
  { dictionaries: { analyse, memory }, kept, observe }: Preparing,
): Promise<Prepared> {
  const { directory, maxBytes } = config.articles;
  const onProgress = logIndexing(log, () => performance.now());
  const large = largeOptionsOf(config, { removes: true, budget: memory, observe, onChosen: logChosen(log) });
  return prepareFolder(directory, { maximumBytes: maxBytes, analyse, kept, onProgress, signal, large });
}

function heardBy(watched: WatchedGuilds | undefined): Pick<StartOptions, "isForum" | "needsCategory" | "guildEvents"> {
  if (!watched) return {};
  return {
    isForum: (...given) => watched.isForum(...given),
    needsCategory: (guild) => watched.needsCategory(guild),
    guildEvents: watched,
  };
}
