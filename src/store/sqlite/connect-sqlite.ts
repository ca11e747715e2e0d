import { existsSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { Kysely, sql } from "kysely";
import { type Engine, migrate } from "../migrate.ts";
import type { Connected, Tables } from "../tables.ts";
import { mayBeReadable } from "./explain-sqlite-error.ts";
import { nodeSqliteDialect } from "./node-sqlite-dialect.ts";

export interface SqliteConnection {
  readonly db: Connected;
  readonly isReadOnly: boolean;
  close(): Promise<void>;
}

/** In milliseconds: nothing else happens in the process while SQLite itself waits, so others are waited for elsewhere. */
const BUSY = 20;

/** Opens a file and brings it to the newest layout. @param place as people know it. */
export async function connectSqlite(file: string, place: string): Promise<SqliteConnection> {
  const { database, isReadOnly } = openAtBest(file);
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) });
  try {
    await migrate(db, sqliteEngine(place));
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    db,
    isReadOnly,
    // Kysely closes only what it has used.
    close: async () => {
      await db.destroy();
      if (database.isOpen) database.close();
    },
  };
}

interface Opened {
  readonly database: DatabaseSync;
  readonly isReadOnly: boolean;
}

/** To write, or else to read. */
function openAtBest(file: string): Opened {
  try {
    return open(file, false);
  } catch (error) {
    if (!mayBeReadable(error)) throw error;
    try {
      return openReadable(file);
    } catch {
      throw error;
    }
  }
}

/** Beside a file in a folder that is read-only nothing can be made that SQLite shares with others; alone it does without. */
function openReadable(file: string): Opened {
  const log = `${file}-wal`;
  const isSettled = !existsSync(log) || statSync(log).size === 0;
  if (!isSettled) return open(file, true);
  const address = pathToFileURL(file);
  address.searchParams.set("immutable", "1");
  return open(address, true);
}

function open(file: string | URL, isReadOnly: boolean): Opened {
  const database = new DatabaseSync(file, { readOnly: isReadOnly, timeout: BUSY, enableForeignKeyConstraints: true });
  try {
    // `full` waits until the disk has it; `secure_delete` overwrites what is forgotten; `incremental` gives room back.
    const writing = "pragma auto_vacuum = incremental; pragma journal_mode = wal; pragma synchronous = full;";
    database.exec(isReadOnly ? "pragma query_only = on" : `${writing} pragma secure_delete = on`);
    // Reads the first page, so that a file which cannot be used is found out here.
    database.prepare("select count(*) from sqlite_master").get();
    return { database, isReadOnly };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What SQLite does in its own way. */
export function sqliteEngine(place: string): Engine {
  return {
    place,
    types: { bytes: "blob", partitions: 0 },
    async tables(db) {
      const found = await sql<{ name: string }>`
        select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`.execute(db);
      return found.rows.map(({ name }) => name);
    },
    // A transaction that writes has the only lock there is.
    lock: async () => {},
  };
}
