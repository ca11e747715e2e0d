import type { Postings } from "./postings.ts";
import type { TermTable } from "./term-table.ts";

/**
 * All that an index knows of its passages, as plain data: numbers in buffers and long strings, which another thread is given
 * without copying and opens at once.
 */
export interface IndexData {
  readonly passages: number;
  readonly terms: TermTable;
  /** Words, pairs of ideographs and other spellings. */
  readonly text: Postings;
  /** Single ideographs; empty where there are more than `MOST_WITH_CHARACTERS` passages. */
  readonly characters: Postings;
  /** The terms of the headings above a passage, and of what belongs to it. */
  readonly headings: Postings;
  /** By term: in how many passages it stands as a single ideograph, of a large index too. */
  readonly ideographs: Uint32Array<ArrayBuffer>;
  /** By term: 1 where it is a word of several ideographs, in text or headings. */
  readonly hanWords: Uint8Array<ArrayBuffer>;
  readonly sentences: number;
  /** By term: in how many of the sentences it stands. */
  readonly sentenceCounts: Uint32Array<ArrayBuffer>;
  /** By passage: how many different terms it has; where there is none, 1. */
  readonly lengths: Lengths;
  /** Folded, not stemmed, a line each. */
  readonly latinWords: string;
  /** Those of them that stand somewhere without a capital. */
  readonly lowerWords: string;
  /** A line each. */
  readonly transliterations: string;
}

export interface Lengths {
  readonly text: Uint32Array<ArrayBuffer>;
  /** Single ideographs counted too. */
  readonly withCharacters: Uint32Array<ArrayBuffer>;
  readonly headings: Uint32Array<ArrayBuffer>;
}

/** In a larger index single ideographs stand almost everywhere: they tell nothing and cost a third of it. */
export const MOST_WITH_CHARACTERS = 1000;

/** The buffers of some data, which are given away rather than copied. */
export function buffersOf(data: IndexData): ArrayBuffer[] {
  const { terms, text, characters, headings, lengths } = data;
  const postings = [text, characters, headings].flatMap((each) => [each.starts, each.passages, each.counts]);
  const arrays = [
    terms.ends,
    terms.slots,
    ...postings,
    data.ideographs,
    data.hanWords,
    data.sentenceCounts,
    ...Object.values(lengths),
  ];
  // Some may share one.
  return [...new Set(arrays.map(({ buffer }) => buffer))];
}

/** No term, word or name holds a line's end. */
export function joinLines(words: Iterable<string>): string {
  return [...words].join("\n");
}

export function splitLines(lines: string): string[] {
  return lines === "" ? [] : lines.split("\n");
}
