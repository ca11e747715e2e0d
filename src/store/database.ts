import type { Claims } from "./claims.ts";
import type { Ears } from "./hearing.ts";
import type { Connections } from "./store.ts";
import type { Connected, Writing } from "./tables.ts";

/** A SQLite file or a PostgreSQL server, with the tables of the newest layout. Errors are StoreErrors where they can be told. */
export interface Database {
  /** As people know it: a file, or a server without its password. */
  readonly place: string;
  /** Whether several may write at once, who then have to lock rows and may skip those that others have. */
  readonly hasRowLocks: boolean;
  /** Makes the tables where they are wanted by now: a file that is not there is not made. */
  prepare(): Promise<void>;
  /** Reads; gives nothing where nothing was ever written. */
  read<Result>(work: (db: Connected) => Promise<Result>): Promise<Result | undefined>;
  /** Reads all in one state, however long it takes. */
  readAll<Result>(work: (db: Writing) => Promise<Result>): Promise<Result | undefined>;
  /**
   * Writes all that `work` writes, or nothing.
   *
   * @param work done again where others were in the way; `maybeDone` where the connection was lost, so that it may have
   *   been done already.
   */
  write<Result>(work: (db: Writing, maybeDone: boolean) => Promise<Result>): Promise<Result>;
  /** Writes much at once: nobody is waiting. */
  writeAll<Result>(work: (db: Writing) => Promise<Result>): Promise<Result>;
  /** Says something to all other processes, once the transaction is committed; nothing where they see by themselves what was written. */
  tell(db: Writing, message: string): Promise<void>;
  /** Begins to hear what other processes say, until the database is closed. */
  hear(ears: Ears): void;
  /** Absent where each process goes by what it knows itself. */
  readonly claims?: Claims | undefined;
  /** Leaves nothing on the disk of what was forgotten, and gives its room back, as far as the database can. */
  erase(): Promise<void>;
  /** Those to a server; absent where there is none. */
  readonly connections?: (() => Connections) | undefined;
  close(): Promise<void>;
}
