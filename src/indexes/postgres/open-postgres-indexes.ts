import { z } from "zod";
import type { Observe } from "../../observer.ts";
import type { MemoryBudget } from "../../search/memory-budget.ts";
import { TABLES } from "./layout.ts";
import { createPostgresIndex, type PostgresIndex } from "./postgres-index.ts";
import { findOthers, removeOthers } from "./remove-others.ts";
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
  /**
   * Removes of a library, as this version of the program made it, all articles but those with these keys; nothing where it is
   * being changed, or was changed since a moment.
   *
   * @param generation of that moment, as it was listed.
   */
  removeOthers(name: string, keys: readonly string[], generation?: number): Promise<void>;
  /** The names of all libraries, made with whatever, with how often each was changed by this version of the program. */
  list(): Promise<ReadonlyMap<string, number>>;
  /**
   * Forgets what no process has opened for days: what was made with another version of the program, or for a server that has
   * gone. Whoever has something open for days has to do this now and then.
   *
   * @param besides the names of what is open elsewhere in this process.
   */
  sweep(besides?: readonly string[]): Promise<void>;
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
  const opened = new Map<string, OpenedIndex>();
  const following = followGenerations(connection, opened);
  /** One that was dropped and made again has another number. */
  function known(name: string, number: number): PostgresIndex | undefined {
    const found = opened.get(name);
    return found?.number === number ? found.index.deref() : undefined;
  }
  function make(name: string, { number, generation }: NumberedLibrary): PostgresIndex {
    const index = createPostgresIndex({ connection, library: number, budget, observe });
    opened.set(name, { name, number, index: new WeakRef(index), told: generation });
    return index;
  }
  return {
    async open(name) {
      const row = await noteOpened(connection, name, fingerprint);
      return known(name, row.number) ?? make(name, row);
    },
    async drop(name) {
      opened.delete(name);
      if (await connection.isThere()) await dropLibraries(connection, "name = $1", [name]);
    },
    async removeOthers(name, keys, generation) {
      const number = await findOthers(connection, { name, fingerprint, keys });
      if (number === undefined) return;
      const index = known(name, number) ?? createPostgresIndex({ connection, library: number, budget, observe });
      await removeOthers(index, new Set(keys), generation);
    },
    list: async () => ((await connection.isThere()) ? listLibraries(connection, fingerprint) : new Map()),
    async sweep(besides = []) {
      if (await connection.isThere()) await sweep(connection, opened, { besides, fingerprint });
    },
    onChange: (listener) => following.listen(listener),
    async close() {
      following.stop();
      await connection.close();
    },
  };
}

/** Asks again and again how often what is opened was changed, as long as somebody listens. */
function followGenerations(connection: SearchConnection, opened: ReadonlyMap<string, OpenedIndex>) {
  const listeners = new Set<(name: string) => void>();
  const poll = createPoll(async () => {
    const indexes = [...opened.values()];
    const rows = await readGenerations(connection, indexes);
    for (const { number, generation } of rows) {
      const found = indexes.find((each) => each.number === number);
      if (!found || generation <= Math.max(found.told, found.index.deref()?.generation ?? 0)) continue;
      found.told = generation;
      for (const listener of listeners) listener(found.name);
    }
  });
  return {
    stop: () => poll.stop(),
    listen(listener: (name: string) => void) {
      listeners.add(listener);
      poll.start();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) poll.stop();
      };
    },
  };
}

interface OpenedIndex {
  readonly name: string;
  readonly number: number;
  /** It is there as long as somebody asks it. */
  readonly index: WeakRef<PostgresIndex>;
  /** The newest change that listeners have heard of. */
  told: number;
}

const numberSchema = z.object({ number: z.number(), generation: z.number() });
type NumberedLibrary = z.infer<typeof numberSchema>;

async function noteOpened(connection: SearchConnection, name: string, fingerprint: string): Promise<NumberedLibrary> {
  const [row] = await connection.read(numberSchema, {
    text: `
      insert into ${connection.schema}.libraries (name, fingerprint, has_characters) values ($1, $2, true)
      on conflict (name, fingerprint) do update set seen = now()
      returning number, generation`,
    values: [name, fingerprint],
  });
  if (!row) throw new Error(`library ${name} could not be opened`);
  return row;
}

const listedSchema = z.object({ name: z.string(), generation: z.number() });

async function listLibraries(connection: SearchConnection, fingerprint: string): Promise<ReadonlyMap<string, number>> {
  const rows = await connection.read(listedSchema, {
    text: `
      select name, coalesce(max(generation) filter (where fingerprint = $1), 0) as generation
      from ${connection.schema}.libraries group by name`,
    values: [fingerprint],
  });
  return new Map(rows.map(({ name, generation }) => [name, generation]));
}

async function readGenerations(connection: SearchConnection, indexes: readonly OpenedIndex[]) {
  if (indexes.length === 0) return [];
  return connection.read(numberSchema, {
    text: `select number, generation from ${connection.schema}.libraries where number = any($1::integer[])`,
    values: [indexes.map(({ number }) => number)],
  });
}

async function sweep(
  connection: SearchConnection,
  opened: ReadonlyMap<string, OpenedIndex>,
  { besides, fingerprint }: { readonly besides: readonly string[]; readonly fingerprint: string },
): Promise<void> {
  const used = [...opened.values()].filter(({ index }) => index.deref() !== undefined);
  await connection.read(noRow, {
    text: `
      update ${connection.schema}.libraries set seen = now()
      where number = any($1::integer[]) or (name = any($2::text[]) and fingerprint = $3)`,
    values: [used.map(({ number }) => number), besides, fingerprint],
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
