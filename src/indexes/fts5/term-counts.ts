import { narrowNumbers, type Numbers } from "./pack-numbers.ts";
import { createSmallCounts, type SmallCounts } from "./small-counts.ts";

/** What is counted of a term. */
export const countNames = [
  /** In how many passages it stands as a word or pair, and more than once. */
  "text",
  "repeated",
  "headings",
  /** In how many as a single ideograph, and in how many as both. */
  "ideographs",
  "both",
  /** In how many articles it is a word of several ideographs; of a word that is listed apart, in how many it is. */
  "words",
] as const;

type CountName = (typeof countNames)[number];

/** The counts of some terms: of one article, of several, of all. */
export interface TermCounts extends Readonly<Record<CountName, Numbers>> {
  /** The numbers of the terms. */
  readonly terms: Uint32Array;
}

/** The sums of all that was added, by term. */
export type CountSums = Readonly<Record<CountName, SmallCounts>>;

export function createSums(): CountSums {
  return {
    text: createSmallCounts(),
    repeated: createSmallCounts(),
    headings: createSmallCounts(),
    ideographs: createSmallCounts(),
    both: createSmallCounts(),
    words: createSmallCounts(),
  };
}

/** @param sign −1 takes away what was added. */
export function addCounts(sums: CountSums, counts: TermCounts, sign: 1 | -1): void {
  for (const name of countNames) {
    const [sum, own, { terms }] = [sums[name], counts[name], counts];
    for (let place = 0; place < own.length; place += 1) {
      const count = own[place] ?? 0;
      if (count > 0) sum.add(terms[place] ?? 0, sign * count);
    }
  }
}

/** The sums of those terms that are counted at all. */
export function listCounts(sums: CountSums, terms: Uint32Array): TermCounts {
  const counted = terms.filter((term) => countNames.some((name) => sums[name].at(term) > 0));
  const of = (name: CountName): Numbers => narrowNumbers(counted.length, (place) => sums[name].at(counted[place] ?? 0));
  return {
    terms: counted,
    text: of("text"),
    repeated: of("repeated"),
    headings: of("headings"),
    ideographs: of("ideographs"),
    both: of("both"),
    words: of("words"),
  };
}

/** Counts several as one. */
export function sumCounts(all: readonly TermCounts[]): TermCounts {
  const sums = createSums();
  for (const counts of all) addCounts(sums, counts, 1);
  const terms = new Uint32Array(all.reduce((length, counts) => length + counts.terms.length, 0));
  let at = 0;
  for (const counts of all) {
    terms.set(counts.terms, at);
    at += counts.terms.length;
  }
  return listCounts(
    sums,
    terms.toSorted().filter((term, place, sorted) => term !== sorted[place - 1]),
  );
}
