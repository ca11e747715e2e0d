/** So many postings are looked through for one question, and so many terms in any case. */
const MOST_POSTINGS = 4000;
const FEWEST_TERMS = 3;

interface CountedTerm {
  readonly weight: number;
  /** In how many passages and under how many headings it stands. */
  readonly frequency: number;
}

/** Leaves out the commonest terms where there are rarer ones enough: they cost most and tell least. */
export function chooseTerms<Term extends CountedTerm>(terms: readonly Term[]): readonly Term[] {
  const rarest = terms.toSorted((a, b) => a.frequency / a.weight - b.frequency / b.weight);
  let postings = 0;
  return rarest.filter(({ frequency }, place) => {
    postings += frequency;
    return place < FEWEST_TERMS || postings <= MOST_POSTINGS;
  });
}
