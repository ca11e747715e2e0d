import { z } from "zod";
import { MOST_WITH_CHARACTERS } from "../../search/index-data.ts";
import { type ArticleRow, articleRowSchema } from "./article-rows.ts";
import type { PlacedArticle } from "./postgres-segment.ts";
import type { Query } from "./search-connection.ts";
import { takeAway, unpackPart, type VocabularyPart } from "./vocabulary-part.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";

/** What is known of a library in memory, as of its last change that was read. */
export interface LibraryState {
  readonly generation: number;
  readonly places: number;
  readonly hasCharacters: boolean;
  /** Of all its articles but those that are left out. */
  readonly vocabulary: Vocabulary;
  /** Those that count here, by their keys. */
  readonly articles: ReadonlyMap<string, PlacedArticle>;
  /** Those that are there but do not count here. */
  readonly leftOut: ReadonlySet<string>;
}

/** Which articles of a library count; all where it is absent. */
export type Wanted = ReadonlySet<string> | undefined;

export interface Following {
  readonly schema: string;
  readonly library: number;
  /** Gives nothing where an article is damaged. */
  readonly place: (row: ArticleRow) => PlacedArticle | undefined;
}

/** What was kept of a library cannot be read: it has to be made anew. */
export class DamagedLibrary extends Error {
  constructor(library: number, cause: unknown) {
    super(`the index numbered ${library} is damaged`, { cause });
    this.name = "DamagedLibrary";
  }
}

export interface Reading extends Following {
  /** Over a connection that sees one moment, or that nobody else writes beside. */
  readonly query: Query;
}

export interface ReadFrom {
  /** Whose vocabulary goes on as that of the new state. */
  readonly from?: LibraryState | undefined;
  /** What is still there stays the same objects. */
  readonly known?: ReadonlyMap<string, PlacedArticle> | undefined;
}

/**
 * Reads what has changed since a state, or all.
 *
 * @throws StoreError; DamagedLibrary
 */
export async function readLibrary(
  reading: Reading,
  wanted: Wanted,
  { from, known = from?.articles }: ReadFrom = {},
): Promise<LibraryState> {
  const head = await readHeadOf(reading);
  const { generation, places } = head;
  const hasCharacters = head.has_characters && head.passages <= MOST_WITH_CHARACTERS;
  const vocabulary = from?.vocabulary ?? createVocabulary(() => hasCharacters);
  const count = (part: VocabularyPart): void => applyTo(vocabulary, part, reading.library);
  const listed = await listArticles(reading);
  const rows = await listParts(reading, from?.generation ?? 0);
  if (from && !goesOn(from, { generation, hasCharacters, rows, listed })) {
    return readLibrary(reading, wanted, { known });
  }
  const leftOut = new Set(wanted ? [...listed.keys()].filter((key) => !wanted.has(key)) : []);
  // What goes on is changed at the end only, where nothing can fail any more but what is damaged.
  const later: VocabularyPart[] = [];
  for await (const part of readChanges(reading, rows, { before: from?.leftOut ?? new Set(), now: leftOut })) {
    if (from) later.push(part);
    else count(part);
  }
  const keys = [...listed].filter(([key]) => !leftOut.has(key));
  const articles = await readArticles(reading, keys, known);
  for (const part of later) count(part);
  return { generation, places, hasCharacters, vocabulary, articles, leftOut };
}

function applyTo(vocabulary: Vocabulary, part: VocabularyPart, library: number): void {
  try {
    vocabulary.apply(part);
  } catch (error) {
    throw new DamagedLibrary(library, error);
  }
}

interface Read extends Pick<LibraryState, "generation" | "hasCharacters"> {
  readonly rows: readonly PartRow[];
  readonly listed: ReadonlyMap<string, number>;
}

/** What was joined or begun anew meanwhile does not follow, and of what was left out and is gone nobody knows the counts. */
function goesOn(from: LibraryState, { generation, hasCharacters, rows, listed }: Read): boolean {
  let last = from.generation;
  for (const row of rows) {
    if (row.since !== last) return false;
    last = row.generation;
  }
  const isWhole = last === generation && from.hasCharacters === hasCharacters;
  return isWhole && [...from.leftOut].every((key) => listed.has(key));
}

const headSchema = z.object({
  generation: z.number(),
  places: z.number(),
  passages: z.number(),
  has_characters: z.boolean(),
});

