import type { Article } from "../article/article.ts";
import { headingText } from "../article/article.ts";
import { listSentences } from "../article/list-sentences.ts";
import { referenceTo, sectionAt } from "../article/reference-to.ts";
import type { Span } from "../text/span.ts";

/** What of a text is known beside its letters: of several places the one like this is meant. */
export interface SoughtText {
  readonly text: string;
  readonly span: Span;
  readonly heading: string;
}

/** By so many characters the sentences that begin a text are looked up. */
const KEY_LENGTH = 12;
/** Of a sentence that stands more often only the first places are looked at. */
const MOST_PLACES = 500;

/**
 * Finds where texts of whole sentences stand in an article, letter for letter but for white space: a file that is read anew may
 * break its lines elsewhere. Of several places it is one under the same heading if there is one, and then the nearest.
 */
export function createFindText(article: Article): (sought: SoughtText) => Span | undefined {
  const startsBy = new Map<number, ReadonlyMap<string, readonly number[]>>();
  const starts = listSentences(article).map(({ span }) => span.start);
  return ({ text, span, heading }) => {
    const key = beginning(text, 0, KEY_LENGTH);
    const index = startsBy.get(key.length) ?? indexStarts(article.text, starts, key.length);
    startsBy.set(key.length, index);
    const places = (index.get(key) ?? []).flatMap((start) => {
      const end = endOf(article.text, start, text);
      return end !== undefined && referenceTo(article, { start, end }) ? { start, end } : [];
    });
    return nearest(places, (place) => {
      const isElsewhere = headingAt(article, place.start) !== heading;
      return (isElsewhere ? article.text.length : 0) + Math.abs(place.start - span.start);
    });
  };
}

/** The heading that a place stands under; empty where there is none. */
export function headingAt(article: Article, offset: number): string {
  const section = sectionAt(article.sections, offset);
  return section ? headingText(article, section).slice(0, 300) : "";
}

function indexStarts(text: string, starts: readonly number[], length: number): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const start of starts) {
    const key = beginning(text, start, length);
    const known = index.get(key);
    if (!known) index.set(key, [start]);
    else if (known.length < MOST_PLACES) known.push(start);
  }
  return index;
}

/** So many characters of a text but for white space. */
function beginning(text: string, start: number, length: number): string {
  let key = "";
  for (let at = start; at < text.length && key.length < length; at += 1) {
    const unit = text.charAt(at);
    if (!isSpace(unit)) key += unit;
  }
  return key;
}

/** Where a text ends that begins here, if it stands here. */
function endOf(within: string, start: number, text: string): number | undefined {
  let at = start;
  for (const unit of text.split("")) {
    if (isSpace(unit)) continue;
    while (isSpace(within.charAt(at))) at += 1;
    if (within.charAt(at) !== unit) return undefined;
    at += 1;
  }
  return at;
}

function isSpace(unit: string): boolean {
  return unit !== "" && unit.trim() === "";
}

function nearest(places: readonly Span[], distance: (place: Span) => number): Span | undefined {
  let [best, least]: [Span | undefined, number] = [undefined, Infinity];
  for (const place of places) {
    const far = distance(place);
    if (far < least) [best, least] = [place, far];
  }
  return best;
}
