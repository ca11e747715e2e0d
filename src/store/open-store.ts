import { StoreError } from "../community/store-error.ts";
import type { BackupCounts } from "./backup/backup-line.ts";
import type { Database } from "./database.ts";
import { sqlStore } from "./sql-store.ts";
import { sqliteDatabase } from "./sqlite/sqlite-database.ts";
import type { Store } from "./store.ts";
import { UnusableStore } from "./unusable-store.ts";

export interface StorePlace {
  /** Of a PostgreSQL server; where it is given, the file is not used. */
  readonly url?: string | undefined;
  /** So many connections to it at once. */
  readonly pool?: number | undefined;
  /** Of SQLite; `inMemory` is kept nowhere. */
  readonly file: string;
}

/**
 * Opens what servers bring, teach and set. A file that is not there is made by the first change; a server that does not
 * answer is asked again by whatever needs it.
 *
 * @throws UnusableStore where somebody has to do something about it first; its message is one line that says what.
 */
export async function openStore(place: StorePlace): Promise<Store> {
  const database = await databaseAt(place);
  try {
    await database.prepare();
  } catch (error) {
    if (error instanceof StoreError && !(error instanceof UnusableStore)) return sqlStore(database);
    await database.close();
    throw error;
  }
  return sqlStore(database);
}

/**
 * Writes all that is kept at a place, as of one moment; what is being changed meanwhile is not held up.
 *
 * @throws BackupError where nothing is kept there.
 * @throws StoreError
 */
export async function backUp(place: StorePlace, write: (bytes: Uint8Array) => Promise<void>): Promise<BackupCounts> {
  const { writeBackup } = await import("./backup/write-backup.ts");
  return using(place, (database) => writeBackup(database, { at: Date.now(), write }));
}

export interface Restoring {
  readonly file: string;
  /** Forgets what is kept at the place now. */
  readonly isReplacing: boolean;
}

/**
 * Puts all that a backup has where nothing is kept: all of it or nothing.
 *
 * @throws BackupError where that cannot be.
 * @throws StoreError
 */
export async function restore(place: StorePlace, { file, isReplacing }: Restoring): Promise<BackupCounts> {
  const { restoreBackup } = await import("./backup/restore-backup.ts");
  return using(place, (database) => restoreBackup(database, file, { isReplacing }));
}

async function using<Result>(place: StorePlace, work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await databaseAt(place);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function databaseAt({ url, pool, file }: StorePlace): Promise<Database> {
  if (url === undefined) return sqliteDatabase(file);
  const { postgresDatabase } = await import("./postgres/postgres-database.ts");
  return postgresDatabase(url, pool);
}
