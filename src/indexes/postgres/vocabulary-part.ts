import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { SavedTerms } from "../growing-terms.ts";

/** What some added or removed articles change in what is known of words: those that are new, and by how much each counts more. */
export interface CountedWords {
  /** The number of the first new one; nothing where there is none. */
  readonly first: number;
  readonly added: SavedTerms;
  /** Whose counts change. */
  readonly numbers: Int32Array;
  /** By how much, for each of the numbers; a list for each kind of count. */
  readonly changes: readonly Counts[];
}

/** Most are small, and lie in a byte each then. */
export type Counts = Int32Array | Uint8Array;

export interface VocabularyPart {
  /** Counted by `TERM_COUNTS`. */
  readonly terms: CountedWords;
  /** Whole words and strings of ideographs that questions are compared with; counted by `WORD_COUNTS`. */
  readonly words: CountedWords;
  /** For each of the terms whose counts change: which kinds of keys it has. */
  readonly kinds: Counts;
}

/** In how many passages a term stands: in text, in headings, as a single ideograph, in text or as one; in how many articles as a Han word. */
export const TERM_COUNTS = ["text", "headings", "ideographs", "anywhere", "hanWords"] as const;
/** In how many articles a word stands. */
export const WORD_COUNTS = ["latin", "lower", "transliterations"] as const;

/** How many entries it has, by which parts are chosen to be joined. */
export function sizeOf({ terms, words }: VocabularyPart): number {
  return terms.numbers.length + words.numbers.length;
}

/** Broken bytes are noticed by their checksum. */
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 } };
/** Many times what the largest part takes. */
const MOST_BYTES = 1_000_000_000;

export function packPart({ terms, words, kinds }: VocabularyPart): Buffer {
  const sections = [...packWords(terms), bytesOf(narrowed(kinds)), ...packWords(words)];
  const head = Uint32Array.from([terms.first, words.first, ...sections.map(({ length }) => length)]);
  const padded = sections.flatMap((section) => [section, Buffer.alloc(-section.length & 3)]);
  return zstdCompressSync(Buffer.concat([bytesOf(head), ...padded]), compression);
}

function packWords({ added, numbers, changes }: CountedWords): Buffer[] {
  // Those that follow one another are all alike then, and hardly take room.
  const steps = numbers.map((number, at) => number - (numbers[at - 1] ?? 0));
  return [added.units, added.lengths, steps, ...changes.map(narrowed)].map(bytesOf);
}

function narrowed(counts: Counts): Counts {
  return counts.every((count) => count >= 0 && count <= 255) ? Uint8Array.from(counts) : counts;
}

function bytesOf(numbers: Counts | Uint16Array | Uint32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

const WORD_SECTIONS = 3;

/** @throws Error where the bytes are not whole. */
export function unpackPart(packed: Uint8Array): VocabularyPart {
  // In a buffer of its own, so that numbers are read where they lie.
  const { buffer, byteOffset } = zstdDecompressSync(packed, { maxOutputLength: MOST_BYTES });
  const sections = 2 * WORD_SECTIONS + TERM_COUNTS.length + 1 + WORD_COUNTS.length;
  const [first = 0, firstWord = 0, ...lengths] = new Uint32Array(buffer, byteOffset, sections + 2);
  let at = byteOffset + (sections + 2) * 4;
  const taken = lengths.map((length) => {
    const section = new Uint8Array(buffer, at, length);
    at += length + (-length & 3);
    return section;
  });
  const terms = openWords(first, taken.slice(0, WORD_SECTIONS + TERM_COUNTS.length));
  const kinds = openCounts(taken[WORD_SECTIONS + TERM_COUNTS.length], terms.numbers.length);
  return { terms, kinds, words: openWords(firstWord, taken.slice(WORD_SECTIONS + TERM_COUNTS.length + 1)) };
}

function openWords(
  first: number,
  [units = NO_BYTES, lengths = NO_BYTES, steps = NO_BYTES, ...changes]: readonly Uint8Array[],
): CountedWords {
  const numbers = openNumbers(steps);
  for (let at = 1; at < numbers.length; at += 1) numbers[at] = (numbers[at] ?? 0) + (numbers[at - 1] ?? 0);
  const added = { units: openUnits(units), lengths: openUnits(lengths) };
  return { first, added, numbers, changes: changes.map((each) => openCounts(each, numbers.length)) };
}

const NO_BYTES: Uint8Array = new Uint8Array();

function openCounts(bytes = NO_BYTES, length: number): Counts {
  return bytes.length === length ? bytes : openNumbers(bytes);
}

function openNumbers({ buffer, byteOffset, length }: Uint8Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length / 4);
}

