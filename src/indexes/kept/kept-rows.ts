import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { IndexData } from "../../search/index-data.ts";
import { packIndexData, unpackIndexData } from "./pack-index-data.ts";

/** An index as it is kept, with the article that it is of where that is had from nowhere else. */
export interface KeptIndex {
  /** Packed. */
  readonly article?: Uint8Array | undefined;
  readonly data: IndexData;
}

export interface KeptRow {
  readonly id: number;
  readonly article: Uint8Array | undefined;
  readonly data: Uint8Array;
  readonly digest: Uint8Array;
  /** The period in which it was last used. */
  readonly used: number;
}

/** Owner, hash of what it was made of, fingerprint of what it was made with. */
type RowKey = readonly [owner: string, madeOf: string, fingerprint: string];

export const tables = `
  create table entries (
    id integer primary key,
    owner text not null,
    made_of text not null,
    fingerprint text not null,
    article blob,
    data blob not null,
    digest blob not null,
    bytes integer not null,
    used integer not null,
    unique (owner, made_of, fingerprint)
  );
  create index entries_by_use on entries (used, id, bytes);`;

export function findRow(database: DatabaseSync, key: RowKey): KeptRow | undefined {
  const row = database
    .prepare("select id, article, data, digest, used from entries where owner = ? and made_of = ? and fingerprint = ?")
    .get(...key);
  if (!row) return undefined;
  const { id, article, data, digest, used } = row;
  if (!(data instanceof Uint8Array && digest instanceof Uint8Array)) return undefined;
  const kept = article instanceof Uint8Array ? article : undefined;
  return { id: Number(id), article: kept, data, digest, used: Number(used) };
}

/** Opens a row; gives nothing where it is not just as it was written. */
export function openRow({ article, data, digest }: KeptRow): KeptIndex | undefined {
  if (!digestOf(article, data).equals(digest)) return undefined;
  try {
    return { article, data: unpackIndexData(data) };
  } catch {
    return undefined;
  }
}

/** Packs a row; gives nothing where that would not be the same again: half a character is none in UTF-8. */
export function packRow({ article, data: unpacked }: KeptIndex) {
  const { terms, latinWords, lowerWords, transliterations } = unpacked;
  const texts = [terms.text, latinWords, lowerWords, transliterations];
  if (!texts.every((text) => text.isWellFormed())) return undefined;
  const data = packIndexData(unpacked);
  return { article, data, digest: digestOf(article, data), bytes: data.length + (article?.length ?? 0) };
}

function digestOf(article: Uint8Array | undefined, data: Uint8Array): Buffer {
  return createHash("sha256")
    .update(`${article?.length ?? ""} `)
    .update(article ?? "")
    .update(data)
    .digest();
}

export function insertRow(
  database: DatabaseSync,
  key: RowKey,
  { article, data, digest, bytes, used }: NonNullable<ReturnType<typeof packRow>> & { readonly used: number },
): void {
  const names = "owner, made_of, fingerprint, article, data, digest, bytes, used";
  database
    .prepare(`insert or replace into entries (${names}) values (?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(...key, article ?? null, data, digest, bytes, used);
}

export function forgetRow(database: DatabaseSync, id: number): void {
  database.prepare("delete from entries where id = ?").run(id);
}

/** Forgets what was used longest ago, until so many bytes are left at most. */
export function forgetOldest(database: DatabaseSync, mostBytes: number): void {
  const kept = database.prepare("select sum(bytes) as bytes from entries").get();
  let bytes = Number(kept?.["bytes"] ?? 0);
  if (bytes <= mostBytes) return;
  const oldest = database.prepare("select id, bytes from entries order by used, id").all();
  for (const row of oldest) {
    if (bytes <= mostBytes) return;
    forgetRow(database, Number(row["id"]));
    bytes -= Number(row["bytes"]);
  }
}

export function listMadeOf(database: DatabaseSync, owner: string): string[] {
  const rows = database.prepare("select distinct made_of from entries where owner = ?").all(owner);
  return rows.map((row) => String(row["made_of"]));
}

export function forgetMadeOf(database: DatabaseSync, owner: string, madeOf: readonly string[]): void {
  const forget = database.prepare("delete from entries where owner = ? and made_of = ?");
  for (const each of madeOf) forget.run(owner, each);
}

export function listOwners(database: DatabaseSync): string[] {
  return database
    .prepare("select distinct owner from entries")
    .all()
    .map((row) => String(row["owner"]));
}

export function noteUse(database: DatabaseSync, ids: readonly number[], used: number): void {
  const note = database.prepare("update entries set used = ? where id = ?");
  for (const id of ids) note.run(used, id);
}
