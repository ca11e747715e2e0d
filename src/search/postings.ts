import { GrowingNumbers } from "./growing-numbers.ts";

/** In which passages each term stands, and how often; as data that another thread may be given. */
export interface Postings {
  /** Of the term numbered `n`, what lies from `starts[n]` to `starts[n + 1]`; one more than there are terms. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** Ascending within a term. */
  readonly passages: Uint32Array<ArrayBuffer>;
  readonly counts: Uint32Array<ArrayBuffer>;
}

/** In how many passages a term stands. */
export function countPassages({ starts }: Postings, term: number): number {
  return (starts[term + 1] ?? 0) - (starts[term] ?? 0);
}

/** Which passages hold a term, ascending. */
export function passagesOfTerm({ starts, passages }: Postings, term: number): Uint32Array {
  return passages.subarray(starts[term], starts[term + 1]);
}

export interface PostingsBuilder {
  /** Passages are added in their order. */
  readonly add: (term: number, passage: number, count: number) => void;
  /** @param terms how many there are. */
  readonly build: (terms: number) => Postings;
}

export function createPostingsBuilder(): PostingsBuilder {
  const [terms, passages, counts] = [new GrowingNumbers(), new GrowingNumbers(), new GrowingNumbers()];
  return {
    add(term, passage, count) {
      terms.push(term);
      passages.push(passage);
      counts.push(count);
    },
    build: (termCount) => sortByTerm({ terms, passages, counts }, termCount),
  };
}

type Columns = Readonly<Record<"terms" | "passages" | "counts", GrowingNumbers>>;

/** A counting sort, which leaves passages in their order. */
function sortByTerm({ terms, passages, counts }: Columns, termCount: number): Postings {
  const starts = new Uint32Array(termCount + 1);
  for (let place = 0; place < terms.length; place += 1)
    starts[terms.at(place) + 1] = (starts[terms.at(place) + 1] ?? 0) + 1;
  for (let term = 0; term < termCount; term += 1) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const next = starts.slice();
  const sorted = { passages: new Uint32Array(terms.length), counts: new Uint32Array(terms.length) };
  for (let place = 0; place < terms.length; place += 1) {
    const at = next[terms.at(place)] ?? 0;
    next[terms.at(place)] = at + 1;
    sorted.passages[at] = passages.at(place);
    sorted.counts[at] = counts.at(place);
  }
  return { starts, ...sorted };
}

/** Counts two kinds of terms as one. */
export function addPostings(one: Postings, other: Postings): Postings {
  const terms = one.starts.length - 1;
  const starts = new Uint32Array(terms + 1);
  const [passages, counts] = [new GrowingNumbers(), new GrowingNumbers()];
  for (let term = 0; term < terms; term += 1) {
    for (const [passage, count] of mergeTerm(one, other, term)) {
      passages.push(passage);
      counts.push(count);
    }
    starts[term + 1] = passages.length;
  }
  return { starts, passages: passages.toArray(), counts: counts.toArray() };
}

function mergeTerm(one: Postings, other: Postings, term: number): [number, number][] {
  const counts = new Map<number, number>();
  for (const { starts, passages, counts: own } of [one, other]) {
    for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at += 1) {
      const passage = passages[at] ?? 0;
      counts.set(passage, (counts.get(passage) ?? 0) + (own[at] ?? 0));
    }
  }
  return [...counts].toSorted(([a], [b]) => a - b);
}
