/** Words numbered from 0 in the order in which they came, which grow: some ten bytes for each beside its letters. */
export interface WordTable {
  readonly size: number;
  /** −1 where it is none of them. */
  numberOf(word: string): number;
  wordAt(number: number): string;
  /** Gives each the next number; none of them may be there already. */
  append(words: WordList): void;
}

/** Words as they are kept and sent. */
export interface WordList {
  /** UTF-16 code units, one word behind the other. */
  readonly units: Uint16Array;
  readonly lengths: Uint16Array;
}

export function listWords(words: readonly string[]): WordList {
  const units = new Uint16Array(words.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const word of words) {
    for (let at = 0; at < word.length; at += 1) units[end + at] = word.charCodeAt(at);
    end += word.length;
  }
  return { units, lengths: Uint16Array.from(words, ({ length }) => length) };
}

export function createWordTable(): WordTable {
  let units = new Uint16Array(1024);
  let ends = new Uint32Array(256);
  /** A hash table by open addressing, its length a power of two: a word's number plus one, or 0. */
  let slots = new Uint32Array(512);
  let size = 0;

  const startOf = (number: number): number => (number === 0 ? 0 : (ends[number - 1] ?? 0));

  function isAt(number: number, word: string): boolean {
    const start = startOf(number);
    if ((ends[number] ?? 0) - start !== word.length) return false;
    for (let at = 0; at < word.length; at += 1) if (units[start + at] !== word.charCodeAt(at)) return false;
    return true;
  }

  function place(number: number): void {
    let slot = hashUnits(units, startOf(number), ends[number] ?? 0) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  }

  function makeRoom(words: number, letters: number): void {
    const length = startOf(size) + letters;
    if (length > units.length) units = grown(units, new Uint16Array(roomFor(length)));
    if (size + words > ends.length) ends = grown(ends, new Uint32Array(roomFor(size + words)));
    if (size + words <= slots.length * MOST_FULL) return;
    slots = new Uint32Array(2 ** Math.ceil(Math.log2((size + words) / MOST_FULL)));
    for (let number = 0; number < size; number += 1) place(number);
  }

  return {
    get size() {
      return size;
    },
    numberOf(word) {
      let slot = hashWord(word) & (slots.length - 1);
      for (;;) {
        const number = (slots[slot] ?? 0) - 1;
        if (number < 0 || isAt(number, word)) return number;
        slot = (slot + 1) & (slots.length - 1);
      }
    },
    wordAt: (number) => String.fromCharCode(...units.subarray(startOf(number), ends[number])),
    append(words) {
      makeRoom(words.lengths.length, words.units.length);
      units.set(words.units, startOf(size));
      for (const length of words.lengths) {
        ends[size] = startOf(size) + length;
        size += 1;
        place(size - 1);
      }
    },
  };
}

/** Fuller than that, too many places are looked at. */
const MOST_FULL = 0.7;

/** A quarter more, so that a few words more need no copy each time. */
function roomFor(length: number): number {
  return Math.ceil(length * 1.25);
}

function grown<Numbers extends Uint16Array | Uint32Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}

/** FNV-1a over UTF-16 code units. */
function hashWord(word: string): number {
  let hashed = SEED;
  for (let at = 0; at < word.length; at += 1) hashed = Math.imul(hashed ^ word.charCodeAt(at), PRIME);
  return (hashed ^ (hashed >>> 15)) >>> 0;
}

function hashUnits(units: Uint16Array, start: number, end: number): number {
  let hashed = SEED;
  for (let at = start; at < end; at += 1) hashed = Math.imul(hashed ^ (units[at] ?? 0), PRIME);
  return (hashed ^ (hashed >>> 15)) >>> 0;
}

const SEED = 0x81_1c_9d_c5;
const PRIME = 0x01_00_01_93;
