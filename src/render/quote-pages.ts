import type { Quote } from "../answer/answer.ts";
import { renderQuoteBlock } from "./quote-block.ts";

/** Of a message; the rest is for what stands above the quotes and for notices. */
const pageLength = 1500;
/** What a quote's heading, reference and link take, at most cases. */
const frameLength = 300;

/** Parts quotes into pages that fit a message; a quote that is longer has a page of its own, which says so. */
export function quotePages(quotes: readonly Quote[]): Quote[][] {
  const pages: Quote[][] = [];
  let room = 0;
  for (const quote of quotes) {
    const length = renderQuoteBlock(quote).length + frameLength;
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
