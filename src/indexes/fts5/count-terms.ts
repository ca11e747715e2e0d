import { type IndexData, splitLines } from "../../search/index-data.ts";
import { countPassages, type Postings, passagesOfTerm } from "../../search/postings.ts";
import { listTerms } from "../../search/term-table.ts";
import type { GrowingTerms } from "../growing-terms.ts";
import { narrowNumbers, type Numbers } from "./pack-numbers.ts";
import type { TermCounts } from "./term-counts.ts";
import { listMarks } from "./vocabulary.ts";

/** An article's terms by their numbers in a file. */
export interface NumberedTerms {
  /** By the article's own number of a term: the file's. */
  readonly numbers: Uint32Array;
  readonly counts: TermCounts;
}

/** Numbers the terms of an article as a file does, those that are new to it too, and counts them. */
export function countTerms(data: IndexData, terms: GrowingTerms): NumberedTerms {
  const own = [...listTerms(data.terms)];
  const numbers = Uint32Array.from(own, (term) => terms.numberOf(term));
  const listed = [
    ...splitLines(data.latinWords).map((word) => listMarks.latin + word),
    ...splitLines(data.lowerWords).map((word) => listMarks.lower + word),
    ...splitLines(data.transliterations).map((word) => listMarks.transliteration + word),
  ].map((word) => terms.numberOf(word));
  const size = numbers.length + listed.length;
  const column = (count: (term: number) => number, ofListed = 0): Numbers =>
    narrowNumbers(size, (term) => (term < numbers.length ? count(term) : ofListed));
  return {
    numbers,
    counts: {
      terms: Uint32Array.from([...numbers, ...listed]),
      text: column((term) => countPassages(data.text, term)),
      repeated: column((term) => countRepeated(data.text, term)),
      headings: column((term) => countPassages(data.headings, term)),
      ideographs: column((term) => data.ideographs[term] ?? 0),
      both: column((term) => countShared(passagesOfTerm(data.text, term), passagesOfTerm(data.characters, term))),
      words: column((term) => data.hanWords[term] ?? 0, 1),
    },
  };
}

function countRepeated({ starts, counts }: Postings, term: number): number {
  let repeated = 0;
  for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at += 1) if ((counts[at] ?? 0) > 1) repeated += 1;
  return repeated;
}

/** How many numbers stand in both of two ascending lists. */
function countShared(one: Uint32Array, other: Uint32Array): number {
  let [shared, from] = [0, 0];
  for (const number of one) {
    while (from < other.length && (other[from] ?? 0) < number) from += 1;
    if (other[from] === number) shared += 1;
  }
  return shared;
}
