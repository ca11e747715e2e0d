import type { Quote } from "../answer/answer.ts";
import { quotePieces } from "../answer/quote-pieces.ts";
import type { Article } from "../article/article.ts";
import { renderQuoteBlock } from "./quote-block.ts";
import type { ShownQuote } from "./reply.ts";

/** A quote and what must be read with it, fit to be sent. */
export interface QuoteWithCompanions {
  /** Block quotes in reading order. */
  readonly block: string;
  /** Every piece of the block. */
  readonly quotes: readonly ShownQuote[];
}

/** Writes a quote and its companions, each as a block quote of its own, with `…` where words are left out between. */
export function renderWithCompanions(quote: Quote, article: Article): QuoteWithCompanions {
  const pieces = quotePieces(quote, article.text);
  // Not within a block quote, lest anybody take it for a part of the article.
  const blocks = pieces.map((piece) => {
    const block = renderQuoteBlock({ ...piece, matches: piece.span.start === quote.span.start ? quote.matches : [] });
    return piece.isApart ? `…\n${block}` : block;
  });
  const quotes = pieces.map(({ span, text, shown }) => ({ article: quote.article, span, text, shown }));
  return { block: blocks.join("\n"), quotes };
}