async function readHeadOf({ query, schema, library }: Reading) {
  const [head] = await query(headSchema, {
    text: `select generation, places, passages, has_characters from ${schema}.libraries where number = $1::integer`,
    values: [library],
  });
  if (!head) throw new DamagedLibrary(library, new Error("it is gone"));
  return head;
}

const partRowSchema = z.object({ generation: z.number(), since: z.number() });
type PartRow = z.infer<typeof partRowSchema>;
const partSchema = z.object({ part: z.instanceof(Uint8Array) });

async function listParts({ query, schema, library }: Reading, after: number): Promise<readonly PartRow[]> {
  return query(partRowSchema, {
    text: `
      select generation, since from ${schema}.parts
      where library = $1::integer and generation > $2::integer order by generation`,
    values: [library, after],
  });
}

/** One at a time, since each is large. */
async function readPart({ query, schema, library }: Reading, { generation }: PartRow): Promise<VocabularyPart> {
  const [row] = await query(partSchema, {
    name: "part",
    text: `select part from ${schema}.parts where library = $1::integer and generation = $2::integer`,
    values: [library, generation],
  });
  if (!row) throw new DamagedLibrary(library, new Error(`part ${generation} is gone`));
  return openPart(library, row.part);
}

function openPart(library: number, bytes: Uint8Array): VocabularyPart {
  try {
    return unpackPart(bytes);
  } catch (error) {
    throw new DamagedLibrary(library, error);
  }
}

const placeSchema = z.object({ key: z.string(), first: z.number() });

async function listArticles({ query, schema, library }: Reading): Promise<ReadonlyMap<string, number>> {
  const rows = await query(placeSchema, {
    text: `select key, first from ${schema}.articles where library = $1::integer`,
    values: [library],
  });
  return new Map(rows.map(({ key, first }) => [key, first]));
}

/** So many rows with their lengths are some megabytes. */
const ROWS_AT_ONCE = 1000;

async function readArticles(
  { query, schema, library, place }: Reading,
  listed: readonly (readonly [key: string, first: number])[],
  known: ReadonlyMap<string, PlacedArticle> = new Map(),
): Promise<ReadonlyMap<string, PlacedArticle>> {
  const lacking = listed.filter(([key, first]) => known.get(key)?.first !== first).map(([key]) => key);
  const read = new Map<string, PlacedArticle | undefined>();
  for (let from = 0; from < lacking.length; from += ROWS_AT_ONCE) {
    const rows = await query(articleRowSchema, {
      text: `
        select key, head, first, passages, lengths from ${schema}.articles
        where library = $1::integer and key = any($2::text[])`,
      values: [library, lacking.slice(from, from + ROWS_AT_ONCE)],
    });
    for (const row of rows) read.set(row.key, place(row));
  }
  return new Map(
    listed.flatMap(([key]) => {
      const article = read.has(key) ? read.get(key) : known.get(key);
      return article ? [[key, article] as const] : [];
    }),
  );
}

const countsSchema = z.object({ counts: z.instanceof(Uint8Array) });

/** What was left out, and what is by now. */
interface LeavingOut {
  readonly before: ReadonlySet<string>;
  readonly now: ReadonlySet<string>;
}

/** All that words count more or less by: what was written, then what is left out by now and what no longer is. */
async function* readChanges(
  reading: Reading,
  rows: readonly PartRow[],
  { before, now }: LeavingOut,
): AsyncGenerator<VocabularyPart> {
  for (const row of rows) yield readPart(reading, row);
  for await (const part of readCounts(reading, [...now.difference(before)])) yield takeAway(part);
  yield* readCounts(reading, [...before.difference(now)]);
}

/** So many articles' counts are a megabyte or two. */
const COUNTS_AT_ONCE = 100;

async function* readCounts(
  { query, schema, library }: Reading,
  keys: readonly string[],
): AsyncGenerator<VocabularyPart> {
  for (let from = 0; from < keys.length; from += COUNTS_AT_ONCE) {
    const rows = await query(countsSchema, {
      text: `select counts from ${schema}.articles where library = $1::integer and key = any($2::text[])`,
      values: [library, keys.slice(from, from + COUNTS_AT_ONCE)],
    });
    for (const { counts } of rows) yield openPart(library, counts);
  }
}
