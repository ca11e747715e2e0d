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
  let room = 0;
  for (const quote of quotes) {
    const article = articles.get(quote.article);
    const length = (article ? renderWithCompanions(quote, article).block.length : 0) + frameLength;
    const last = pages.at(-1);
    if (last && length <= room) {
      last.push(quote);
      room -= length;
      continue;
    }
    pages.push([quote]);
    room = pageLength - length;
  }
  return pages;
}
