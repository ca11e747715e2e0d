import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { UnusableIndex } from "../unusable-index.ts";
import { DamagedIndex, explainIndexError, isDamaged, isUnwritable } from "./sqlite-errors.ts";

export interface IndexFile {
  readonly database: DatabaseSync;
  readonly isReadOnly: boolean;
  /** Why there was another file that was replaced by this one. */
  readonly replaced?: string | undefined;
}

export interface IndexFileOptions {
  readonly file: string;
  /** Tells what articles and terms are made with. */
  readonly fingerprint: string;
}

/** The layout; another one gets another number. */
const LAYOUT = 1;
/** "YwIx", which marks the file as one of these. */
const APPLICATION = 0x59_77_49_78;
/** In milliseconds: so long another process that writes is waited for. */
const PATIENCE = 30_000;

const tables = `
  create table facts (name text primary key, value not null) without rowid;
  create table articles (
    id integer primary key autoincrement,
    key text not null unique,
    first integer not null,
    passages integer not null,
    head text not null,
    lengths blob not null,
    packed blob not null,
    counts blob not null
  );
  create table vocabulary (
    id integer primary key autoincrement,
    first integer not null,
    terms blob not null,
    counts blob not null,
    sign integer not null
  );
  create virtual table postings using fts5
    (tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');`;

/**
 * Opens a file to write, or makes it; what was made otherwise, or is damaged, is made anew.
 *
 * @throws UnusableIndex where that cannot be done.
 */
export function openIndexFile(options: IndexFileOptions): IndexFile {
  const { file } = options;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    try {
      return { database: openToWrite(options), isReadOnly: false };
    } catch (error) {
      const reason = reasonToReplace(error);
      if (reason === undefined) throw error;
      removeIndexFile(file);
      return { database: openToWrite(options), isReadOnly: false, replaced: reason };
    }
  } catch (error) {
    throw explainIndexError(error, file);
  }
}

/**
 * Opens a file to read what is there.
 *
 * @returns nothing where there is no such file, or it was made otherwise, or is damaged.
 * @throws UnusableIndex where it cannot be read.
 */
export function readIndexFile(options: IndexFileOptions): DatabaseSync | undefined {
  const { file } = options;
  if (!existsSync(file)) return undefined;
  try {
    return openToRead(options);
  } catch (error) {
    if (reasonToReplace(error) !== undefined) return undefined;
    throw explainIndexError(error, file);
  }
}

/** With what SQLite keeps beside it; other processes that have it open go on with what they have. */
export function removeIndexFile(file: string): void {
  for (const ending of ["", "-wal", "-shm"]) rmSync(`${file}${ending}`, { force: true });
}

function reasonToReplace(error: unknown): string | undefined {
  if (error instanceof OtherIndex) return error.message;
  return isDamaged(error) && error instanceof Error ? `it was damaged (${error.message})` : undefined;
}

/** Thrown where a file was made otherwise. */
class OtherIndex extends Error {}

function openToWrite({ file, fingerprint }: IndexFileOptions): DatabaseSync {
  const isNew = !existsSync(file);
  return openAnd(new DatabaseSync(file, { timeout: PATIENCE }), (database) => {
    if (!isEmpty(database)) checkProgram(database, file);
    // What is lost in a power cut is made again; what is removed is overwritten.
    database.exec(`
      pragma auto_vacuum = incremental; pragma journal_mode = wal; pragma synchronous = normal;
      pragma secure_delete = on; pragma cache_size = -32000; pragma journal_size_limit = 64000000`);
    if (isNew) chmodSync(file, 0o600);
    database.exec("begin immediate");
    if (isEmpty(database)) layOut(database, fingerprint);
    check(database, file, fingerprint);
    database.exec("commit");
  });
}

/** Beside a file in a folder that is read-only nothing can be made that SQLite shares with others; alone it does without. */
function openToRead({ file, fingerprint }: IndexFileOptions): DatabaseSync {
  const prepare = (database: DatabaseSync): void => {
    database.exec("pragma query_only = on; pragma cache_size = -8000");
    check(database, file, fingerprint);
  };
  try {
    return openAnd(new DatabaseSync(file, { readOnly: true, timeout: PATIENCE }), prepare);
  } catch (error) {
    const log = `${file}-wal`;
    const isSettled = !existsSync(log) || statSync(log).size === 0;
    if (!isUnwritable(error) || !isSettled) throw error;
    const address = pathToFileURL(file);
    address.searchParams.set("immutable", "1");
    return openAnd(new DatabaseSync(address, { readOnly: true }), prepare);
  }
}

function openAnd(database: DatabaseSync, prepare: (database: DatabaseSync) => void): DatabaseSync {
  try {
    prepare(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function isEmpty(database: DatabaseSync): boolean {
  const [found] = database.prepare("select count(*) as tables from sqlite_master").all();
  return found?.["tables"] === 0 && pragma(database, "application_id") === 0;
}

function layOut(database: DatabaseSync, fingerprint: string): void {
  database.exec(`${tables} pragma application_id = ${APPLICATION}; pragma user_version = ${LAYOUT}`);
  const set = database.prepare("insert into facts (name, value) values (?, ?)");
  set.run("fingerprint", fingerprint);
  set.run("places", 0);
  set.run("characters", 1);
}

function check(database: DatabaseSync, file: string, fingerprint: string): void {
  checkProgram(database, file);
  if (pragma(database, "user_version") !== LAYOUT) throw new OtherIndex("another version of the program made it");
  if (readFact(database, "fingerprint") !== fingerprint) throw new OtherIndex("it was made with other code or tables");
}

/** Nothing of it was changed until then. */
function checkProgram(database: DatabaseSync, file: string): void {
  if (pragma(database, "application_id") !== APPLICATION) {
    throw new UnusableIndex(`${file} is a database of another program; move it away, or set YUANWEN_INDEXES`);
  }
}

function pragma(database: DatabaseSync, name: string): unknown {
  return database.prepare(`pragma ${name}`).get()?.[name];
}

/** @throws DamagedIndex where it is lacking. */
export function readFact(database: DatabaseSync, name: string): string | number {
  const value = database.prepare("select value from facts where name = ?").get(name)?.["value"];
  if (typeof value === "string" || typeof value === "number") return value;
  throw new DamagedIndex(`${name} is lacking`);
}

export function writeFact(database: DatabaseSync, name: string, value: string | number): void {
  database.prepare("update facts set value = ? where name = ?").run(value, name);
}
