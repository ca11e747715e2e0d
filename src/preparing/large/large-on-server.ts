import { StoreError } from "../../community/store-error.ts";
import type { LargeLibraries, LargeLibrary, NamedArticle } from "../../guilds/large-libraries.ts";
import { DamagedLibrary } from "../../indexes/postgres/follow-library.ts";
import { openPostgresIndexes, type PostgresIndexes } from "../../indexes/postgres/open-postgres-indexes.ts";
import { UnusableIndex } from "../../indexes/unusable-index.ts";
import type { Observe } from "../../observer.ts";
import type { MemoryBudget } from "../../search/memory-budget.ts";
import { fitsInMemory } from "../../search/weights.ts";
import { explainStoreError } from "../../store/explain-store-error.ts";
import { EVERYBODY } from "./open-shared.ts";
import { keyNamed } from "./pieces.ts";
import { type SharedPlace, updateIndex } from "./update-index.ts";

export interface LargeOnServerOptions {
  readonly server: Omit<SharedPlace, "name">;
  readonly fingerprint: () => string;
  readonly memory: MemoryBudget;
  /** Hears whether postings that are asked for are kept. */
  readonly observe?: Observe | undefined;
}

/**
 * Keeps the indexes of servers' own articles in PostgreSQL where they are too many for memory; all processes share them.
 *
 * What a server removes stays until the next round: another process may not have heard of it yet.
 */
export function createLargeOnServer(given: LargeOnServerOptions): LargeLibraries {
  const { server, fingerprint, memory, observe } = given;
  let connected: PostgresIndexes | undefined;
  const indexes = () =>
    (connected ??= openPostgresIndexes({ ...server, fingerprint: fingerprint(), budget: memory, observe }));
  /** Those that were asked from there in this process. */
  const asked = new Set<string>();
  /** How often each was changed, as of the last look at all of them. */
  let generations: ReadonlyMap<string, number> = new Map();

  async function pick(guild: string, articles: readonly NamedArticle[]): Promise<LargeLibrary | undefined> {
    const keys = articles.map(keyNamed);
    const index = await indexes().open(guild);
    const segment = await index.segment(new Set(keys));
    const found = keys.flatMap((key) => (index.damaged.has(key) ? [] : (index.articleOf(key) ?? [])));
    if (found.length !== keys.length) return undefined;
    asked.add(guild);
    return { articles: found, segment };
  }

  async function forget(guild: string): Promise<void> {
    asked.delete(guild);
    await indexes().drop(guild);
  }

  return {
    outgrows: (bytes) => !fitsInMemory(bytes, memory, "server"),
    find: (guild, articles) => usable(() => pick(guild, articles)),
    async open(guild, packed) {
      const options = { fingerprint: fingerprint(), maximumBytes: Infinity, removes: false };
      await updateIndex({ kind: "packed", articles: packed }, { ...options, into: { ...server, name: guild } });
      const opened = await usable(() => pick(guild, packed));
      if (opened) return opened;
      throw new UnusableIndex("articles are lacking on the server or damaged");
    },
    async retain(guild, articles) {
      if (articles.length > 0) await indexes().removeOthers(guild, articles.map(keyNamed), generations.get(guild));
      else if (asked.has(guild)) await forget(guild);
    },
    forget,
    async guilds() {
      generations = await indexes().list();
      return [...generations.keys()].filter((name) => /^\d+$/u.test(name));
    },
    sweep: () => indexes().sweep([EVERYBODY]),
    async close() {
      await connected?.close();
    },
  };
}

/** What is damaged is as good as not there; what passes is told as of any store. */
async function usable(act: () => Promise<LargeLibrary | undefined>): Promise<LargeLibrary | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof DamagedLibrary) return undefined;
    if (!(error instanceof StoreError) || PASSING.has(error.problem)) throw error;
    throw new UnusableIndex(explainStoreError(error), { cause: error });
  }
}

const PASSING: ReadonlySet<string> = new Set(["unavailable", "busy", "opening"]);