function openUnits({ buffer, byteOffset, length }: Uint8Array): Uint16Array {
  return new Uint16Array(buffer, byteOffset, length / 2);
}

/** Joins parts that follow one another. */
export function joinParts(parts: readonly VocabularyPart[]): VocabularyPart {
  const terms = joinWords(parts.map((part) => part.terms));
  const placeOf = placesOf([terms]).places;
  const kinds = new Int32Array(terms.numbers.length);
  for (const part of parts) {
    for (let at = 0; at < part.kinds.length; at += 1) {
      const place = placeOf[part.terms.numbers[at] ?? 0] ?? 0;
      kinds[place] = (kinds[place] ?? 0) | (part.kinds[at] ?? 0);
    }
  }
  return { terms, kinds, words: joinWords(parts.map(({ words }) => words)) };
}

function joinWords(all: readonly CountedWords[]): CountedWords {
  const { numbers, places } = placesOf(all);
  const changes = (all[0]?.changes ?? []).map((_, count) => {
    const sums = new Int32Array(numbers.length);
    for (const each of all) addTo(sums, places, [each.numbers, each.changes[count] ?? NOTHING]);
    return sums;
  });
  return { first: all[0]?.first ?? 0, added: joinLists(all.map(({ added }) => added)), numbers, changes };
}

function joinLists(lists: readonly SavedTerms[]): SavedTerms {
  return {
    units: joinNumbers(lists.map(({ units }) => units)),
    lengths: joinNumbers(lists.map(({ lengths }) => lengths)),
  };
}

function joinNumbers(all: readonly Uint16Array[]): Uint16Array {
  const joined = new Uint16Array(all.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const each of all) {
    joined.set(each, end);
    end += each.length;
  }
  return joined;
}

const NOTHING = new Int32Array();

function addTo(sums: Int32Array, places: Int32Array, [numbers, changes]: readonly [Int32Array, Counts]): void {
  for (let at = 0; at < numbers.length; at += 1) {
    const place = places[numbers[at] ?? 0] ?? 0;
    sums[place] = (sums[place] ?? 0) + (changes[at] ?? 0);
  }
}

/** All numbers that occur, ascending, and by number its place among them. */
function placesOf(all: readonly Pick<CountedWords, "numbers">[]): {
  readonly numbers: Int32Array;
  readonly places: Int32Array;
} {
  const end = all.reduce((most, { numbers }) => numbers.reduce((a, b) => Math.max(a, b + 1), most), 0);
  const places = new Int32Array(end);
  for (const { numbers } of all) for (const number of numbers) places[number] = 1;
  let count = 0;
  for (let number = 0; number < end; number += 1) {
    if (places[number] === 0) continue;
    places[number] = count;
    count += 1;
  }
  const numbers = new Int32Array(count);
  for (const each of all) for (const number of each.numbers) numbers[places[number] ?? 0] = number;
  return { numbers, places };
}

export const nothingNew: Pick<CountedWords, "first" | "added"> = {
  first: 0,
  added: { units: new Uint16Array(), lengths: new Uint16Array() },
};

/** What changes when articles are removed, or do not count. */
export function takeAway({ terms, words, kinds }: VocabularyPart): VocabularyPart {
  return { terms: negate(terms), words: negate(words), kinds };
}

function negate({ numbers, changes }: CountedWords): CountedWords {
  return { ...nothingNew, numbers, changes: changes.map((list) => Int32Array.from(list, (change) => -change)) };
}

/** Sums changes up by number, in the order in which the numbers came. */
export function createSums(counts: number) {
  const places = new Map<number, number>();
  const sums = Array.from({ length: counts }, (): number[] => []);
  const placeOf = (number: number): number => {
    const known = places.get(number);
    if (known !== undefined) return known;
    places.set(number, places.size);
    for (const sum of sums) sum.push(0);
    return places.size - 1;
  };
  return {
    add(number: number, count: number, change: number): void {
      const [place, sum] = [placeOf(number), sums[count]];
      if (sum && change !== 0) sum[place] = (sum[place] ?? 0) + change;
    },
    build(): Pick<CountedWords, "numbers" | "changes"> {
      return { numbers: Int32Array.from(places.keys()), changes: sums.map((sum) => Int32Array.from(sum)) };
    },
  };
}
