import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { joinLines, splitLines } from "../../search/index-data.ts";

/** What some added or removed articles change in what is known of words: those that are new, and by how much each counts more. */
export interface CountedWords {
  /** The number of the first new one; nothing where there is none. */
  readonly first: number;
  readonly added: readonly string[];
  /** Whose counts change. */
  readonly numbers: Int32Array;
  /** By how much, for each of the numbers; a list for each kind of count. */
  readonly changes: readonly Int32Array[];
}

export interface VocabularyPart {
  /** Counted by `TERM_COUNTS`. */
  readonly terms: CountedWords;
  /** Whole words and strings of ideographs that questions are compared with; counted by `WORD_COUNTS`. */
  readonly words: CountedWords;
  /** For each of the terms whose counts change: which kinds of keys it has. */
  readonly kinds: Int32Array;
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
  const sections = [
    ...packWords(terms),
    Buffer.from(kinds.buffer, kinds.byteOffset, kinds.byteLength),
    ...packWords(words),
  ];
  const head = Uint32Array.from([terms.first, words.first, ...sections.map(({ length }) => length)]);
  return zstdCompressSync(Buffer.concat([bytesOf(head), ...sections]), compression);
}

function packWords({ added, numbers, changes }: CountedWords): Buffer[] {
  return [Buffer.from(joinLines(added), "utf8"), bytesOf(numbers), ...changes.map(bytesOf)];
}

function bytesOf(numbers: Int32Array | Uint32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** @throws Error where the bytes are not whole. */
export function unpackPart(packed: Uint8Array): VocabularyPart {
  const bytes = zstdDecompressSync(packed, { maxOutputLength: MOST_BYTES });
  const sections = 5 + TERM_COUNTS.length + WORD_COUNTS.length;
  const head = numbersIn(bytes.subarray(0, (sections + 2) * 4));
  let at = head.length * 4;
  const take = (section: number): Buffer => {
    at += head[section + 2] ?? 0;
    return bytes.subarray(at - (head[section + 2] ?? 0), at);
  };
  const takeWords = (from: number, first: number, counts: number): CountedWords => ({
    first,
    added: splitLines(take(from).toString("utf8")),
    numbers: numbersIn(take(from + 1)),
    changes: Array.from({ length: counts }, (_, count) => numbersIn(take(from + 2 + count))),
  });
  const terms = takeWords(0, head[0] ?? 0, TERM_COUNTS.length);
  const kinds = numbersIn(take(2 + TERM_COUNTS.length));
  return { terms, kinds, words: takeWords(3 + TERM_COUNTS.length, head[1] ?? 0, WORD_COUNTS.length) };
}

/** A copy, since numbers lie at multiples of four only. */
function numbersIn(bytes: Uint8Array): Int32Array {
  return new Int32Array(Uint8Array.from(bytes).buffer);
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
  return { first: all[0]?.first ?? 0, added: all.flatMap(({ added }) => added), numbers, changes };
}

const NOTHING = new Int32Array();

function addTo(sums: Int32Array, places: Int32Array, [numbers, changes]: readonly [Int32Array, Int32Array]): void {
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

/** What changes when articles are removed, or do not count. */
export function takeAway({ terms, words, kinds }: VocabularyPart): VocabularyPart {
  return { terms: negate(terms), words: negate(words), kinds };
}

function negate({ numbers, changes }: CountedWords): CountedWords {
  return { first: 0, added: [], numbers, changes: changes.map((list) => list.map((change) => -change)) };
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
