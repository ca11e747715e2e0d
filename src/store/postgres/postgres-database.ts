import { Kysely, sql } from "kysely";
import { attempt } from "../attempt.ts";
import type { Database } from "../database.ts";
import { type Engine, migrate } from "../migrate.ts";
import type { Connected, Tables } from "../tables.ts";
import { createPool } from "./create-pool.ts";
import { explainPostgresError, isLost } from "./explain-postgres-error.ts";
import { nodePostgresDialect } from "./node-postgres-dialect.ts";
import { noteSilence } from "./note-silence.ts";

/** Of the lock that one process at a time changes the layout under; any number that others do not use. */
const LAYOUT_LOCK = 0x7975_616e;
const ours = ["layout", "guilds", "records", "changes", "contents", "uses"];

/** A server, which is asked anew each time: it may go and come. */
export function postgresDatabase(url: string): Database {
  const place = withoutSecrets(url);
  const pool = createPool(url, true);
  const db = connectThrough(pool);
  let isReady = false;
  const prepared = async () => {
    if (!isReady) await migrate(db, postgresEngine(place));
    isReady = true;
    return db;
  };
  const silence = noteSilence();
  const explain = (error: unknown) => explainPostgresError(error, place);
  const again = <Result>(work: (isSecond: boolean) => Promise<Result>) =>
    silence.around(() => attempt(() => twiceIfLost(work), explain));
  return {
    place,
    prepare: () => again(async () => void (await prepared())),
    read: (work) => again(async () => work(await prepared())),
    async readAll(work) {
      await again(prepared);
      const read = async (alone: Connected) =>
        alone.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work);
      return attempt(() => unhurried(url, read), explain, 0);
    },
    // Whether a change is there whose confirmation was lost on the way, only asking again can tell.
    write: (work) =>
      again(async (maybeDone) => (await prepared()).transaction().execute((writing) => work(writing, maybeDone))),
    writeAll: (work) =>
      again(async () => {
        await prepared();
        return unhurried(url, (alone) => alone.transaction().execute(work));
      }),
    // The server does that by itself, by and by.
    erase: async () => {},
    connections: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => db.destroy(),
  };
}

/** The address as it may be shown: without the account and its password. */
function withoutSecrets(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/** A connection may have been lost long before anybody used it again. */
async function twiceIfLost<Result>(work: (isSecond: boolean) => Promise<Result>): Promise<Result> {
  try {
    return await work(false);
  } catch (error) {
    if (!isLost(error)) throw error;
    return work(true);
  }
}

/** With a connection of its own, which is given as long as it takes. */
async function unhurried<Result>(url: string, work: (db: Connected) => Promise<Result>): Promise<Result> {
  const db = connectPostgres(url, false);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** @param isHurried whether somebody waits for what is asked. */
export function connectPostgres(url: string, isHurried: boolean): Connected {
  return connectThrough(createPool(url, isHurried));
}

function connectThrough(pool: ReturnType<typeof createPool>): Connected {
  return new Kysely<Tables>({ dialect: nodePostgresDialect(pool) });
}

/** What PostgreSQL does in its own way. */
export function postgresEngine(place: string): Engine {
  return {
    place,
    types: { bytes: "bytea" },
    async tables(db: Connected) {
      const found = await sql<{ tablename: string }>`
        select tablename from pg_tables where schemaname = current_schema() and tablename in (${sql.join(ours)})`.execute(
        db,
      );
      return found.rows.map(({ tablename }) => tablename);
    },
    lock: (db) => sql`select pg_advisory_xact_lock(${LAYOUT_LOCK})`.execute(db),
  };
}
