import type { Span } from "../text/span.ts";
import type { Verbatim } from "../text/verbatim.ts";
import type { Quote } from "./answer.ts";

/** A quote itself or one of its companions. */
export interface QuotePiece {
  readonly span: Span;
  readonly text: Verbatim;
  /** Whether the article has words between this piece and the one before. */
  readonly isApart: boolean;
}

/** Lists a quote and its companions as they stand in the article. */
export function quotePieces(quote: Pick<Quote, "span" | "text" | "companions">, articleText: string): QuotePiece[] {
  const all = [...quote.companions, quote].toSorted((one, other) => one.span.start - other.span.start);
  return all.map(({ span, text }, at) => {
    const before = all[at - 1];
    return { span, text, isApart: before !== undefined && hasWords(articleText.slice(before.span.end, span.start)) };
  });
}

/**
 * Leaves out a companion that is the quote's heading, for where that stands above it anyway.
 *
 * @param longest so many characters of a heading are shown; a longer one is cut and therefore said as a companion, too.
 */
export function withoutHeading(quote: Quote, longest = Number.POSITIVE_INFINITY): Quote {
  const heading = quote.section.trim();
  if (heading.length > longest) return quote;
  return { ...quote, companions: quote.companions.filter(({ text }) => text.trim() !== heading) };
}

/** White space and marks, such as the line below a table's header, are nothing that is left out. */
function hasWords(between: string): boolean {
  return /[\p{L}\p{N}]/u.test(between);
}
