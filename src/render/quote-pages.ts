import type { Quote } from "../answer/answer.ts";
import type { Article } from "../article/article.ts";
import { renderWithCompanions } from "./quote-with-companions.ts";

/** Of a message; the rest is for what stands above the quotes and for notices. */
const pageLength = 1500;
/** What a quote's heading, reference and link take, at most cases. */
const frameLength = 300;

/** Parts quotes into pages that fit a message; a quote that is longer has a page of its own, which says so. */
export function quotePages(quotes: readonly Quote[], articles: ReadonlyMap<string, Article>): Quote[][] {
  const pages: Quote[][] = [];
  const opensPage = createPager(articles);
  for (const quote of quotes) {
    if (opensPage(quote)) pages.push([]);
    pages.at(-1)?.push(quote);
  }
  return pages;
}

/** Tells of one quote after the other whether it begins a page. */
export function createPager(articles: ReadonlyMap<string, Article>): (quote: Quote) => boolean {
  let room = 0;
  let isFirst = true;
  return (quote) => {
    const article = articles.get(quote.article);
    const length = (article ? renderWithCompanions(quote, article).block.length : 0) + frameLength;
    const opens = isFirst || length > room;
    isFirst = false;
    room = opens ? pageLength - length : room - length;
    return opens;
  };
}
