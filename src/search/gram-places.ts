/**
 * Where every stretch of one to three code units begins in some texts, as flat numbers: a longer one is looked for where its
 * first three stand. Some 12 bytes a code unit.
 */
export interface GramPlaces {
  /** The texts, one behind the other. */
  readonly text: string;
  /** Where each text begins; one more than there are texts. */
  readonly starts: Uint32Array;
  /** Which text each code unit is of. */
  readonly owners: Uint16Array;
  /** For stretches of one, two and three code units. */
  readonly buckets: readonly Buckets[];
}

/** Places by the hash of what begins there, ascending within a bucket. */
interface Buckets {
  /** Where each bucket begins among the places; one more than there are buckets, whose number is a power of two. */
  readonly starts: Uint16Array;
  readonly places: Uint16Array;
}

/** Texts that are longer together are not listed: their places would not fit. */
export const MOST_PLACES = 65_535;
const LONGEST_GRAM = 3;

/**
 * Lists where every short stretch of some texts begins.
 *
 * @throws RangeError when there is more of them than `MOST_PLACES`.
 */
export function listGramPlaces(texts: readonly string[]): GramPlaces {
  const text = texts.join("");
  if (Math.max(text.length, texts.length) > MOST_PLACES) {
    throw new RangeError(`${texts.length} texts of ${text.length} code units are too long for their places`);
  }
  const starts = new Uint32Array(texts.length + 1);
  const owners = new Uint16Array(text.length);
  let end = 0;
  for (const [number, { length }] of texts.entries()) {
    owners.fill(number, end, end + length);
    end += length;
    starts[number + 1] = end;
  }
  const lengths = Array.from({ length: LONGEST_GRAM }, (_, shorter) => shorter + 1);
  return { text, starts, owners, buckets: lengths.map((length) => sortGrams(text, owners, length)) };
}

/** A counting sort, which leaves the places in their order. */
function sortGrams(text: string, owners: Uint16Array, length: number): Buckets {
  const count = 2 ** Math.ceil(Math.log2(text.length / 2 + 2));
  const sizes = new Uint32Array(count + 1);
  const isWithin = (at: number): boolean => owners[at] === owners[at + length - 1];
  for (let at = 0; at + length <= text.length; at += 1) {
    if (isWithin(at)) sizes[hash(text, at, length) % count] = (sizes[hash(text, at, length) % count] ?? 0) + 1;
  }
  const starts = new Uint16Array(count + 1);
  for (let bucket = 0; bucket < count; bucket += 1) starts[bucket + 1] = (starts[bucket] ?? 0) + (sizes[bucket] ?? 0);
  const places = new Uint16Array(starts[count] ?? 0);
  const next = starts.slice();
  for (let at = 0; at + length <= text.length; at += 1) {
    if (!isWithin(at)) continue;
    const bucket = hash(text, at, length) % count;
    places[next[bucket] ?? 0] = at;
    next[bucket] = (next[bucket] ?? 0) + 1;
  }
  return { starts, places };
}

function hash(text: string, at: number, length: number): number {
  let hashed = 0;
  for (let place = at; place < at + length; place += 1) {
    hashed = Math.imul(hashed ^ text.charCodeAt(place), 0x9e_37_79_b1);
  }
  return (hashed ^ (hashed >>> 15)) >>> 0;
}

/**
 * Writes down where a stretch first stands in each text that has it, counted from where the text begins.
 *
 * @param places by text; those of the other texts stay as they are.
 */
export function placeStretch(grams: GramPlaces, stretch: string, places: Int32Array): void {
  eachWith(grams, stretch, (owner, at) => (places[owner] = at));
}

