import path from "node:path";
import type { Dictionaries } from "./answer/create-library.ts";
import type { OwnThings } from "./bot-for.ts";
import type { Defaults } from "./community/settings.ts";
import type { Config } from "./config.ts";
import { createFetchAttachment } from "./discord/fetch-attachment.ts";
import { fingerprint } from "./indexes/fingerprint.ts";
import type { LargeLibraries } from "./guilds/large-libraries.ts";
import { type KeptIndexes, openKeptIndexes } from "./indexes/kept/kept-indexes.ts";
import type { Observe } from "./observer.ts";
import type { Log } from "./log.ts";
import { createLargeForGuilds } from "./preparing/large/large-for-guilds.ts";
import { createLargeOnServer } from "./preparing/large/large-on-server.ts";
import type { Prepared } from "./preparing/prepared.ts";
import { createFileReader, createUnpack } from "./preparing/read-for-guild.ts";
import type { MemoryBudget } from "./search/memory-budget.ts";
import type { Store } from "./store/store.ts";

export interface OwnThingsParts {
  readonly store: Store;
  readonly prepared: Prepared;
  readonly dictionaries: Dictionaries;
  readonly config: Pick<Config, "articles" | "discord" | "indexes" | "store">;
  /** Indexes that were made before; absent means that none is kept. */
  readonly kept?: KeptIndexes | undefined;
  /** Where attachments lie; absent means Discord's own hosts. */
  readonly attachmentOrigins?: readonly string[] | undefined;
  /** Hears of what happens. */
  readonly observe?: Observe | undefined;
}

/** What servers can have of their own, with all that it takes on this machine. */
export function ownThingsOf(parts: OwnThingsParts): OwnThings {
  const { store, prepared, dictionaries, config, kept, attachmentOrigins } = parts;
  const { memory } = dictionaries;
  const { maxBytes } = config.articles;
  const reading = { maximumBytes: maxBytes, analyse: dictionaries.analyse };
  return {
    store,
    unpack: createUnpack({ ...reading, kept, maximumBytes: Infinity }),
    kept,
    large: memory && largeOf(memory, parts),
    now: () => Date.now(),
    secret: config.discord.token,
    indexed: prepared.indexed,
    dictionaries,
    files: {
      read: createFileReader(reading),
      fetch: createFetchAttachment({ most: maxBytes, origins: attachmentOrigins }),
    },
  };
}

/** Where several processes can share a store, they share indexes, too. */
function largeOf(memory: MemoryBudget, { config, kept, observe }: OwnThingsParts): LargeLibraries | undefined {
  const { url } = config.store;
  if (url !== undefined) return createLargeOnServer({ server: { url }, fingerprint, memory, observe });
  return kept && createLargeForGuilds({ directory: config.indexes.directory, fingerprint, memory, observe });
}

/** Opens the indexes that were made before; no file is made for that. */
export function openKept({ indexes }: Pick<Config, "indexes">, log: Log): KeptIndexes {
  const kept = openKeptIndexes({ file: path.join(indexes.directory, "kept.db"), fingerprint, log });
  // Somebody's question must not wait for this.
  if (kept.owners().length > 0) fingerprint();
  return kept;
}

/** What whoever runs the bot has set for all servers. */
export function defaultsOf({ quotesPerAnswer, cooldownSeconds, leftDays, discord }: Config): Defaults {
  const { forumChannels, gapChannel } = discord;
  return { quotesPerAnswer, cooldownSeconds, leftDays, forumChannels, gapChannel };
}
