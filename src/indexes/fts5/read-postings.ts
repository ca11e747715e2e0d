import type { DatabaseSync } from "node:sqlite";
import type { Observe } from "../../observer.ts";
import type { MemoryBudget } from "../../search/memory-budget.ts";
import { MOST_COUNTED, type Placed, type SegmentVocabulary, type TermPostings } from "../../search/segment.ts";
import { fieldLetters, tokenOf } from "./passage-tokens.ts";
import { DamagedIndex } from "./sqlite-errors.ts";
import type { CountSums } from "./term-counts.ts";

export interface PostingsParts {
  readonly database: DatabaseSync;
  readonly vocabulary: SegmentVocabulary;
  readonly sums: CountSums;
  readonly hasCharacters: boolean;
  /** What stands there or behind it was added later. */
  readonly places: number;
  readonly budget: MemoryBudget;
  /** Hears whether what is read is kept. */
  readonly observe?: Observe | undefined;
}

/** Reads where terms stand; what was read last is kept within the budget. */
export function createPostingsReader(parts: PostingsParts): (terms: readonly number[]) => readonly TermPostings[] {
  const { budget, observe } = parts;
  const kept = new Map<number, { readonly postings: TermPostings; readonly use: () => void }>();
  const read = createRead(parts);
  return (terms) =>
    terms.map((term) => {
      const known = kept.get(term);
      observe?.({ kind: "looked", cache: "postings", isHit: known !== undefined });
      if (known) {
        known.use();
        return known.postings;
      }
      const postings = read(term);
      const holding = budget.hold(weigh(postings), () => kept.delete(term));
      kept.set(term, { postings, use: () => holding.use() });
      return postings;
    });
}

/** What is kept of a term takes so much beside its places and counts. */
const OVERHEAD = 1000;

function weigh({ text, headings }: TermPostings): number {
  return OVERHEAD + 5 * (text.places.length + headings.places.length);
}

function createRead({ database, vocabulary, sums, hasCharacters, places }: PostingsParts) {
  // A row for each passage would have to be made an object of, which takes five times as long.
  const find = database.prepare("select json_group_array(rowid) as places from postings where postings match ?");
  const list = (letter: string, term: number): Uint32Array => {
    const found = find.get(tokenOf(letter, term))?.["places"];
    if (typeof found !== "string") throw new DamagedIndex(`${tokenOf(letter, term)} has no list of places`);
    const numbers: number[] = JSON.parse(found);
    const all = Uint32Array.from(numbers);
    return (all.at(-1) ?? 0) < places ? all : all.filter((place) => place < places);
  };
  return (term: number): TermPostings => {
    const isInText = sums.text.at(term) > 0;
    const letters = sums.repeated.at(term) > 0 ? fieldLetters.text : fieldLetters.text.slice(0, 1);
    const inText = isInText ? letters.map((letter) => list(letter, term)) : [];
    const isSingle = hasCharacters && vocabulary.ideographCount(term) > 0;
    const single = isSingle ? fieldLetters.characters.map((letter) => list(letter, term)) : [];
    const above = vocabulary.headingCount(term) > 0 ? [list(fieldLetters.headings[0], term)] : [];
    return { text: addPlaced(joinCounts(inText), joinCounts(single)), headings: joinCounts(above) };
  };
}

/** @param lists the passages that hold it once, those that hold it twice … */
function joinCounts(lists: readonly Uint32Array[]): Placed {
  const placed = lists.map((places, at) => ({ places, counts: new Uint8Array(places.length).fill(at + 1) }));
  return placed.reduce(addPlaced, NOWHERE);
}

const NOWHERE: Placed = { places: new Uint32Array(), counts: new Uint8Array() };

/** Joins two ascending lists; what stands in both is counted together. */
function addPlaced(one: Placed, other: Placed): Placed {
  if (one.places.length === 0) return other;
  if (other.places.length === 0) return one;
  const length = one.places.length + other.places.length;
  const [places, counts] = [new Uint32Array(length), new Uint8Array(length)];
  let [mine, theirs, size] = [0, 0, 0];
  while (mine < one.places.length || theirs < other.places.length) {
    const [here, there] = [one.places[mine] ?? Infinity, other.places[theirs] ?? Infinity];
    const count = (here <= there ? (one.counts[mine] ?? 0) : 0) + (there <= here ? (other.counts[theirs] ?? 0) : 0);
    places[size] = Math.min(here, there);
    counts[size] = Math.min(count, MOST_COUNTED);
    if (here <= there) mine += 1;
    if (there <= here) theirs += 1;
    size += 1;
  }
  return { places: places.slice(0, size), counts: counts.slice(0, size) };
}