/** Goes through the texts that have a stretch, with where it first stands in each. */
export function eachWith(
  { text, starts, owners, buckets }: GramPlaces,
  stretch: string,
  meet: (owner: number, at: number) => void,
): void {
  if (stretch === "") for (let owner = 0; owner + 1 < starts.length; owner += 1) meet(owner, 0);
  const length = Math.min(stretch.length, LONGEST_GRAM);
  const grams = buckets[length - 1];
  if (!grams) return;
  const bucket = hash(stretch, 0, length) & (grams.starts.length - 2);
  let last = -1;
  for (let nth = grams.starts[bucket] ?? 0; nth < (grams.starts[bucket + 1] ?? 0); nth += 1) {
    const at = grams.places[nth] ?? 0;
    const owner = owners[at] ?? 0;
    if (owner === last || at + stretch.length > (starts[owner + 1] ?? 0) || !text.startsWith(stretch, at)) continue;
    meet(owner, at - (starts[owner] ?? 0));
    last = owner;
  }
}

/**
 * Writes down how long the longest stretch is that a text shares with another one.
 *
 * @param lengths by text, of as many of the first ones as are wanted; at most `most`.
 */
export function measureShared(
  grams: GramPlaces,
  { asked, most }: { readonly asked: string; readonly most: number },
  lengths: Int32Array,
): void {
  lengths.fill(0);
  for (let from = 0; from + LONGEST_GRAM <= asked.length; from += 1) extendFrom(grams, { asked, from, most }, lengths);
  for (let length = LONGEST_GRAM - 1; length > 0; length -= 1) {
    let lacking = countBelow(lengths, length);
    for (let from = 0; lacking > 0 && from + length <= asked.length; from += 1) {
      lacking -= markShared(grams, { asked, from, length }, lengths);
    }
  }
}

interface Extended {
  readonly asked: string;
  readonly from: number;
  readonly most: number;
}

function extendFrom(
  { text, starts, owners, buckets }: GramPlaces,
  { asked, from, most }: Extended,
  lengths: Int32Array,
): void {
  const grams = buckets[LONGEST_GRAM - 1];
  if (!grams) return;
  const bucket = hash(asked, from, LONGEST_GRAM) & (grams.starts.length - 2);
  const [end, before] = [grams.starts[bucket + 1] ?? 0, asked.charCodeAt(from - 1)];
  for (let nth = grams.starts[bucket] ?? 0; nth < end; nth += 1) {
    const at = grams.places[nth] ?? 0;
    const owner = owners[at] ?? 0;
    if (owner >= lengths.length) return;
    // What goes on from the code unit before was met there.
    if (from > 0 && text.charCodeAt(at - 1) === before && owners[at - 1] === owner) continue;
    const longest = Math.min(most, asked.length - from, (starts[owner + 1] ?? 0) - at);
    let shared = 0;
    while (shared < longest && asked.charCodeAt(from + shared) === text.charCodeAt(at + shared)) shared += 1;
    if (shared > (lengths[owner] ?? 0)) lengths[owner] = shared;
  }
}

function countBelow(lengths: Int32Array, length: number): number {
  let count = 0;
  for (let number = 0; number < lengths.length; number += 1) if ((lengths[number] ?? 0) < length) count += 1;
  return count;
}

interface Marked {
  readonly asked: string;
  readonly from: number;
  /** 1 or 2. */
  readonly length: number;
}

/** Counts a short stretch as shared in the texts that have it, and tells in how many; longer ones were looked for before. */
function markShared(
  { text, owners, buckets }: GramPlaces,
  { asked, from, length }: Marked,
  lengths: Int32Array,
): number {
  const grams = buckets[length - 1];
  if (!grams) return 0;
  let marked = 0;
  const bucket = hash(asked, from, length) & (grams.starts.length - 2);
  const end = grams.starts[bucket + 1] ?? 0;
  for (let nth = grams.starts[bucket] ?? 0; nth < end; nth += 1) {
    const at = grams.places[nth] ?? 0;
    const owner = owners[at] ?? 0;
    if (owner >= lengths.length) break;
    if ((lengths[owner] ?? 0) >= length || text.charCodeAt(at) !== asked.charCodeAt(from)) continue;
    if (length > 1 && text.charCodeAt(at + 1) !== asked.charCodeAt(from + 1)) continue;
    lengths[owner] = length;
    marked += 1;
  }
  return marked;
}
