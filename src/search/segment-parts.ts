import type { Article } from "../article/article.ts";
import { loadTogether } from "../text/not-loaded.ts";
import { countWithin, findRange, keepWithin, type PlaceRanges, rangesOf } from "./place-ranges.ts";
import type { Segment, SegmentArticle, TermPostings } from "./segment.ts";

/** A segment's part in an index of several. */
export interface SegmentPart {
  readonly segment: Segment;
  /** How many places stand before its own. */
  readonly before: number;
  /** Those of its articles that are searched; their places are the segment's own. */
  readonly articles: readonly SegmentArticle[];
  /** The places of those articles; absent where all of the segment is searched. */
  readonly ranges: PlaceRanges | undefined;
  readonly languages: ReadonlySet<string>;
}

/** Puts the places of segments one behind the other; those of which nothing is searched are left out. */
export function placeSegments(segments: readonly Segment[], only: ReadonlySet<Article> | undefined): SegmentPart[] {
  let next = 0;
  return segments.flatMap((segment) => {
    const articles = only ? segment.articles.filter(({ article }) => only.has(article)) : segment.articles;
    if (articles.length === 0) return [];
    next += segment.places;
    const ranges = articles.length === segment.articles.length ? undefined : rangesOf(articles);
    const languages = new Set(articles.map(({ article }) => article.language));
    return [{ segment, before: next - segment.places, articles, ranges, languages }];
  });
}

/** Finds the part that a place lies in, with the place's number there; nothing where that is not searched. */
export function findPart(
  parts: readonly SegmentPart[],
  place: number,
): { readonly part: SegmentPart; readonly own: number } | undefined {
  const part = parts.findLast(({ before }) => before <= place);
  if (!part) return undefined;
  const own = place - part.before;
  return part.ranges && findRange(part.ranges, own) < 0 ? undefined : { part, own };
}

/**
 * Reads where terms stand in each part, by term and part; nothing where a part does not have a term.
 *
 * Where one of the parts lacks single ideographs, none of the parts has them: what stands everywhere would look rare.
 *
 * @throws NotLoaded, once for all of them.
 */
export function readPostings(
  parts: readonly SegmentPart[],
  terms: readonly string[],
): readonly (readonly (TermPostings | undefined)[])[] {
  const byPart = loadTogether(parts.map((part) => () => readPart(part, terms, lacksIdeographs(parts))));
  return terms.map((_, nth) => byPart.map((postings) => postings[nth]));
}

export function lacksIdeographs(parts: readonly SegmentPart[]): boolean {
  return parts.some(({ segment }) => !segment.hasCharacters);
}

/** The number by which a part's postings are found; −1 where it has none. */
export function numberIn({ segment }: SegmentPart, term: string, withoutIdeographs: boolean): number {
  const { vocabulary, hasCharacters } = segment;
  const number = vocabulary.numberOf(term);
  const isLeftOut = withoutIdeographs && hasCharacters && number >= 0 && vocabulary.ideographCount(number) > 0;
  return isLeftOut ? -1 : number;
}

/** In how many passages of the segments a term stands as a single ideograph. */
export function ideographsOf(parts: readonly SegmentPart[], term: string): number {
  return parts.reduce((sum, { segment: { vocabulary } }) => {
    const number = vocabulary.numberOf(term);
    return number < 0 ? sum : sum + vocabulary.ideographCount(number);
  }, 0);
}

function readPart(
  part: SegmentPart,
  terms: readonly string[],
  withoutIdeographs: boolean,
): readonly (TermPostings | undefined)[] {
  const numbers = terms.map((term) => numberIn(part, term, withoutIdeographs));
  const known = numbers.filter((number) => number >= 0);
  const postings = known.length > 0 ? part.segment.postings(known) : [];
  let next = 0;
  return numbers.map((number) => {
    if (number < 0) return undefined;
    next += 1;
    const found = postings[next - 1];
    return found && part.ranges ? restrict(found, part.ranges) : found;
  });
}

function restrict({ text, headings }: TermPostings, ranges: PlaceRanges): TermPostings {
  return { text: keepWithin(ranges, text), headings: keepWithin(ranges, headings) };
}

/** Whether a part's articles of a language have a term in text or headings; single ideographs of a large index are said to be in each. */
export function partStandsIn(part: SegmentPart, language: string, term: string): boolean {
  const { vocabulary } = part.segment;
  const number = vocabulary.numberOf(term);
  if (number < 0 || !part.languages.has(language)) return false;
  const counted = vocabulary.textCount(number) + vocabulary.headingCount(number);
  if (counted === 0) return vocabulary.ideographCount(number) > 0;
  if (part.languages.size === 1 && !part.ranges) return true;
  const ranges = rangesOf(part.articles.filter(({ article }) => article.language === language));
  return part.segment
    .postings([number])
    .some(({ text, headings }) => [text, headings].some(({ places }) => countWithin(ranges, places) > 0));
}
