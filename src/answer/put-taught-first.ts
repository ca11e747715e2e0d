import type { Library } from "../search/library.ts";
import { overlaps } from "../text/span.ts";
import type { Answer, Quote, QuotePlace } from "./answer.ts";
import { quoteSpan } from "./quote-span.ts";
import type { FoundTaught, TaughtQuestion, TaughtQuestions } from "./taught-questions.ts";

interface TaughtOptions {
  readonly taught?: TaughtQuestions | undefined;
  /** Only this article; otherwise any. */
  readonly article?: string | undefined;
}

/** Finds the taught question that asks the same of the articles asked about, and whose text stands there still. */
export function findTaught(
  { articles }: Pick<Library, "articles">,
  question: string,
  { taught, article: only }: TaughtOptions,
): FoundTaught | undefined {
  return taught?.find(question, ({ article, span, text }: TaughtQuestion) => {
    if (only !== undefined && only !== article) return false;
    const asked = articles.get(article);
    return asked?.text.startsWith(text, span.start) === true && quoteSpan(asked, span) !== undefined;
  });
}

export interface TaughtAndRanked {
  readonly found: FoundTaught;
  /** What is found without it. */
  readonly answer: Answer;
}

/**
 * Puts a chosen place before what else answers. Passages that may not answer, or do not, are left out: below a place that does
 * they would pass for answers. A question that takes words over from earlier ones is another than it looks, and is left as it is.
 */
export function putTaughtFirst(
  { articles }: Pick<Library, "articles">,
  { found: { taught, similarity }, answer }: TaughtAndRanked,
  { limit, quoted = limit }: { readonly limit: number; readonly quoted?: number | undefined },
): Answer {
  const article = articles.get(taught.article);
  const chosen = article && quoteSpan(article, taught.span);
  if (!chosen || answer.added.length > 0) return answer;
  const ranked = answer.kind === "quotes" ? answer : { quotes: [], further: [] };
  const isOther = (place: QuotePlace): boolean =>
    place.article !== chosen.article || !overlaps(place.span, chosen.span);
  const isIt = ({ article: id, span }: Quote): boolean =>
    id === chosen.article && span.start === chosen.span.start && span.end === chosen.span.end;
  // The ranking's own quote shows what matched.
  const first = ranked.quotes.find(isIt) ?? chosen;
  const others = ranked.quotes.filter(isOther);
  const quotes = [first, ...others].slice(0, quoted);
  const cut = others.slice(quotes.length - 1).map(({ article: id, span }) => ({ article: id, span }));
  const further = [...cut, ...(ranked.further ?? []).filter(isOther)].slice(0, limit - quotes.length);
  return {
    kind: "quotes",
    quotes,
    ...(further.length > 0 && { further }),
    added: [],
    chosen: { id: taught.id, ...(similarity < 1 && { question: taught.question }) },
  };
}
