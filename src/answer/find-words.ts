import { allSections, headingText } from "../article/article.ts";
import { formatReference } from "../article/format-reference.ts";
import type { Library } from "../search/library.ts";
import { analyseParts } from "../search/analyse-parts.ts";
import type { Passage } from "../search/passage.ts";
import { visibleParts } from "../article/visible-parts.ts";
import { mergeSpans } from "../text/span.ts";
import type { Analyse } from "../text/terms.ts";
import type { Quote } from "./answer.ts";
import { quoteSpan } from "./quote-span.ts";
import { findWord, type WantedWord, wantWords } from "./wanted-words.ts";

export interface FoundWords {
  /** Every sentence with the words, in reading order; where none has all of them, those with most of them first. */
  readonly quotes: readonly Quote[];
  /** Whether each sentence has all of the words. */
  readonly isComplete: boolean;
  /** References of the sections whose headings have all of the words; headings are never quoted. */
  readonly headings: readonly string[];
}

/**
 * Finds every place where some words stand, in any script, width, case, typography or inflected form.
 *
 * A word that only the Mainland, or only Taiwan and Hong Kong have is found under its other name too; one that may mean
 * something else there only where nothing has all of the words otherwise.
 *
 * @throws RangeError when there is no such article.
 */
export function findWords(library: Library, words: string, article?: string): FoundWords {
  const { regional } = library.lexicon;
  const certain = wantWords(words, library.analyse, { regional, isWanted: ({ mutual }) => mutual });
  const found = lookFor(library, certain, article);
  if (isWhole(found)) return found;
  const possible = wantWords(words, library.analyse, { regional, isWanted: () => true });
  const more = lookFor(library, possible, article);
  return isWhole(more) ? more : found;
}

function isWhole({ quotes, headings, isComplete }: FoundWords): boolean {
  return headings.length > 0 || (isComplete && quotes.length > 0);
}

function lookFor(library: Library, wanted: readonly WantedWord[], article: string | undefined): FoundWords {
  const index = library.index(article);
  const terms = wanted
    .flatMap(({ wordings, spellings }) => [
      ...wordings.flatMap((wording) => library.analyse(wording).terms.map(({ text }) => text)),
      ...spellings.flat(),
    ])
    .map((text) => ({ text, weight: 1 }));
  const order = new Map(index.passages.map((passage, place) => [passage, place]));
  const found = index
    .search(terms, index.passages.length)
    .toSorted((a, b) => (order.get(a.passage) ?? 0) - (order.get(b.passage) ?? 0))
    .flatMap(({ passage }) => findInPassage(passage, wanted, library.analyse));
  const headings = findInHeadings(library, wanted, article);
  const complete = found.filter(({ count }) => count === wanted.length);
  if (complete.length > 0) return { quotes: complete.map(({ quote }) => quote), isComplete: true, headings };
  const most = found.toSorted((a, b) => b.count - a.count);
  return { quotes: most.map(({ quote }) => quote), isComplete: false, headings };
}

function findInHeadings(library: Library, wanted: readonly WantedWord[], id: string | undefined): string[] {
  if (wanted.length === 0) return [];
  const articles = [...library.articles.values()].filter((article) => id === undefined || article.id === id);
  return articles.flatMap((article) =>
    [...allSections(article.sections)]
      .filter((section) => {
        const heading = library.analyse(headingText(article, section));
        return wanted.every((word) => findWord(word, heading).length > 0);
      })
      .map(({ number }) => formatReference({ section: number, parts: [] })),
  );
}

function findInPassage(
  { article, paragraph, sentences }: Passage,
  wanted: readonly WantedWord[],
  analyse: Analyse,
): { readonly quote: Quote; readonly count: number }[] {
  return sentences.flatMap(({ span }) => {
    const text = analyseParts(article.text, visibleParts(paragraph, span), analyse);
    const matches = wanted.map((word) => findWord(word, text)).filter((spans) => spans.length > 0);
    const quote =
      matches.length > 0
        ? quoteSpan(article, span, mergeSpans(matches.flat().flatMap((each) => visibleParts(paragraph, each))))
        : undefined;
    return quote ? [{ quote, count: matches.length }] : [];
  });
}
