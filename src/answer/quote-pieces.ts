import type { Cut } from "../article/shown-parts.ts";
import { joinShown } from "../text/shown-part.ts";
import type { Quote } from "./answer.ts";

/** A quote itself or one of its companions. */
export interface QuotePiece extends Cut {
  /** Whether the article has words between this piece and the one before. */
  readonly isApart: boolean;
}

/** Lists a quote and its companions as they stand in the article. */
export function quotePieces(quote: Cut & Pick<Quote, "companions">, articleText: string): QuotePiece[] {
  if (quote.companions.length === 0)
    return [{ span: quote.span, text: quote.text, shown: quote.shown, isApart: false }];
  const all = [...quote.companions, quote].toSorted((one, other) => one.span.start - other.span.start);
  return all.map(({ span, text, shown }, at) => {
    const before = all[at - 1];
    return {
      span,
      text,
      shown,
      isApart: before !== undefined && hasWords(articleText.slice(before.span.end, span.start)),
    };
  });
}

/**
 * Leaves out a companion that is the quote's heading, for where that stands above it anyway.
 *
 * @param longest so many characters of a heading are shown; a longer one is cut and therefore said as a companion, too.
 */
export function withoutHeading(quote: Quote, longest = Number.POSITIVE_INFINITY): Quote {
  if (quote.companions.length === 0) return quote;
  const heading = quote.section.trim();
  if (heading.length > longest) return quote;
  return { ...quote, companions: quote.companions.filter(({ shown }) => joinShown(shown).trim() !== heading) };
}

/** White space and marks, such as the line below a table's header, are nothing that is left out. */
function hasWords(between: string): boolean {
  return /[\p{L}\p{N}]/u.test(between);
}
