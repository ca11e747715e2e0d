import { BM25, HEADING_BOOST } from "./open-mini-search.ts";
import type { Placed, SegmentLengths, TermPostings } from "./segment.ts";

/** What the passages of an index are measured by. */
export interface ScoredIndex {
  readonly passages: number;
  /** One more than the last place. */
  readonly places: number;
  readonly averages: Readonly<Record<keyof SegmentLengths, number>>;
  readonly parts: readonly ScoredPart[];
}

/** A part of an index. */
export interface ScoredPart {
  /** How many places stand before its own. */
  readonly before: number;
  readonly lengths: SegmentLengths;
}

/** A term of a question with where it stands in each part of the index, if anywhere. */
export interface ScoredTerm {
  readonly weight: number;
  readonly postings: readonly (TermPostings | undefined)[];
}

/** A passage by its place. */
export interface ScoredPlace {
  readonly place: number;
  readonly score: number;
}

/**
 * Makes the function that scores the passages which hold some terms, just as MiniSearch does it: BM25+ of each field, added up term by
 * term, times the number of terms that a passage has. They are given in the order in which MiniSearch meets them, which is how
 * those that score the same are ordered.
 */
export function createScorePassages(index: ScoredIndex): (terms: readonly ScoredTerm[]) => readonly ScoredPlace[] {
  const open = openSums(index.places);
  return (terms) => {
    const sums = open();
    for (const term of terms) {
      const scorers = { text: scorerOf(index, term, "text"), headings: scorerOf(index, term, "headings") };
      eachPart(index, term, ({ before, lengths }, { text, headings }) => {
        const beside = createLookup(headings.places);
        for (const [nth, place] of text.places.entries()) {
          const score = scorers.text(text.counts[nth] ?? 0, lengths.text[place] ?? 0);
          const above = beside(place);
          const more = above < 0 ? 0 : scorers.headings(headings.counts[above] ?? 0, lengths.headings[place] ?? 0);
          sums.add(before + place, score + more);
        }
      });
      eachPart(index, term, ({ before, lengths }, { text, headings }) => {
        const beside = createLookup(text.places);
        for (const [nth, place] of headings.places.entries()) {
          if (beside(place) >= 0) continue;
          sums.add(before + place, scorers.headings(headings.counts[nth] ?? 0, lengths.headings[place] ?? 0));
        }
      });
    }
    return sums.take();
  };
}

function eachPart(
  { parts }: ScoredIndex,
  { postings }: ScoredTerm,
  act: (part: ScoredPart, postings: TermPostings) => void,
): void {
  for (const [nth, part] of parts.entries()) {
    const own = postings[nth];
    if (own) act(part, own);
  }
}

/** What a term counts in a field of a passage. */
function scorerOf(
  { passages, averages }: ScoredIndex,
  { weight, postings }: ScoredTerm,
  field: keyof SegmentLengths,
): (count: number, length: number) => number {
  const { k, b, d } = BM25;
  const holding = postings.reduce((sum, each) => sum + (each?.[field].places.length ?? 0), 0);
  const rarity = Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
  const boost = weight * (field === "headings" ? HEADING_BOOST : 1);
  const average = averages[field];
  return (count, length) => boost * (rarity * (d + (count * (k + 1)) / (count + k * (1 - b + (b * length) / average))));
}

/** Looks for ascending numbers among others one after the other; −1 for one that is not there. */
function createLookup(places: Placed["places"]): (place: number) => number {
  let at = 0;
  return (place) => {
    while (at < places.length && (places[at] ?? 0) < place) at += 1;
    return places[at] === place ? at : -1;
  };
}

interface Sums {
  readonly add: (place: number, score: number) => void;
  /** What was added up; everything begins anew. */
  readonly take: () => ScoredPlace[];
}

/** Keeps room for the sums of all places, some ten bytes each, from the first search on: clearing what was met costs less than new room. */
function openSums(places: number): () => Sums {
  let kept: Sums | undefined;
  return () => (kept ??= createSums(places));
}

function createSums(places: number): Sums {
  const sums = new Float64Array(places);
  const matched = new Uint16Array(places);
  let met: number[] = [];
  return {
    add(place, score) {
      if (matched[place] === 0) met.push(place);
      matched[place] = (matched[place] ?? 0) + 1;
      sums[place] = (sums[place] ?? 0) + score;
    },
    take() {
      const taken = met.map((place) => ({ place, score: (sums[place] ?? 0) * (matched[place] ?? 0) }));
      for (const place of met) sums[place] = matched[place] = 0;
      met = [];
      return taken;
    },
  };
}
