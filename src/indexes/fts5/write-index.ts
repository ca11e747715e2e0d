import type { DatabaseSync } from "node:sqlite";
import { MOST_WITH_CHARACTERS } from "../../search/index-data.ts";
import type { IndexedArticle } from "../indexed-article.ts";
import { countTerms } from "./count-terms.ts";
import { type IndexFileOptions, openIndexFile, readFact, writeFact } from "./index-file.ts";
import { packNumbers } from "./pack-numbers.ts";
import { passageTokens } from "./passage-tokens.ts";
import { explainIndexError } from "./sqlite-errors.ts";
import { sumCounts } from "./term-counts.ts";
import {
  bytesOf,
  countRows,
  createReader,
  joinRows,
  packCounts,
  readRows,
  unpackCounts,
  type VocabularyReader,
  writeRow,
} from "./vocabulary-rows.ts";

/** Writes an index; several processes may do so at once. */
export interface IndexWriter {
  /** Why there was another file before, which was replaced. */
  readonly replaced?: string | undefined;
  /** The ids of all articles that are there, by their keys. */
  ids(): ReadonlyMap<string, string>;
  /** Adds articles, all or none of them; those that are there already stay. */
  add(articles: readonly IndexedArticle[]): void;
  /** Removes articles, their text and every word that only they have. */
  remove(keys: readonly string[]): void;
  /** Does what makes reading faster and takes long; to be called at the end of what was added. */
  finish(): void;
  close(): void;
}

/** So many rows of the vocabulary are joined into one. */
const MOST_ROWS = 32;
/** Where more than such a part of all was added, postings are laid out anew. */
const MUCH = 0.2;

/**
 * Opens an index to write into.
 *
 * @throws UnusableIndex, as all of it does, where the file cannot be written.
 */
export function openIndexWriter(options: IndexFileOptions): IndexWriter {
  const { database, replaced } = openIndexFile(options);
  const write = createWrite(database, options.file);
  // What the log has as it was stays there until it is emptied.
  const settle = (): void => database.exec("pragma incremental_vacuum; pragma wal_checkpoint(truncate)");
  let added = 0;
  return {
    replaced,
    ids: () => listIds(database),
    add: (articles) =>
      write((reader) => {
        // FTS5 joins its parts while it is added to, again and again; at the end it does so once.
        if (added === 0) setMerging(database, 0);
        added += addArticles(database, reader, articles);
        if (countRows(database) > MOST_ROWS) joinRows(database, reader);
      }),
    remove(keys) {
      if (keys.length === 0) return;
      write((reader) => {
        for (const key of keys) removeArticle(database, reader, key);
        joinRows(database, reader);
      });
      settle();
    },
    finish() {
      if (added === 0) return;
      write((reader) => {
        setMerging(database, 4);
        if (added < MUCH * countPassages(database)) return;
        database.exec("insert into postings (postings) values ('optimize')");
        if (countRows(database) > 1) joinRows(database, reader);
      });
      added = 0;
      settle();
    },
    close: () => database.close(),
  };
}

/** Makes the function that writes all or nothing, after what others have written. */
function createWrite(database: DatabaseSync, file: string): (act: (reader: VocabularyReader) => void) => void {
  let reader = createReader();
  return (act) => {
    try {
      database.exec("begin immediate");
      if (!readRows(database, reader)) {
        reader = createReader();
        readRows(database, reader);
      }
      act(reader);
      database.exec("commit");
    } catch (error) {
      // What was counted in is not in the file.
      reader = createReader();
      if (database.isOpen && database.isTransaction) database.exec("rollback");
      throw explainIndexError(error, file);
    }
  };
}

function listIds(database: DatabaseSync): ReadonlyMap<string, string> {
  const rows = database.prepare("select key, json_extract(head, '$.id') as id from articles").all();
  return new Map(rows.map(({ key, id }) => [String(key), String(id)]));
}

/** @param parts of so many FTS5 makes one; 0: only where there are far too many. */
function setMerging(database: DatabaseSync, parts: 0 | 4): void {
  // Numbers are bound as floating ones, which it refuses here.
  database.exec(`insert into postings (postings, rank) values ('automerge', ${parts})`);
}

function countPassages(database: DatabaseSync): number {
  return Number(database.prepare("select sum(passages) as passages from articles").get()?.["passages"] ?? 0);
}

/** Gives how many passages were added. */
function addArticles(database: DatabaseSync, reader: VocabularyReader, all: readonly IndexedArticle[]): number {
  const isThere = database.prepare("select 1 from articles where key = ?");
  const articles = all.filter(({ key }) => isThere.get(key) === undefined);
  if (articles.length === 0) return 0;
  const passages = articles.reduce((sum, { data }) => sum + data.passages, 0);
  const isSmall = readFact(database, "characters") === 1;
  const hasCharacters = isSmall && countPassages(database) + passages <= MOST_WITH_CHARACTERS;
  if (isSmall && !hasCharacters) writeFact(database, "characters", 0);
  const { terms } = reader.vocabulary;
  const before = terms.size;
  const counted = articles.map((article) => {
    const { numbers, counts } = countTerms(article.data, terms);
    addArticle(database, article, {
      tokens: passageTokens(article.data, numbers, hasCharacters),
      counts: packCounts(counts),
    });
    return counts;
  });
  const counts = sumCounts(counted);
  reader.vocabulary.count(counts, 1);
  reader.last = writeRow(database, reader, { first: before, counts: packCounts(counts), sign: 1 });
  return passages;
}

interface Counted {
  readonly tokens: readonly string[];
  readonly counts: Uint8Array;
}

function addArticle(
  database: DatabaseSync,
  { key, head, packed, data }: IndexedArticle,
  { tokens, counts }: Counted,
): void {
  const first = Number(readFact(database, "places"));
  database
    .prepare("insert into articles (key, first, passages, head, lengths, packed, counts) values (?, ?, ?, ?, ?, ?, ?)")
    .run(key, first, tokens.length, JSON.stringify(head), packLengths(data.lengths), packed, counts);
  const insert = database.prepare("insert into postings (rowid, tokens) values (?, ?)");
  for (const [place, words] of tokens.entries()) insert.run(first + place, words);
  writeFact(database, "places", first + tokens.length);
}

const LONGEST = 0xff_ff;

function packLengths({ text, withCharacters, headings }: IndexedArticle["data"]["lengths"]): Uint8Array {
  return packNumbers(
    [text, withCharacters, headings].map((lengths) => Uint16Array.from(lengths, (one) => Math.min(one, LONGEST))),
  );
}

function removeArticle(database: DatabaseSync, reader: VocabularyReader, key: string): void {
  const row = database.prepare("select id, first, passages, counts from articles where key = ?").get(key);
  if (!row) return;
  const [first, passages] = [Number(row["first"]), Number(row["passages"])];
  const counts = bytesOf(row["counts"]);
  // FTS5 leaves numbers behind, as those of rows that were added, which are too large for what `run` tells.
  database.exec(`
    delete from postings where rowid >= ${first} and rowid < ${first + passages};
    delete from articles where id = ${Number(row["id"])}`);
  reader.vocabulary.count(unpackCounts(counts), -1);
  reader.last = writeRow(database, reader, { first: reader.vocabulary.terms.size, counts, sign: -1 });
}
