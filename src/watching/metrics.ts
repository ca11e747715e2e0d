import type { BotLevels } from "../bot-for.ts";
import type { ShardStates } from "../discord/shard-states.ts";
import type { HeldServers } from "../guilds/create-guilds.ts";
import type { Observe } from "../observer.ts";
import type { Connections } from "../store/store.ts";

/** Where passages can be found by. */
export const indexKinds = ["memory", "fts5", "postgres"] as const;

/** How large the indexes of one kind are together. */
export interface IndexSize {
  readonly kind: (typeof indexKinds)[number];
  readonly articles: number;
  readonly passages: number;
  /** About so many; absent where only the database knows. */
  readonly bytes?: number | undefined;
}

/** How much there is of everything right now; each is asked when somebody wants to know, and absent where there is no such thing. */
export interface Levels extends Partial<BotLevels> {
  /** Whether something can be answered. */
  readonly isReady?: () => boolean;
  readonly indexes?: () => readonly IndexSize[];
  readonly servers?: (() => HeldServers) | undefined;
  /** What is kept in memory and can be had again, in bytes; `forgotten` since the start. */
  readonly memory?: () => { readonly held: number; readonly most: number; readonly forgotten: number };
  /** Whether the store answered when it was last asked. */
  readonly storeIsThere?: () => boolean;
  /** Whether changes of other processes are told by the database, rather than looked for. */
  readonly storeIsWatched?: () => boolean;
  readonly connections?: (() => Connections) | undefined;
  readonly shards?: () => ShardStates | undefined;
}

/** The figures of a process. */
export interface Metrics {
  readonly observe: Observe;
  /** From now on these are asked as well. */
  read(levels: Levels): void;
  /** All of them, as Prometheus reads them. */
  write(): Promise<string>;
  /** How what `write` gives is called over HTTP. */
  readonly contentType: string;
}
