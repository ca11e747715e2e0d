import type { SegmentVocabulary } from "../../search/segment.ts";
import { GrowingTerms } from "../growing-terms.ts";
import { addCounts, type CountSums, createSums, type TermCounts } from "./term-counts.ts";

/** All terms of a file with their counts, as far as it was read; what is written later is added to it. */
export interface Vocabulary {
  readonly terms: GrowingTerms;
  readonly sums: CountSums;
  /**
   * The same, as what searches needs it.
   *
   * @param hasCharacters whether single ideographs count in passages.
   */
  segment(hasCharacters: boolean): SegmentVocabulary;
  /** @param sign −1 takes away what was added. */
  count(counts: TermCounts, sign: 1 | -1): void;
}

/** Words that are listed beside the terms are terms that begin with a sign that no text's term has. */
export const listMarks = { latin: "\u0001", lower: "\u0002", transliteration: "\u0003" } as const;

export function createVocabulary(): Vocabulary {
  const terms = new GrowingTerms();
  const sums = createSums();
  let lists = new Map<string, readonly string[]>();
  /** Made when it is first asked for. */
  const list = (mark: string): readonly string[] => {
    const known = lists.get(mark) ?? listWords(terms, sums, mark);
    lists.set(mark, known);
    return known;
  };
  const isCounted = (term: number): boolean =>
    sums.text.at(term) > 0 || sums.headings.at(term) > 0 || sums.ideographs.at(term) > 0;
  return {
    terms,
    sums,
    count(counts, sign) {
      for (const sum of Object.values(sums)) sum.reserve(terms.size);
      addCounts(sums, counts, sign);
      lists = new Map();
    },
    segment: (hasCharacters) => ({
      numberOf(term) {
        const number = terms.find(term);
        return number >= 0 && isCounted(number) ? number : -1;
      },
      textCount: (term) => sums.text.at(term) + (hasCharacters ? sums.ideographs.at(term) - sums.both.at(term) : 0),
      headingCount: (term) => sums.headings.at(term),
      ideographCount: (term) => sums.ideographs.at(term),
      isHanWord: (term) => sums.words.at(term) > 0,
      latinWords: () => list(listMarks.latin),
      lowerWords: () => list(listMarks.lower),
      transliterations: () => list(listMarks.transliteration),
    }),
  };
}

function listWords(terms: GrowingTerms, sums: CountSums, mark: string): readonly string[] {
  const listed = terms.beginningWith(mark).filter((number) => sums.words.at(number) > 0);
  return listed.map((number) => terms.text(number).slice(mark.length));
}
