/**
 * What a passage is found by: the library's number, and below it a term's number and what of it the passage has. Each term
 * gives one key for its text, by how often it stands there, one for headings, and one for single ideographs: no list holds
 * a passage twice.
 */

/** Of text and of single ideographs 0 to 3: how often a term stands there, less one. */
const PLACES = { text: 0, headings: 4, characters: 5 } as const;
const KINDS = 16;

export type KeyField = keyof typeof PLACES;

export interface Key {
  readonly term: number;
  readonly field: KeyField;
  readonly count: number;
}

/** The lower half of a key. */
export function tokenOf({ term, field, count }: Key): number {
  return term * KINDS + PLACES[field] + (field === "headings" ? 0 : count - 1);
}

/** A bit for each kind of key that a term has somewhere. */
export function kindOf(token: number): number {
  return 1 << (token % KINDS);
}

/** The keys of a term, as far as it has them. */
export function* keysOf(term: number, kinds: number): Generator<Key & { readonly token: number }> {
  for (let kind = 0; kind < KINDS; kind += 1) {
    if ((kinds & (1 << kind)) === 0) continue;
    const field = kind < PLACES.headings ? "text" : kind === PLACES.headings ? "headings" : "characters";
    const count = field === "headings" ? 1 : kind - PLACES[field] + 1;
    yield { term, field, count, token: term * KINDS + kind };
  }
}

/** Without those of single ideographs. */
export function withoutCharacters(kinds: number): number {
  return kinds & ((1 << PLACES.characters) - 1);
}

/** Terms beyond that have no key. */
export const MOST_TERMS = 2 ** 32 / KINDS;

const INT8 = 20;

/** Writes keys as PostgreSQL reads an array of int8 in its binary form. */
export function writeKeys(library: number, tokens: ArrayLike<number>): Buffer {
  const bytes = Buffer.alloc(HEAD + tokens.length * ELEMENT);
  // One dimension, no nulls, the type, how many, the first index.
  for (const [at, number] of [1, 0, INT8, tokens.length, 1].entries()) bytes.writeInt32BE(number, at * 4);
  for (let at = 0; at < tokens.length; at += 1) {
    const offset = HEAD + at * ELEMENT;
    bytes.writeInt32BE(8, offset);
    bytes.writeUInt32BE(library, offset + 4);
    bytes.writeUInt32BE(tokens[at] ?? 0, offset + 8);
  }
  return bytes;
}

const HEAD = 20;
const ELEMENT = 12;

/** Reads numbers of four bytes, one behind the other as PostgreSQL writes them, in ascending order. */
export function readPlaces(bytes: Uint8Array): Uint32Array {
  const copy = Buffer.from(bytes).swap32();
  const places = new Uint32Array(copy.buffer.slice(copy.byteOffset, copy.byteOffset + copy.byteLength));
  // The table is read in its own order, which is that of the places as long as nothing was removed.
  return places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0)) ? places : places.toSorted();
}
