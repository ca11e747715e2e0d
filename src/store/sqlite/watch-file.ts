import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import type { Ears, Hearing } from "../hearing.ts";
import type { SqliteConnection } from "./connect-sqlite.ts";

/** In milliseconds: looking costs a look at the file and one at a number in shared memory. */
const INTERVAL = 300;

/**
 * Tells of every commit of another process on the same file, and of another file in its place, by `begin`: what was changed there
 * is for the hearer to look up.
 */
export function watchFile(get: () => Promise<SqliteConnection | undefined>, ears: Ears): Hearing {
  const closing = new AbortController();
  const running = keepLooking(get, ears, closing.signal);
  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}

async function keepLooking(
  get: () => Promise<SqliteConnection | undefined>,
  ears: Ears,
  signal: AbortSignal,
): Promise<void> {
  let seen: Seen | undefined;
  while (!signal.aborted) {
    try {
      const now = await look(get);
      if (!seen || seen.connection !== now.connection || seen.version !== now.version) ears.begin();
      seen = now;
    } catch (error) {
      // The same file may stand there again as if nothing had been.
      seen = undefined;
      if (!signal.aborted) ears.lose(error);
    }
    await setTimeout(INTERVAL, undefined, { signal, ref: false }).catch(() => {});
  }
}

interface Seen {
  readonly connection: SqliteConnection | undefined;
  /** A number that every commit of another connection changes. */
  readonly version: number | undefined;
}

async function look(get: () => Promise<SqliteConnection | undefined>): Promise<Seen> {
  const connection = await get();
  if (!connection) return { connection: undefined, version: undefined };
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(connection.db);
  return { connection, version: rows[0]?.data_version };
}
