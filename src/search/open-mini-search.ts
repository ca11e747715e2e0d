import MiniSearch, { type AsPlainObject, type Options } from "minisearch";
import { type IndexData, MOST_WITH_CHARACTERS } from "./index-data.ts";
import { addPostings, type Postings } from "./postings.ts";

interface IndexedPassage {
  readonly id: number;
  readonly text: string;
  readonly headings: string;
}

/** Finds the numbers of passages by `searchKey`s, which `SEPARATOR` parts. */
export type OpenedSearch = MiniSearch<IndexedPassage>;

export const SEPARATOR = "\n";

/** What a word of the headings, or of the question that a passage answers, counts against one of the passage. */
export const HEADING_BOOST = 0.3;

/** How fast more of a term tells less, how much a passage's length counts, and what having a term counts at the least. */
export const BM25 = { k: 1.2, b: 0.6, d: 0.3 };

const options: Options<IndexedPassage> = {
  fields: ["text", "headings"],
  tokenize: (text) => text.split(SEPARATOR),
  processTerm: (term) => term,
  searchOptions: { boost: { headings: HEADING_BOOST }, bm25: BM25 },
};

/**
 * The key that MiniSearch knows a term by: its number.
 *
 * MiniSearch keeps keys in a radix tree and looks through a node's children one by one: a number has few signs to go
 * on with, where ideographs begin thousands of words.
 */
export function searchKey(term: number): string {
  return term.toString(36);
}

/** Single ideographs count in a small index only. */
export function countedText({ passages, text, characters }: IndexData): Postings {
  return passages > MOST_WITH_CHARACTERS ? text : addPostings(text, characters);
}

/**
 * Makes MiniSearch's own index of what is known of some passages, at once.
 *
 * @param text as `countedText` gives it.
 */
export function openMiniSearch(data: IndexData, text: Postings): OpenedSearch {
  return MiniSearch.loadJS({ ...describeHead(data), index: [...listEntries(data, text)] }, options);
}

/**
 * The same, a little at a time.
 *
 * @param pause lets everything else run where that has not run for a while.
 */
export async function openMiniSearchGently(data: IndexData, pause: () => Promise<void>): Promise<OpenedSearch> {
  const index: AsPlainObject["index"] = [];
  for (const entry of listEntries(data, countedText(data))) {
    index.push(entry);
    if (index.length % ENTRIES_AT_ONCE === 0) await pause();
  }
  return MiniSearch.loadJSAsync({ ...describeHead(data), index }, options);
}

/** So many take a millisecond or two. */
const ENTRIES_AT_ONCE = 256;

/** Everything but the terms, in the form in which MiniSearch keeps indexes. */
function describeHead({ passages, lengths }: IndexData): Omit<AsPlainObject, "index"> {
  const textLengths = passages > MOST_WITH_CHARACTERS ? lengths.text : lengths.withCharacters;
  const fieldLength: [number, number[]][] = [];
  const documentIds: [number, number][] = [];
  for (let id = 0; id < passages; id += 1) {
    documentIds.push([id, id]);
    fieldLength.push([id, [textLengths[id] ?? 1, lengths.headings[id] ?? 1]]);
  }
  return {
    documentCount: passages,
    nextId: passages,
    documentIds: Object.fromEntries(documentIds),
    fieldIds: { text: 0, headings: 1 },
    fieldLength: Object.fromEntries(fieldLength),
    averageFieldLength: [averageOf(textLengths), averageOf(lengths.headings)],
    storedFields: {},
    serializationVersion: 2,
  };
}

function* listEntries({ terms, headings }: IndexData, text: Postings): Generator<AsPlainObject["index"][number]> {
  const fields = [text, headings];
  for (let term = 0; term < terms.ends.length; term += 1) {
    const entry = fields.flatMap((postings, field) => {
      const found = listPassages(postings, term);
      return found.length > 0 ? [[field, Object.fromEntries(found)] as const] : [];
    });
    if (entry.length > 0) yield [searchKey(term), Object.fromEntries(entry)];
  }
}

function listPassages({ starts, passages, counts }: Postings, term: number): [number, number][] {
  const found: [number, number][] = [];
  for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at += 1) {
    found.push([passages[at] ?? 0, counts[at] ?? 0]);
  }
  return found;
}

/** Summed up in the order of the passages, as MiniSearch does it. */
function averageOf(lengths: Uint32Array): number {
  let average = 0;
  for (const [count, length] of lengths.entries()) average = (average * count + length) / (count + 1);
  return average;
}
