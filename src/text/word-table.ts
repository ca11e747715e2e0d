import { parseWordRows } from "./parse-word-rows.ts";

/** A dictionary's words with their frequencies and tags, asked for the words that begin at a place of a text. */
export interface WordTable {
  /** The logarithm of the share that a word has which was seen once, of all that was seen. */
  readonly leastWeight: number;
  /**
   * Looks for the words that begin at `from` and end at `to` at the latest, shortest first.
   *
   * @returns how many `found` holds, until the next call.
   */
  readonly findWords: (text: string, from: number, to: number) => number;
  readonly found: FoundWords;
  /** A word's row; −1 where it is not listed. */
  readonly rowOf: (word: string) => number;
  /** The logarithm of a word's share of all that was seen. */
  readonly weightOf: (row: number) => number;
  readonly tagOf: (row: number) => string;
}

/** What was found last: of each word its length in code units and its row. */
interface FoundWords {
  readonly lengths: Uint8Array;
  readonly rows: Int32Array;
}

/** Which lengths there are of words that begin alike is held in 16 bits. */
const LONGEST_WORD = 16;

/** A slot holds a row from 1 on in its lower bits, and above them a part of the word's hash. */
const ROW_BITS = 20;
const ROW_MASK = 2 ** ROW_BITS - 1;

/** So many sorts of beginnings of two code units are told apart. */
const PAIR_SORTS = 2 ** 18;

/**
 * Makes a table of a dictionary in jieba's format: a word a line with its frequency and tag, in any order.
 *
 * It is a hash table in typed arrays, some 9 MB for jieba's 349,000 words; jieba's tree of them takes 36 MB.
 *
 * @throws RangeError for a word of more than 16 code units, which jieba's list has none of, or a million words.
 */
export function createWordTable(dictionary: Uint8Array): WordTable {
  const { units, starts, frequencies, tags, tagNames } = parseWordRows(dictionary);
  const { slots, lengthsOf, pairLengthsOf } = indexWords(units, starts);
  const slotMask = slots.length - 1;
  const found = { lengths: new Uint8Array(LONGEST_WORD), rows: new Int32Array(LONGEST_WORD) };

  /** The length of a row's word where it stands at a place of a text, else 0. */
  const lengthAt = (row: number, text: string, from: number): number => {
    const start = starts[row] ?? 0;
    const end = starts[row + 1] ?? 0;
    for (let at = start; at < end; at += 1) if (units[at] !== text.charCodeAt(from + at - start)) return 0;
    return end - start;
  };

  const findWords = (text: string, from: number, to: number): number => {
    const first = text.charCodeAt(from);
    let lengths = lengthsOf[first] ?? 0;
    let count = 0;
    let hash = mix(0, first);
    for (let length = 1; lengths !== 0 && length <= to - from; length += 1, lengths >>= 1) {
      if (length > 1) hash = mix(hash, text.charCodeAt(from + length - 1));
      if (length === 2) lengths &= (pairLengthsOf[hash & (PAIR_SORTS - 1)] ?? 0) >> 1;
      if ((lengths & 1) === 0) continue;
      for (let slot = hash & slotMask; slots[slot] !== 0; slot = (slot + 1) & slotMask) {
        const value = slots[slot] ?? 0;
        const row = (value & ROW_MASK) - 1;
        if (((value ^ hash) & ~ROW_MASK) !== 0 || lengthAt(row, text, from) !== length) continue;
        found.lengths[count] = length;
        found.rows[count] = row;
        count += 1;
        break;
      }
    }
    return count;
  };

  const rowOf = (word: string): number => {
    const count = word.length > LONGEST_WORD ? 0 : findWords(word, 0, word.length);
    return count > 0 && found.lengths[count - 1] === word.length ? (found.rows[count - 1] ?? -1) : -1;
  };

  let total = 0;
  for (const frequency of frequencies) total += frequency;
  const all = Math.log(total);
  const weights = new Float64Array(frequencies.length);
  for (let row = 0; row < weights.length; row += 1) weights[row] = Math.log(frequencies[row] ?? 0) - all;
  return {
    leastWeight: -all,
    findWords,
    found,
    rowOf,
    weightOf: (row) => weights[row] ?? 0,
    tagOf: (row) => tagNames[tags[row] ?? 0] ?? "",
  };
}

interface WordIndex {
  /** By hash; a word whose slot is taken stands in the next free one. */
  readonly slots: Int32Array;
  /** By first code unit: bit n where a word of n + 1 units begins so. */
  readonly lengthsOf: Uint16Array;
  /** By the sort of the first two: bit n where a word of n + 1 units may begin so. */
  readonly pairLengthsOf: Uint16Array;
}

function indexWords(units: Uint16Array, starts: Uint32Array): WordIndex {
  const rowCount = starts.length - 1;
  if (rowCount >= ROW_MASK) throw new RangeError(`${rowCount} words, at most ${ROW_MASK - 1}`);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(rowCount * 1.4 + 1)));
  const slotMask = slots.length - 1;
  const [lengthsOf, pairLengthsOf] = [new Uint16Array(0x1_00_00), new Uint16Array(PAIR_SORTS)];
  for (let row = 0; row < rowCount; row += 1) {
    const start = starts[row] ?? 0;
    const end = starts[row + 1] ?? 0;
    const length = end - start;
    if (length > LONGEST_WORD) throw new RangeError(`a word of ${length} code units, at most ${LONGEST_WORD}`);
    const bit = 1 << (length - 1);
    const first = units[start] ?? 0;
    lengthsOf[first] = (lengthsOf[first] ?? 0) | bit;
    let hash = mix(0, first);
    for (let at = start + 1; at < end; at += 1) {
      hash = mix(hash, units[at] ?? 0);
      if (at > start + 1) continue;
      const pair = hash & (PAIR_SORTS - 1);
      pairLengthsOf[pair] = (pairLengthsOf[pair] ?? 0) | bit;
    }
    let slot = hash & slotMask;
    while (slots[slot] !== 0) slot = (slot + 1) & slotMask;
    slots[slot] = (hash & ~ROW_MASK) | (row + 1);
  }
  return { slots, lengthsOf, pairLengthsOf };
}

/** Spreads the product's higher bits, since its lower ones know nothing of them. */
function mix(hash: number, unit: number): number {
  const product = Math.imul(hash ^ unit, 0x9e_37_79_b1);
  return product ^ (product >>> 15);
}
