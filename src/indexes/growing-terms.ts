/** Terms as they are kept and sent. */
export interface SavedTerms {
  /** UTF-16 code units, one term behind the other. */
  readonly units: Uint16Array;
  readonly lengths: Uint16Array;
}

/** Terms that are looked up, and not added to. */
export type KnownTerms = Pick<GrowingTerms, "size" | "find" | "text">;

/** Slots are at most so full. */
const FULLEST = 0.7;

/** Terms numbered from 0 in the order in which they came, in three stretches of memory: some 12 bytes each and their letters. */
export class GrowingTerms {
  #units = new Uint16Array();
  /** Where each term ends. */
  #ends = new Uint32Array();
  /** A hash table by open addressing, its length a power of two: a term's number plus one, or 0. */
  #slots = new Uint32Array(512);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of a term; −1 where it is lacking. */
  find(term: string): number {
    return (this.#slots[this.#slotOf(term)] ?? 0) - 1;
  }

  /** The number of a term, a new one where it is lacking. */
  numberOf(term: string): number {
    const known = this.find(term);
    if (known >= 0) return known;
    const number = this.#size;
    this.#reserve(1, term.length);
    const start = this.#startOf(number);
    for (let at = 0; at < term.length; at += 1) this.#units[start + at] = term.charCodeAt(at);
    this.#ends[number] = start + term.length;
    this.#slots[this.#slotOf(term)] = number + 1;
    this.#size += 1;
    return number;
  }

  text(number: number): string {
    return String.fromCharCode(...this.#units.subarray(this.#startOf(number), this.#ends[number]));
  }

  /** The numbers of those that begin with a letter. */
  beginningWith(letter: string): readonly number[] {
    const unit = letter.charCodeAt(0);
    const found: number[] = [];
    for (let number = 0; number < this.#size; number += 1) {
      if (this.#units[this.#startOf(number)] === unit) found.push(number);
    }
    return found;
  }

  /** Overwrites a term's letters: nothing finds it any more, and its number stays without one. */
  forget(number: number): void {
    this.#units.fill(0, this.#startOf(number), this.#ends[number]);
  }

  /** The terms from a number on. */
  save(from: number): SavedTerms {
    const lengths = new Uint16Array(this.#size - from);
    for (let at = 0; at < lengths.length; at += 1) {
      lengths[at] = (this.#ends[from + at] ?? 0) - this.#startOf(from + at);
    }
    return { units: this.#units.slice(this.#startOf(from), this.#startOf(this.#size)), lengths };
  }

  /** Adds saved terms behind all others; none of them may be there already. */
  load({ units, lengths }: SavedTerms): void {
    this.#reserve(lengths.length, units.length);
    let end = this.#startOf(this.#size);
    this.#units.set(units, end);
    for (const length of lengths) {
      end += length;
      this.#ends[this.#size] = end;
      this.#place(this.#size);
      this.#size += 1;
    }
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
  }

  /** The slot that has a term, or the free one that it belongs into. */
  #slotOf(term: string): number {
    const slots = this.#slots;
    let slot = hashText(term) & (slots.length - 1);
    for (let held = slots[slot] ?? 0; held !== 0 && !this.#isTerm(held - 1, term); held = slots[slot] ?? 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  #isTerm(number: number, term: string): boolean {
    const start = this.#startOf(number);
    if ((this.#ends[number] ?? 0) - start !== term.length) return false;
    for (let at = 0; at < term.length; at += 1) if (this.#units[start + at] !== term.charCodeAt(at)) return false;
    return true;
  }

  #place(number: number): void {
    const slots = this.#slots;
    const [start, end] = [this.#startOf(number), this.#ends[number] ?? 0];
    // One that was forgotten.
    if (this.#units[start] === 0) return;
    let slot = hashUnits(this.#units, start, end) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  }

  #reserve(terms: number, letters: number): void {
    const size = this.#size + terms;
    const used = this.#startOf(this.#size) + letters;
    // A quarter more, so that adding a little does not copy all each time; nothing more where all is known at once.
    const room = this.#size === 0 ? 1 : 1.25;
    if (size > this.#ends.length) this.#ends = copyInto(new Uint32Array(Math.ceil(size * room)), this.#ends);
    if (used > this.#units.length) this.#units = copyInto(new Uint16Array(Math.ceil(used * room)), this.#units);
    if (size <= this.#slots.length * FULLEST) return;
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(size / FULLEST)));
    for (let number = 0; number < this.#size; number += 1) this.#place(number);
  }
}

export function saveTerms(terms: readonly string[]): SavedTerms {
  const units = new Uint16Array(terms.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const term of terms) {
    for (let at = 0; at < term.length; at += 1) units[end + at] = term.charCodeAt(at);
    end += term.length;
  }
  return { units, lengths: Uint16Array.from(terms, ({ length }) => length) };
}

function copyInto<Numbers extends Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(
  longer: Numbers,
  numbers: Numbers,
): Numbers {
  longer.set(numbers);
  return longer;
}

/** FNV-1a over UTF-16 code units. */
function hashText(term: string): number {
  let hashed = 0x81_1c_9d_c5;
  for (let at = 0; at < term.length; at += 1) hashed = Math.imul(hashed ^ term.charCodeAt(at), 0x01_00_01_93);
  return (hashed ^ (hashed >>> 15)) >>> 0;
}

function hashUnits(units: Uint16Array, start: number, end: number): number {
  let hashed = 0x81_1c_9d_c5;
  for (let at = start; at < end; at += 1) hashed = Math.imul(hashed ^ (units[at] ?? 0), 0x01_00_01_93);
  return (hashed ^ (hashed >>> 15)) >>> 0;
}
