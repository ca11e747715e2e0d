import type { DatabaseSync } from "node:sqlite";
import type { Article } from "../../article/article.ts";
import { StoreError } from "../../community/store-error.ts";
import type { Observe } from "../../observer.ts";
import { MOST_WITH_CHARACTERS } from "../../search/index-data.ts";
import type { MemoryBudget } from "../../search/memory-budget.ts";
import type { Segment, SegmentArticle, SegmentLengths } from "../../search/segment.ts";
import { type ArticleBody, openFlatArticle } from "../flat-article.ts";
import { type ArticleHead, createLightArticle, type LightArticle } from "../light-article.ts";
import { type IndexFileOptions, readFact, readIndexFile } from "./index-file.ts";
import { type Numbers, unpackNumbers } from "./pack-numbers.ts";
import { createPostingsReader } from "./read-postings.ts";
import { DamagedIndex, explainIndexError } from "./sqlite-errors.ts";
import { bytesOf, createReader, readRows, type VocabularyReader } from "./vocabulary-rows.ts";

/** An index that is read. */
export interface OpenedIndex {
  /** As it was when it was opened or last looked at. */
  readonly segment: Segment;
  /** Its articles by their keys. */
  readonly articles: ReadonlyMap<string, Article>;
  /** Looks for what was written since; tells whether there was anything. Articles that are still there stay the same objects. */
  refresh(): boolean;
  close(): void;
}

export interface OpenIndexOptions extends IndexFileOptions {
  /** Of what is kept of postings and opened articles. */
  readonly budget: MemoryBudget;
  /** Hears whether postings that are read are kept. */
  readonly observe?: Observe | undefined;
}

/**
 * Opens an index to read it.
 *
 * @returns nothing where there is none that could be read as it is.
 * @throws UnusableIndex where the file cannot be read.
 */
export function openIndex(options: OpenIndexOptions): OpenedIndex | undefined {
  const database = readIndexFile(options);
  if (!database) return undefined;
  try {
    return createOpenedIndex(database, options);
  } catch (error) {
    database.close();
    if (error instanceof DamagedIndex) return undefined;
    throw explainIndexError(error, options.file);
  }
}

function createOpenedIndex(database: DatabaseSync, options: OpenIndexOptions): OpenedIndex {
  let state = readState(database, options, undefined);
  return {
    get segment() {
      return state.segment;
    },
    get articles() {
      return state.articles;
    },
    refresh() {
      if (versionOf(database) === state.version) return false;
      const before = state;
      state = readState(database, options, before);
      return state !== before;
    },
    close: () => database.close(),
  };
}

interface State {
  /** SQLite's own, which changes when another connection writes. */
  readonly version: unknown;
  readonly reader: VocabularyReader;
  readonly kept: ReadonlyMap<string, KeptArticle>;
  readonly articles: ReadonlyMap<string, Article>;
  readonly segment: Segment;
}

interface KeptArticle extends SegmentArticle {
  readonly light: LightArticle;
  readonly lengths: Lengths;
}

type Lengths = Readonly<Record<"text" | "withCharacters" | "headings", Numbers>>;

/** What the file takes once all is written into it, in bytes. */
function measure(database: DatabaseSync): number {
  const number = (pragma: string): number => Number(database.prepare(`pragma ${pragma}`).get()?.[pragma]);
  return number("page_count") * number("page_size");
}

function versionOf(database: DatabaseSync): unknown {
  return database.prepare("pragma data_version").get()?.["data_version"];
}

/** Reads all as of one moment, whatever another process writes meanwhile. */
function readState(database: DatabaseSync, options: OpenIndexOptions, before: State | undefined): State {
  database.exec("begin");
  try {
    const version = versionOf(database);
    const isSmall = readFact(database, "characters") === 1;
    const places = Number(readFact(database, "places"));
    const reader = readVocabulary(database, before?.reader);
    const kept = readArticles(database, options, before?.kept ?? new Map());
    const all = [...kept.values()];
    const passages = all.reduce((sum, each) => sum + each.passages, 0);
    const hasCharacters = isSmall && passages <= MOST_WITH_CHARACTERS;
    const { budget, observe } = options;
    const segment = createSegment({ database, reader, all, passages, places, hasCharacters, budget, observe });
    const articles = new Map([...kept].map(([key, { article }]) => [key, article] as const));
    return { version, reader, kept, articles, segment };
  } finally {
    database.exec("commit");
  }
}

