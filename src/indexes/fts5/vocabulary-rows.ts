import type { DatabaseSync } from "node:sqlite";
import type { GrowingTerms, SavedTerms } from "../growing-terms.ts";
import { packNumbers, unpackNumbers } from "./pack-numbers.ts";
import { DamagedIndex } from "./sqlite-errors.ts";
import { countNames, listCounts, type TermCounts } from "./term-counts.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";

/** A vocabulary as it is in a file by rows, each of which adds terms and counts to those before it. */
export interface VocabularyReader {
  readonly vocabulary: Vocabulary;
  /** The last row that was read, or written by this one. */
  last: number;
}

export function createReader(): VocabularyReader {
  return { vocabulary: createVocabulary(), last: 0 };
}

/**
 * Reads the rows that were added since.
 *
 * @returns false where rows were joined that this one has not read: another one has to begin anew.
 */
export function readRows(database: DatabaseSync, reader: VocabularyReader): boolean {
  const rows = database
    .prepare("select id, first, terms, counts, sign from vocabulary where id > ? order by id")
    .all(reader.last);
  for (const { id, first, terms, counts, sign } of rows) {
    if (first !== reader.vocabulary.terms.size) {
      if (reader.last === 0) throw new DamagedIndex(`row ${String(id)} begins at term ${String(first)}`);
      return false;
    }
    reader.vocabulary.terms.load(unpackTerms(bytesOf(terms)));
    reader.vocabulary.count(unpackCounts(bytesOf(counts)), sign === -1 ? -1 : 1);
    reader.last = Number(id);
  }
  return true;
}

/** Adds a row; its terms are those from `first` on. */
export function writeRow(
  database: DatabaseSync,
  { vocabulary: { terms } }: VocabularyReader,
  { first, counts, sign }: { readonly first: number; readonly counts: Uint8Array; readonly sign: 1 | -1 },
): number {
  const { lastInsertRowid } = database
    .prepare("insert into vocabulary (first, terms, counts, sign) values (?, ?, ?, ?)")
    .run(first, packTerms(terms, first), counts, sign);
  return Number(lastInsertRowid);
}

/** Puts one row in the place of all; what nothing counts any more loses its letters. */
export function joinRows(database: DatabaseSync, reader: VocabularyReader): void {
  const { terms, sums } = reader.vocabulary;
  const all = Uint32Array.from({ length: terms.size }, (_, term) => term);
  const counts = listCounts(sums, all);
  let next = 0;
  for (const term of all) {
    if (counts.terms[next] === term) next += 1;
    else terms.forget(term);
  }
  database.exec("delete from vocabulary");
  database
    .prepare("insert into vocabulary (id, first, terms, counts, sign) values (?, 0, ?, ?, 1)")
    .run(reader.last, packTerms(terms, 0), packCounts(counts));
}

export function countRows(database: DatabaseSync): number {
  return Number(database.prepare("select count(*) as rows from vocabulary").get()?.["rows"]);
}

function packTerms(terms: GrowingTerms, first: number): Uint8Array {
  const { units, lengths } = terms.save(first);
  return packNumbers([units, lengths]);
}

function unpackTerms(packed: Uint8Array): SavedTerms {
  const [units, lengths] = unpackNumbers(packed);
  if (!(units instanceof Uint16Array && lengths instanceof Uint16Array)) throw new DamagedIndex("terms are lacking");
  return { units, lengths };
}

export function packCounts(counts: TermCounts): Uint8Array {
  return packNumbers([counts.terms, ...countNames.map((name) => counts[name])]);
}

export function unpackCounts(packed: Uint8Array): TermCounts {
  const [terms, text, repeated, headings, ideographs, both, words] = unpackNumbers(packed);
  if (!(terms instanceof Uint32Array && text && repeated && headings && ideographs && both && words)) {
    throw new DamagedIndex("counts are lacking");
  }
  return { terms, text, repeated, headings, ideographs, both, words };
}

/** @throws DamagedIndex where it is something else. */
export function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new DamagedIndex(`bytes were expected in place of ${typeof value}`);
}
