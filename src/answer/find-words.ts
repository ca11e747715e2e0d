import { type Article, allSections, headingText } from "../article/article.ts";
import { formatReference } from "../article/format-reference.ts";
import { visibleParts } from "../article/visible-parts.ts";
import { analyseParts } from "../search/analyse-parts.ts";
import type { Library } from "../search/library.ts";
import type { Passage } from "../search/passage.ts";
import { mergeSpans, type Span } from "../text/span.ts";
import type { Steps } from "../text/steps.ts";
import type { Analyse } from "../text/terms.ts";
import { placePassages } from "./place-passages.ts";
import { findWord, type WantedWord, wantWords } from "./wanted-words.ts";

/** A sentence with some of the words. */
export interface WordPlace {
  readonly article: Article;
  readonly span: Span;
  /** Where the words stand. */
  readonly matches: readonly Span[];
}

export interface FoundWords {
  /** The sentences with the words, in reading order; where none has all of them, those with most of them first. */
  readonly places: readonly WordPlace[];
  /** Whether each of them has all of the words. */
  readonly isComplete: boolean;
  /** Whether these are all there are; otherwise there was more to look through. */
  readonly isAll: boolean;
  /** References of the sections whose headings have all of the words, the first ones; headings are never quoted. */
  readonly headings: readonly string[];
}

/** So many sentences are found, and so much text is read for them, in UTF-16 code units. */
const MOST_PLACES = 200;
const MOST_READ = 60_000;
/** So many headings are told of, and so many are read for them. */
const MOST_HEADINGS = 20;
const MOST_HEADINGS_READ = 2000;

/**
 * Finds the places where some words stand, in any script, width, case, typography or inflected form: every one of an
 * article that is not very long, of others the first ones.
 *
 * A word that only the Mainland, or only Taiwan and Hong Kong have is found under its other name too; one that may mean
 * something else there only where nothing has all of the words otherwise.
 *
 * @throws RangeError when there is no such article.
 */
export function* findWords(library: Library, words: string, article?: string): Steps<FoundWords> {
  const { regional } = library.lexicon;
  const certain = wantWords(words, library.analyse, { regional, isWanted: ({ mutual }) => mutual });
  const found = yield* lookFor(library, certain, article);
  if (isWhole(found)) return found;
  const possible = wantWords(words, library.analyse, { regional, isWanted: () => true });
  if (possible.every(({ wordings }, at) => wordings.join(" ") === certain[at]?.wordings.join(" "))) return found;
  const more = yield* lookFor(library, possible, article);
  return isWhole(more) ? more : found;
}

function isWhole({ places, headings, isComplete }: FoundWords): boolean {
  return headings.length > 0 || (isComplete && places.length > 0);
}

interface CountedPlace extends WordPlace {
  /** How many of the words it has. */
  readonly count: number;
  /** Of its passage in the index. */
  readonly passage: number;
}

function* lookFor(library: Library, wanted: readonly WantedWord[], article: string | undefined): Steps<FoundWords> {
  const index = library.index(article);
  const candidates = placePassages(index, wanted, library.analyse);
  const found: CountedPlace[] = [];
  let [read, complete, looked] = [0, 0, 0];
  for (const place of candidates.places) {
    if (read >= MOST_READ || complete >= MOST_PLACES) break;
    looked += 1;
    const passage = index.passageAt(place);
    for (const { span } of passage?.sentences ?? []) {
      yield;
      read += span.end - span.start;
      const counted = passage && findInSentence(passage, span, { wanted, analyse: library.analyse });
      if (!counted) continue;
      found.push({ ...counted, passage: place });
      if (counted.count === wanted.length) complete += 1;
    }
  }
  const headings = yield* findInHeadings(library, wanted, article);
  const ordered = found.toSorted((a, b) => a.passage - b.passage || a.span.start - b.span.start);
  const isComplete = complete > 0;
  const places = isComplete
    ? ordered.filter(({ count }) => count === wanted.length)
    : ordered.toSorted((a, b) => b.count - a.count);
  const isRead = looked === candidates.places.length || (isComplete && looked >= candidates.whole);
  const isAll = isRead && places.length <= MOST_PLACES;
  return { places: places.slice(0, MOST_PLACES), isComplete, isAll, headings };
}

function* findInHeadings(library: Library, wanted: readonly WantedWord[], id: string | undefined): Steps<string[]> {
  const found: string[] = [];
  if (wanted.length === 0) return found;
  let read = 0;
  for (const article of library.articles.values()) {
    if (id !== undefined && article.id !== id) continue;
    for (const section of allSections(article.sections)) {
      if (found.length === MOST_HEADINGS || read === MOST_HEADINGS_READ) return found;
      yield;
      read += 1;
      const heading = library.analyse(headingText(article, section));
      if (!wanted.every((word) => findWord(word, heading).length > 0)) continue;
      found.push(formatReference({ section: section.number, parts: [] }));
    }
  }
  return found;
}

interface Looking {
  readonly wanted: readonly WantedWord[];
  readonly analyse: Analyse;
}

function findInSentence(
  { article, paragraph }: Passage,
  span: Span,
  { wanted, analyse }: Looking,
): Omit<CountedPlace, "passage"> | undefined {
  const text = analyseParts(article.text, visibleParts(paragraph, span), analyse);
  const matches = wanted.map((word) => findWord(word, text)).filter((spans) => spans.length > 0);
  if (matches.length === 0) return undefined;
  const seen = mergeSpans(matches.flat().flatMap((each) => visibleParts(paragraph, each)));
  return { article, span, matches: seen, count: matches.length };
}