function readVocabulary(database: DatabaseSync, before: VocabularyReader | undefined): VocabularyReader {
  if (before && readRows(database, before)) return before;
  const reader = createReader();
  readRows(database, reader);
  return reader;
}

function readArticles(
  database: DatabaseSync,
  { budget, file }: OpenIndexOptions,
  before: ReadonlyMap<string, KeptArticle>,
): ReadonlyMap<string, KeptArticle> {
  const rows = database.prepare("select id, key, first, passages from articles order by first").all();
  const describe = database.prepare("select head, lengths from articles where id = ?");
  const packed = database.prepare("select packed from articles where id = ?");
  return new Map(
    rows.map(({ id = null, key, first, passages }) => {
      const known = before.get(String(key));
      if (known && known.first === first) return [String(key), known] as const;
      const { head, lengths } = describe.get(id) ?? {};
      const light = createLightArticle({ head: readHead(head), open: () => openArticle(packed.get(id), file), budget });
      const place = { article: light.article, first: Number(first), passages: Number(passages) };
      return [String(key), { ...place, light, lengths: readLengths(lengths) }] as const;
    }),
  );
}

function readHead(text: unknown): ArticleHead {
  // As it was written by this program: the file's fingerprint is looked at.
  const head: ArticleHead = JSON.parse(String(text));
  // As they are read from a file, where these are always named.
  return { ...head, date: head.date, attribution: head.attribution };
}

function readLengths(packed: unknown): Lengths {
  const [text, withCharacters, headings] = unpackNumbers(bytesOf(packed));
  if (!text || !withCharacters || !headings) throw new DamagedIndex("lengths are lacking");
  return { text, withCharacters, headings };
}

/** @throws StoreError where another process has removed it since. */
function openArticle(row: Readonly<Record<string, unknown>> | undefined, file: string): ArticleBody {
  if (!row) throw new StoreError("unavailable", new Error(`an article was removed from ${file} by another process`));
  return openFlatArticle(bytesOf(row["packed"]));
}

interface SegmentParts {
  readonly database: DatabaseSync;
  readonly reader: VocabularyReader;
  readonly all: readonly KeptArticle[];
  readonly passages: number;
  readonly places: number;
  readonly hasCharacters: boolean;
  readonly budget: MemoryBudget;
  readonly observe: Observe | undefined;
}

function createSegment({ all, reader, ...parts }: SegmentParts): Segment {
  const { passages, places, hasCharacters } = parts;
  const { sums } = reader.vocabulary;
  const vocabulary = reader.vocabulary.segment(hasCharacters);
  const byArticle = new Map(all.map((each) => [each.article, each]));
  const holderOf = (place: number): KeptArticle | undefined => {
    let [from, to] = [0, all.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((all[middle]?.first ?? 0) > place) to = middle;
      else from = middle + 1;
    }
    return all[from - 1];
  };
  return {
    stored: { kind: "fts5", bytes: measure(parts.database) },
    articles: all,
    passages,
    places,
    hasCharacters,
    vocabulary,
    lengths: joinLengths(all, places, hasCharacters),
    postings: createPostingsReader({ ...parts, vocabulary, sums }),
    passage(place) {
      const holder = holderOf(place);
      return holder?.light.passages()[place - holder.first];
    },
    passagesOf: (article) => byArticle.get(article)?.light.passages() ?? [],
  };
}

function joinLengths(all: readonly KeptArticle[], places: number, hasCharacters: boolean): SegmentLengths {
  const [text, headings] = [new Uint16Array(places), new Uint16Array(places)];
  for (const { first, lengths } of all) {
    text.set(hasCharacters ? lengths.withCharacters : lengths.text, first);
    headings.set(lengths.headings, first);
  }
  return { text, headings };
}
