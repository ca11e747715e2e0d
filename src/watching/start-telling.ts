import { setTimeout } from "node:timers/promises";
import type { BotLevels } from "../bot-for.ts";
import type { Config } from "../config.ts";
import type { ShardStates } from "../discord/shard-states.ts";
import { type Listening, startListening } from "../discord/start.ts";
import { watchOwnLoop } from "../discord/watch-loop.ts";
import type { Guilds, HeldServers } from "../guilds/create-guilds.ts";
import type { Log } from "../log.ts";
import type { Observe } from "../observer.ts";
import type { Prepared } from "../preparing/prepared.ts";
import type { Library } from "../search/library.ts";
import type { MemoryBudget } from "../search/memory-budget.ts";
import type { Segment } from "../search/segment.ts";
import type { StoreHealth } from "../store/observe-store.ts";
import type { Store } from "../store/store.ts";
import { sizesOfIndexes } from "./index-sizes.ts";
import { startMetrics } from "./start-metrics.ts";

export interface TellingOptions {
  readonly config: Config;
  readonly log: Log;
  /** Aborted as soon as the process is told to stop. */
  readonly signal: AbortSignal;
}

/** What of a bot is told and watched. */
export interface Watched {
  readonly library: Pick<Library, "articles">;
  readonly prepared: Prepared;
  readonly levels: BotLevels;
  readonly guilds?: Pick<Guilds, "held"> | undefined;
  readonly store: Pick<Store, "connections">;
  readonly health: StoreHealth;
  readonly shards: () => ShardStates | undefined;
  /** What is kept in memory and can be had again. */
  readonly memory?: Pick<MemoryBudget, "held" | "most" | "forgotten"> | undefined;
}

/** Tells others how the process is: whether it can answer, and its figures. */
export interface Telling {
  readonly listening: Listening;
  readonly observe?: Observe | undefined;
  watch(watched: Watched): void;
  /** Resolves when whoever sends something had the time to notice that the process leaves. */
  leave(by: NodeJS.Signals): Promise<void>;
  close(): Promise<void>;
}

/** Whether there are articles that can be asked without a store: in memory, or on this machine's disk. */
function answersAlone(
  { articles }: Watched["library"],
  { indexed: { segments = [] } }: Prepared,
  held?: HeldServers,
): boolean {
  const onServer = segments.filter(isOnServer).reduce((sum, segment) => sum + segment.articles.length, 0);
  if (articles.size > onServer) return true;
  return held !== undefined && (held.articles > 0 || held.segments.some((segment) => !isOnServer(segment)));
}

function isOnServer({ stored }: Segment): boolean {
  return stored?.kind === "postgres";
}

/**
 * Opens the ports that the settings name.
 *
 * @throws where an address cannot be listened at; then none is open.
 */
export async function startTelling({ config, log, signal }: TellingOptions): Promise<Telling> {
  const metrics = await startMetrics(config, log);
  const listening = await startListening({ config, log }).catch(async (error: unknown) => {
    await metrics.close();
    throw error;
  });
  const { server, readiness } = listening;
  const loop = watchOwnLoop();
  metrics.read({ isReady: () => (server ?? readiness).problem() === undefined });
  signal.addEventListener("abort", () => readiness.leave());

  return {
    listening,
    observe: metrics.observe,
    watch({ library, prepared, levels, guilds, store, health, shards, memory }) {
      const servers = guilds && (() => guilds.held());
      const { connections } = store;
      const indexes = sizesOfIndexes(prepared, servers);
      const storeIsThere = () => !health.isAway();
      const storeIsWatched = () => health.isWatched();
      metrics.read({ ...levels, servers, indexes, connections, shards, storeIsThere, storeIsWatched });
      if (memory) metrics.read({ memory: () => memory });
      const isEmpty = () => !answersAlone(library, prepared, servers?.()) && health.isAway();
      readiness.watch(() => (isEmpty() ? "no article is in memory, and the store cannot be reached" : undefined));
      readiness.watch(() => loop.problem());
    },
    async leave(by) {
      // Nobody sends anything who presses Ctrl+C.
      if (by === "SIGTERM") await setTimeout(config.graceSeconds * 1000);
    },
    async close() {
      loop.close();
      await Promise.all([server?.close(), metrics.close()]);
    },
  };
}
