import { z } from "zod";
import type { Observe } from "../../observer.ts";
import type { MemoryBudget } from "../../search/memory-budget.ts";
import { TABLES } from "./layout.ts";
import { createPostgresIndex, type PostgresIndex } from "./postgres-index.ts";
import { connectSearch, noRow, type SearchConnection } from "./search-connection.ts";

/** The indexes of large libraries on a PostgreSQL server, which several processes share. */
export interface PostgresIndexes {
  /**
   * Opens a library's index, an empty one where there is none yet. The same name gives the same index.
   *
   * @param name of everybody's library, or a server's id.
   * @throws StoreError
   */
  open(name: string): Promise<PostgresIndex>;
  /** Forgets all that is known of a library, made with whatever. */
  drop(name: string): Promise<void>;
  /** Forgets what no process has opened for days: what was made with another version of the program, or for a server that has gone. */
  sweep(): Promise<void>;
  /** Hears of a library that was changed, by whatever process; within a second. */
  onChange(listener: (name: string) => void): () => void;
  close(): Promise<void>;
}

export interface PostgresIndexesOptions {
  readonly url: string;
  /** What articles are read and indexed with: what was made with something else lies beside. */
  readonly fingerprint: string;
  readonly budget: MemoryBudget;
  /** Hears whether postings that are asked for are kept. */
  readonly observe?: Observe | undefined;
  /** Of the tables' schema. */
  readonly schema?: string | undefined;
}

/** In milliseconds. */
const POLL = 1000;

export function openPostgresIndexes(options: PostgresIndexesOptions): PostgresIndexes {
  const { url, fingerprint, budget, schema, observe } = options;
  const connection = connectSearch(url, schema);
  const opened = new Map<string, Promise<OpenedIndex>>();
  const listeners = new Set<(name: string) => void>();
  const follow = createPoll(async () => {
    const indexes = await settled(opened);
    const rows = await readGenerations(connection, indexes);
    for (const { number, generation } of rows) {
      const found = indexes.find((each) => each.number === number);
      if (!found || generation <= Math.max(found.told, found.index.generation)) continue;
      found.told = generation;
      for (const listener of listeners) listener(found.name);
    }
  });
  return {
    async open(name) {
      const known = opened.get(name);
      if (known) return (await known).index;
      const opening = openIndex(connection, { name, fingerprint, budget, observe });
      opened.set(name, opening);
      opening.catch(() => opened.delete(name));
      return (await opening).index;
    },
    async drop(name) {
      opened.delete(name);
      await dropLibraries(connection, "name = $1", [name]);
    },
    sweep: () => sweep(connection, opened),
    onChange(listener) {
      listeners.add(listener);
      follow.start();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) follow.stop();
      };
    },
    async close() {
      follow.stop();
      await connection.close();
    },
  };
}

interface OpenedIndex {
  readonly name: string;
  readonly number: number;
  readonly index: PostgresIndex;
  /** The newest change that listeners have heard of. */
  told: number;
}

const numberSchema = z.object({ number: z.number(), generation: z.number() });

async function openIndex(
  connection: SearchConnection,
  { name, fingerprint, budget, observe }: Omit<PostgresIndexesOptions, "url" | "schema"> & { readonly name: string },
): Promise<OpenedIndex> {
  const [row] = await connection.read(numberSchema, {
    text: `
      insert into ${connection.schema}.libraries (name, fingerprint, has_characters) values ($1, $2, true)
      on conflict (name, fingerprint) do update set seen = now()
      returning number, generation`,
    values: [name, fingerprint],
  });
  if (!row) throw new Error(`library ${name} could not be opened`);
  const index = createPostgresIndex({ connection, library: row.number, budget, observe });
  return { name, number: row.number, index, told: row.generation };
}

async function settled(opened: ReadonlyMap<string, Promise<OpenedIndex>>): Promise<readonly OpenedIndex[]> {
  const all = await Promise.allSettled(opened.values());
  return all.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
}

async function readGenerations(connection: SearchConnection, indexes: readonly OpenedIndex[]) {
  if (indexes.length === 0) return [];
  return connection.read(numberSchema, {
    text: `select number, generation from ${connection.schema}.libraries where number = any($1::integer[])`,
    values: [indexes.map(({ number }) => number)],
  });
}

async function sweep(connection: SearchConnection, opened: ReadonlyMap<string, Promise<OpenedIndex>>): Promise<void> {
  const indexes = await settled(opened);
  await connection.read(noRow, {
    text: `update ${connection.schema}.libraries set seen = now() where number = any($1::integer[])`,
    values: [indexes.map(({ number }) => number)],
  });
  await dropLibraries(connection, `seen < now() - interval '${UNUSED}'`, []);
}

/** Longer than anybody takes to go back to the version before. */
const UNUSED = "7 days";

const droppedSchema = z.object({ number: z.number() });

async function dropLibraries(connection: SearchConnection, where: string, values: readonly unknown[]): Promise<void> {
  await connection.alone(async (query) => {
    const { schema } = connection;
    const gone = await query(droppedSchema, {
      text: `delete from ${schema}.libraries where ${where} returning number`,
      values: [...values],
    });
    for (const { number } of gone) {
      for (const table of TABLES) {
        await query(noRow, { text: `delete from ${schema}.${table} where library = $1::integer`, values: [number] });
      }
    }
  });
}

/** Does something again and again with pauses; what fails is tried again. */
function createPoll(act: () => Promise<void>) {
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  const next = (): void => {
    timer = setTimeout(() => {
      act()
        .catch(() => {})
        .finally(() => {
          if (isRunning) next();
        });
    }, POLL).unref();
  };
  return {
    start(): void {
      if (isRunning) return;
      isRunning = true;
      next();
    },
    stop(): void {
      isRunning = false;
      clearTimeout(timer);
    },
  };
}
