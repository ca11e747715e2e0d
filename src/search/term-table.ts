import { GrowingNumbers } from "./growing-numbers.ts";

/** The terms of an index, numbered from 0 in the order in which they were met; as data that another thread may be given. */
export interface TermTable {
  /** All terms, one behind the other. */
  readonly text: string;
  /** Where each ends. */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** A hash table by open addressing, its length a power of two: a term's number plus one, or 0. */
  readonly slots: Uint32Array<ArrayBuffer>;
}

export interface TermTableBuilder {
  readonly size: number;
  /** The number of a term, a new one where it was not met before. */
  readonly numberOf: (term: string) => number;
  readonly build: () => TermTable;
}

export function createTermTableBuilder(): TermTableBuilder {
  const numbers = new Map<string, number>();
  return {
    get size() {
      return numbers.size;
    },
    numberOf(term) {
      const known = numbers.get(term);
      if (known !== undefined) return known;
      numbers.set(term, numbers.size);
      return numbers.size - 1;
    },
    build: () => layOut([...numbers.keys()]),
  };
}

function layOut(terms: readonly string[]): TermTable {
  const ends = new GrowingNumbers();
  // At most half full, so that few places are looked at.
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(terms.length * 2 + 2)));
  let end = 0;
  for (const [number, term] of terms.entries()) {
    end += term.length;
    ends.push(end);
    let slot = hash(term) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  }
  return { text: terms.join(""), ends: ends.toArray(), slots };
}

/** The number of a term; −1 where the table lacks it. */
export function findTerm({ text, ends, slots }: TermTable, term: string): number {
  let slot = hash(term) & (slots.length - 1);
  for (;;) {
    const number = (slots[slot] ?? 0) - 1;
    if (number < 0) return -1;
    const start = number === 0 ? 0 : (ends[number - 1] ?? 0);
    if ((ends[number] ?? 0) - start === term.length && text.startsWith(term, start)) return number;
    slot = (slot + 1) & (slots.length - 1);
  }
}

/** Lists the terms by their numbers. */
export function* listTerms({ text, ends }: TermTable): Generator<string> {
  let start = 0;
  for (const end of ends) {
    yield text.slice(start, end);
    start = end;
  }
}

/** FNV-1a over UTF-16 code units. */
function hash(term: string): number {
  let hashed = 0x81_1c_9d_c5;
  for (let at = 0; at < term.length; at += 1) hashed = Math.imul(hashed ^ term.charCodeAt(at), 0x01_00_01_93);
  return (hashed ^ (hashed >>> 15)) >>> 0;
}
