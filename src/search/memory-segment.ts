import { type IndexData, MOST_WITH_CHARACTERS, splitLines } from "./index-data.ts";
import { addPostings, countPassages, type Postings } from "./postings.ts";
import { placePassages } from "./passage-places.ts";
import type { Passage } from "./passage.ts";
import { MOST_COUNTED, type Placed, type Segment, type SegmentVocabulary } from "./segment.ts";
import { findTerm } from "./term-table.ts";

/** Makes a segment of what is in memory. */
export function memorySegment(
  passages: readonly Passage[],
  data: IndexData,
  hasCharacters: boolean = data.passages <= MOST_WITH_CHARACTERS,
): Segment {
  const text = hasCharacters ? addPostings(data.text, data.characters) : data.text;
  const placed = placePassages(passages);
  return {
    articles: placed.articles,
    passages: passages.length,
    places: passages.length,
    hasCharacters,
    vocabulary: describeVocabulary(data, text),
    lengths: { text: hasCharacters ? data.lengths.withCharacters : data.lengths.text, headings: data.lengths.headings },
    postings: (terms) => terms.map((term) => ({ text: placedOf(text, term), headings: placedOf(data.headings, term) })),
    passage: (place) => passages[place],
    passagesOf: (article) => placed.passagesOf(article),
  };
}

function describeVocabulary(data: IndexData, text: Postings): SegmentVocabulary {
  return {
    numberOf: (term) => findTerm(data.terms, term),
    textCount: (term) => countPassages(text, term),
    headingCount: (term) => countPassages(data.headings, term),
    ideographCount: (term) => data.ideographs[term] ?? 0,
    isHanWord: (term) => data.hanWords[term] === 1,
    latinWords: () => splitLines(data.latinWords),
    lowerWords: () => splitLines(data.lowerWords),
    transliterations: () => splitLines(data.transliterations),
  };
}

function placedOf({ starts, passages, counts }: Postings, term: number): Placed {
  const [from, to] = [starts[term], starts[term + 1]];
  return {
    places: passages.subarray(from, to),
    counts: Uint8Array.from(counts.subarray(from, to), (count) => Math.min(count, MOST_COUNTED)),
  };
}
