import { Kysely, sql } from "kysely";
import { attempt } from "../attempt.ts";
import type { Database } from "../database.ts";
import { type Engine, isNewest, migrate, settle } from "../migrate.ts";
import type { Connected, Tables } from "../tables.ts";
import { createPool, type PoolOptions } from "./create-pool.ts";
import { explainPostgresError, isLost } from "./explain-postgres-error.ts";
import { createVoice } from "./create-voice.ts";
import { nodePostgresDialect } from "./node-postgres-dialect.ts";
import { postgresClaims } from "./postgres-claims.ts";
import { noteSilence } from "./note-silence.ts";

/** Of the lock that one process at a time changes the layout under; any number that others do not use. */
const LAYOUT_LOCK = 0x7975_616e;
/** Such locks belong to a whole database, which may have several bots' schemas. */
const layoutLock = sql`${LAYOUT_LOCK}::integer, hashtext(current_schema())`;
/** Of every layout. */
const ours = ["layout", "guilds", "records", "changes", "files", "contents", "uses", "jobs", "claims"];
/** A partition of a hundred thousand servers is some hundred megabytes: its indexes stay small, and each is vacuumed by itself. */
const PARTITIONS = 16;
/** In milliseconds: so long after a process of this layout came, none of the layout before runs any more. */
const UPGRADE = 60 * 60 * 1000;

/**
 * A server, which is asked anew each time: it may go and come.
 *
 * @param most so many connections at once.
 */
export function postgresDatabase(url: string, most?: number): Database {
  const place = withoutSecrets(url);
  const pool = createPool(url, { isHurried: true, most });
  const db = connectThrough(pool);
  const voice = createVoice(url, db);
  const engine = postgresEngine(place);
  const upgrade = createUpgrade({ db, engine, slowly: (work) => unhurried(url, work) });
  const prepared = async () => {
    await upgrade.ready();
    return db;
  };
  const silence = noteSilence();
  const explain = (error: unknown) => explainPostgresError(error, place);
  const again = <Result>(work: (isSecond: boolean) => Promise<Result>) =>
    silence.around(() => attempt(() => twiceIfLost(work), explain));
  return {
    place,
    hasRowLocks: true,
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
    claims: postgresClaims((work) => again(async (maybeDone) => work(await prepared(), maybeDone)), voice),
    tell: (writing, message) => voice.tell(writing, message),
    hear: (ears) => voice.hear(ears),
    async close() {
      await voice.close();
      await upgrade.close();
      await db.destroy();
    },
  };
}

interface Upgrading {
  readonly db: Connected;
  readonly engine: Engine;
  readonly slowly: <Result>(work: (db: Connected) => Promise<Result>) => Promise<Result>;
}

/** Brings the tables to the newest layout before anything else is asked, and tidies up when everybody has it. */
function createUpgrade({ db: hurried, engine, slowly }: Upgrading) {
  let [isReady, timer]: [boolean, NodeJS.Timeout | undefined] = [false, undefined];
  let going: Promise<void> | undefined = undefined;
  // Where that fails the next process does it.
  const tidy = () => slowly((db) => settle(db, engine)).catch(() => {});
  const bring = async () => {
    if (!(await isNewest(hurried, engine))) await slowly((db) => migrate(db, engine));
    isReady = true;
    timer = setTimeout(() => {
      going = tidy();
    }, UPGRADE).unref();
  };
  return {
    async ready(): Promise<void> {
      if (isReady) return;
      going ??= bring().finally(() => {
        going = undefined;
      });
      await going;
    },
    async close(): Promise<void> {
      clearTimeout(timer);
      await going?.catch(() => {});
    },
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
  const db = connectPostgres(url, { isHurried: false });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

export function connectPostgres(url: string, options: PoolOptions): Connected {
  return connectThrough(createPool(url, options));
}

function connectThrough(pool: ReturnType<typeof createPool>): Connected {
  return new Kysely<Tables>({ dialect: nodePostgresDialect(pool) });
}

/** What PostgreSQL does in its own way. */
export function postgresEngine(place: string): Engine {
  return {
    place,
    types: { bytes: "bytea", partitions: PARTITIONS },
    async tables(db: Connected) {
      const found = await sql<{ tablename: string }>`
        select tablename from pg_tables where schemaname = current_schema() and tablename in (${sql.join(ours)})`.execute(
        db,
      );
      return found.rows.map(({ tablename }) => tablename);
    },
    lock: (db) => sql`select pg_advisory_xact_lock(${layoutLock})`.execute(db),
    alone: (db, work) =>
      db.connection().execute(async (connection) => {
        await sql`select pg_advisory_lock(${layoutLock})`.execute(connection);
        try {
          await work(connection);
        } finally {
          // A connection that broke has let go of it.
          await sql`select pg_advisory_unlock(${layoutLock})`.execute(connection).catch(() => {});
        }
      }),
  };
}
