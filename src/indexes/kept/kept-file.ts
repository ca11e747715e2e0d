import { chmodSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Log } from "../../log.ts";
import { tables } from "./kept-rows.ts";

export interface KeptFileOptions {
  readonly file: string;
  /** In milliseconds: so long is waited for another process that writes, and everything else of this thread with it. */
  readonly patience: number;
  readonly log: Pick<Log, "warn">;
}

/** One SQLite file on which nothing depends: what is broken is made anew, and what cannot be had is done without. */
export interface KeptFile {
  /** Reads; gives nothing where there is no file yet, or none that can be read. */
  read<Found>(act: (database: DatabaseSync) => Found): Found | undefined;
  /** Writes all or nothing; makes the file where there is none. Gives whether it was written. */
  write(act: (database: DatabaseSync) => void): boolean;
  /** Gives back what was forgotten, in the log beside the file too. */
  settle(): void;
  close(): void;
}

/** The layout; another one gets another number, and the file is made anew. */
const LAYOUT = 1;
/** "YwKI", which marks the file as one of these. */
const APPLICATION = 0x59_77_4b_49;

/** What marks a file as one of these. */
const marks = `pragma application_id = ${APPLICATION}; pragma user_version = ${LAYOUT}`;

/** Opens the file when it is first needed. */
export function createKeptFile({ file, patience, log }: KeptFileOptions): KeptFile {
  let database: DatabaseSync | undefined;
  let isGivenUp = false;

  function open(isToBeMade: boolean): DatabaseSync | undefined {
    if (isGivenUp || database) return database;
    if (!isToBeMade && !existsSync(file)) return undefined;
    database = openOrReplace(file, patience);
    return database;
  }

  /** Another process that writes is no trouble; what else fails is not tried again, so that it is told once. */
  function fail(error: unknown): void {
    const result = resultOf(error);
    if (result === BUSY || result === LOCKED) return;
    close();
    if (isBroken(error) && removeQuietly(file)) return;
    isGivenUp = true;
    log.warn("indexes not kept", { file, problem: error instanceof Error ? error.message : String(error) });
  }

  function attempt<Done>(isToBeMade: boolean, act: (opened: DatabaseSync) => Done): Done | undefined {
    try {
      const opened = open(isToBeMade);
      return opened && act(opened);
    } catch (error) {
      fail(error);
      return undefined;
    }
  }

  function close(): void {
    if (database?.isOpen) database.close();
    database = undefined;
  }

  return {
    read: (act) => attempt(false, act),
    write: (act) => attempt(true, (opened) => inTransaction(opened, act)) ?? false,
    settle() {
      attempt(false, (opened) => opened.exec("pragma incremental_vacuum; pragma wal_checkpoint(truncate)"));
    },
    close,
  };
}

function inTransaction(database: DatabaseSync, act: (database: DatabaseSync) => void): true {
  database.exec("begin immediate");
  try {
    act(database);
    database.exec("commit");
    return true;
  } catch (error) {
    if (database.isTransaction) database.exec("rollback");
    throw error;
  }
}

/** What is broken, or no such file at all, is replaced. */
function openOrReplace(file: string, patience: number): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  try {
    return openKept(file, patience);
  } catch (error) {
    if (!isBroken(error)) throw error;
    remove(file);
    return openKept(file, patience);
  }
}

/** Thrown where a file is none of ours, or of another layout. */
class ForeignFile extends Error {}

function openKept(file: string, patience: number): DatabaseSync {
  const isNew = !existsSync(file);
  const database = new DatabaseSync(file, { timeout: patience });
  try {
    // What is lost in a power cut is made again; what is forgotten is overwritten.
    database.exec(`
      pragma auto_vacuum = incremental; pragma journal_mode = wal; pragma synchronous = normal;
      pragma secure_delete = on; pragma journal_size_limit = 1000000; pragma cache_size = -1000`);
    // Articles of servers are for nobody else of this machine to read.
    if (isNew) chmodSync(file, 0o600);
    inTransaction(database, layOut);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function layOut(database: DatabaseSync): void {
  const application = numberOf(database, "application_id");
  const isEmpty = database.prepare("select count(*) as tables from sqlite_master").get()?.["tables"] === 0;
  if (isEmpty && application === 0) database.exec(`${tables} ${marks}`);
  else if (application !== APPLICATION || numberOf(database, "user_version") !== LAYOUT) throw new ForeignFile();
}

function numberOf(database: DatabaseSync, pragma: string): unknown {
  return database.prepare(`pragma ${pragma}`).get()?.[pragma];
}

/** SQLite's primary result codes, sqlite.org/rescode.html. */
const [BUSY, LOCKED, CORRUPT, NOT_A_DATABASE] = [5, 6, 11, 26];

function isBroken(error: unknown): boolean {
  const result = resultOf(error);
  return error instanceof ForeignFile || result === CORRUPT || result === NOT_A_DATABASE || isMissingTable(error);
}

/** A file with our mark and without our table. */
function isMissingTable(error: unknown): boolean {
  return error instanceof Error && /^no such (table|column)/u.test(error.message);
}

function resultOf(error: unknown): number | undefined {
  return error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : undefined;
}

function removeQuietly(file: string): boolean {
  try {
    remove(file);
    return true;
  } catch {
    return false;
  }
}

/** With what SQLite keeps beside it. Other processes that have it open go on with what they have. */
function remove(file: string): void {
  for (const ending of ["", "-wal", "-shm"]) rmSync(`${file}${ending}`, { force: true });
}
