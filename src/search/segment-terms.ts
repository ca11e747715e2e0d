import { rememberTexts } from "../text/remember-texts.ts";
import { chooseTerms } from "./choose-terms.ts";
import type { WeightedTerm } from "./passage-index.ts";
import type { ScoredTerm } from "./score-passages.ts";
import type { TermPostings } from "./segment.ts";
import { ideographsOf, lacksIdeographs, numberIn, readPostings, type SegmentPart } from "./segment-parts.ts";

/** How often terms stand in the passages of an index. */
export interface CountedTerms {
  /**
   * Chooses the terms of a question that are looked for, with where they stand.
   *
   * @throws NotLoaded, once for all of them.
   */
  readonly choose: (asked: readonly WeightedTerm[]) => readonly ScoredTerm[];
  /** In how many passages a term stands. */
  readonly documentFrequency: (term: string) => number;
}

/** Of so many terms it is kept how often they stand in some of the articles. */
const KNOWN = { most: 4000, longest: 48 };

/** Counts terms: from what vocabularies tell where all is searched, otherwise from where they stand. */
export function countTerms(parts: readonly SegmentPart[], size: number): CountedTerms {
  return parts.some(({ ranges }) => ranges) ? countPlaced(parts, size) : countKnown(parts);
}

function countKnown(parts: readonly SegmentPart[]): CountedTerms {
  const isWithout = lacksIdeographs(parts);
  const count = (term: string, field: "textCount" | "headingCount"): number =>
    parts.reduce((sum, part) => {
      const number = numberIn(part, term, isWithout);
      return number < 0 ? sum : sum + part.segment.vocabulary[field](number);
    }, 0);
  return {
    choose(asked) {
      const counted = asked.flatMap(({ text, weight }) => {
        const frequency = weight > 0 ? count(text, "textCount") + count(text, "headingCount") : 0;
        return frequency > 0 ? [{ text, weight, frequency }] : [];
      });
      const chosen = chooseTerms(counted);
      const postings = readPostings(
        parts,
        chosen.map(({ text }) => text),
      );
      return chosen.map(({ weight }, nth) => ({ weight, postings: postings[nth] ?? [] }));
    },
    documentFrequency: (term) => count(term, "textCount") || ideographsOf(parts, term),
  };
}

function countPlaced(parts: readonly SegmentPart[], size: number): CountedTerms {
  const isWithout = lacksIdeographs(parts);
  return {
    choose(asked) {
      const weighed = asked.filter(({ weight }) => weight > 0);
      const postings = readPostings(
        parts,
        weighed.map(({ text }) => text),
      );
      const counted = weighed.flatMap(({ weight }, nth) => {
        const own = postings[nth] ?? [];
        const frequency = countIn(own, "text") + countIn(own, "headings");
        return frequency > 0 ? [{ weight, frequency, postings: own }] : [];
      });
      return chooseTerms(counted);
    },
    documentFrequency: rememberTexts((term) => {
      const [postings = []] = readPostings(parts, [term]);
      return countIn(postings, "text") || (isWithout ? Math.min(ideographsOf(parts, term), size) : 0);
    }, KNOWN),
  };
}

function countIn(postings: readonly (TermPostings | undefined)[], field: keyof TermPostings): number {
  return postings.reduce((sum, own) => sum + (own?.[field].places.length ?? 0), 0);
}

/**
 * The places of all passages that hold a term, ascending.
 *
 * @throws NotLoaded
 */
export function joinPlaces(parts: readonly SegmentPart[], term: string): Uint32Array {
  const [postings = []] = readPostings(parts, [term]);
  const joined = new Uint32Array(countIn(postings, "text"));
  let next = 0;
  for (const [nth, { before }] of parts.entries()) {
    for (const place of postings[nth]?.text.places ?? []) {
      joined[next] = before + place;
      next += 1;
    }
  }
  return joined;
}
