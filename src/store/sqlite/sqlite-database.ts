import { mkdir, open, rm, stat } from "node:fs/promises";
import path from "node:path";
import { sql } from "kysely";
import { StoreError } from "../../community/store-error.ts";
import { attempt } from "../attempt.ts";
import type { Database } from "../database.ts";
import type { SqliteConnection } from "./connect-sqlite.ts";
import { createAudience, type Ears, type Hearing } from "../hearing.ts";
import { explainSqliteError } from "./explain-sqlite-error.ts";
import { watchFile } from "./watch-file.ts";

/** What is lost with the process, for tests and the playground. */
export const inMemory = ":memory:";

/** One file, which the first write makes. */
export function sqliteDatabase(file: string): Database {
  const current = file === inMemory ? currentInMemory() : currentInFile(path.resolve(file), file);
  const explain = (error: unknown) => explainSqliteError(error, file);
  const again = <Result>(work: () => Promise<Result>) => attempt(work, explain);
  const neighbours = createNeighbours();
  const audience = createAudience((ears) =>
    file === inMemory ? neighbours.listen(ears) : watchFile(() => current.get(), ears),
  );
  return {
    place: file,
    hasRowLocks: false,
    prepare: () => again(async () => void (await current.get())),
    read: (work) =>
      again(async () => {
        const connection = await current.get();
        return connection && work(connection.db);
      }),
    async readAll(work) {
      const connection = await again(() => current.get());
      return attempt(async () => connection?.db.transaction().setAccessMode("read only").execute(work), explain, 0);
    },
    write: (work) => again(() => current.write((db) => db.transaction().execute((writing) => work(writing, false)))),
    writeAll: (work) => again(() => current.write((db) => db.transaction().execute(work))),
    // The log has pages as they were until it is emptied.
    erase: () =>
      again(() =>
        current.write(async (db) => {
          await sql`pragma incremental_vacuum`.execute(db);
          await sql`pragma wal_checkpoint(truncate)`.execute(db);
        }),
      ),
    // Whoever watches a file sees what was written; what is in memory alone is shared within the process at most.
    tell: async (_db, message) => neighbours.tell(message),
    hear: (ears) => audience.join(ears),
    async close() {
      await audience.close();
      await current.close();
    },
  };
}

/** Those who share what is in memory alone. */
function createNeighbours() {
  let all: readonly Ears[] = [];
  return {
    tell: (message: string) => all.forEach(({ hear }) => hear(message)),
    listen(ears: Ears): Hearing {
      all = [...all, ears];
      ears.begin();
      return { close: async () => {} };
    },
  };
}

/** The connection that belongs to what stands there now. */
interface Current {
  readonly get: () => Promise<SqliteConnection | undefined>;
  readonly write: <Result>(work: (db: SqliteConnection["db"]) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

function currentInMemory(): Current {
  const connection = import("./connect-sqlite.ts").then(({ connectSqlite }) => connectSqlite(inMemory, inMemory));
  return {
    get: () => connection,
    write: async (work) => work((await connection).db),
    close: async () => (await connection).close(),
  };
}

interface Standing extends SqliteConnection {
  /** Which file it is, whatever stands under its name by now. */
  readonly inode: string;
  /** And which is its log. */
  readonly log: string | undefined;
}

/** Looks each time: the file may come, go or be replaced by another while the process runs. */
function currentInFile(file: string, place: string): Current {
  let standing: Standing | undefined = undefined;
  let looking: Promise<Standing | undefined> = Promise.resolve(undefined);
  let isClosed = false;
  const look = async (wanted: "to read" | "to write"): Promise<Standing | undefined> => {
    if (isClosed) throw new StoreError("unavailable");
    const inode = await inodeOf(file);
    if (standing && standing.inode === inode && !(standing.isReadOnly && wanted === "to write")) return standing;
    if (standing) await leave(standing, file);
    standing = undefined;
    if (inode === undefined && wanted === "to read") return undefined;
    if (inode === undefined) await makeFile(file);
    const { connectSqlite } = await import("./connect-sqlite.ts");
    const connection = await connectSqlite(file, place);
    standing = { ...connection, inode: (await inodeOf(file)) ?? "", log: await inodeOf(logOf(file), 0n) };
    return standing;
  };
  const get = (wanted: "to read" | "to write" = "to read") => {
    looking = looking.catch(() => {}).then(() => look(wanted));
    return looking;
  };
  return {
    get,
    async write(work) {
      const connection = await get("to write");
      if (!connection) throw new StoreError("unavailable");
      const result = await work(connection.db);
      // What was written into a file that somebody took away is not kept.
      if ((await inodeOf(file)) !== connection.inode) throw new StoreError("busy");
      return result;
    },
    async close() {
      isClosed = true;
      await looking.catch(() => {});
      await standing?.close();
      standing = undefined;
    },
  };
}

/** Closes what was taken away or will be opened anew. Its log must not be taken for the log of what stands there now. */
async function leave(gone: Standing, file: string): Promise<void> {
  await gone.close();
  if (gone.log === undefined || (await inodeOf(file)) === gone.inode || (await inodeOf(logOf(file), 0n)) !== gone.log)
    return;
  await rm(logOf(file), { force: true });
  await rm(`${file}-shm`, { force: true });
}

/** SQLite writes there first, and into the file by and by. */
function logOf(file: string): string {
  return `${file}-wal`;
}

/** Tells one file from another; absent where there is none, or one with less in it. */
async function inodeOf(file: string, least = 1n): Promise<string | undefined> {
  try {
    const { dev, ino, size } = await stat(file, { bigint: true });
    return size < least ? undefined : `${dev}:${ino}`;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** For nobody else to read; what SQLite makes beside it is as private as the file. */
async function makeFile(file: string): Promise<void> {
  const folder = path.dirname(file);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  const handle = await open(file, "a", 0o600);
  await handle.close();
  if (made === undefined || process.platform === "win32") return;
  // The name of a new folder, too, is on the disk only when it was asked for.
  const parent = await open(path.dirname(made), "r");
  try {
    await parent.sync();
  } finally {
    await parent.close();
  }
}
