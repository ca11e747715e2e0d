import type { Quote } from "../answer/answer.ts";
import { findWords, type FoundWords, type WordPlace } from "../answer/find-words.ts";
import { quoteSpan } from "../answer/quote-span.ts";
import type { Library } from "../search/library.ts";
import { type Steps, whenThere } from "../text/steps.ts";
import { createPager } from "./quote-pages.ts";

/** Found words, parted into the pages that they are shown on. */
export interface FoundPages extends Omit<FoundWords, "places"> {
  /** How many places there are. */
  readonly count: number;
  /** At least one place each. */
  readonly pages: readonly (readonly WordPlace[])[];
}

/**
 * Finds words and parts their places into pages. Quotes are made for one after the other, and again for the page that is
 * shown: what is kept are places.
 */
export function* findPages(library: Library, words: string, article?: string): Steps<FoundPages> {
  const { places, ...rest } = yield* findWords(library, words, article);
  const pages: WordPlace[][] = [];
  const opensPage = createPager(library.articles);
  let count = 0;
  for (const place of places) {
    yield;
    const opens = yield* whenThere(() => {
      const quote = quotePlaced(place);
      return quote && opensPage(quote);
    });
    if (opens === undefined) continue;
    count += 1;
    if (opens) pages.push([]);
    pages.at(-1)?.push(place);
  }
  return { ...rest, count, pages };
}

/** Quotes a place. */
export function quotePlaced({ article, span, matches }: WordPlace): Quote | undefined {
  return quoteSpan(article, span, matches);
}
