import type { Answer, Quote } from "../answer/answer.ts";
import { sourceLink } from "../render/source-link.ts";
import type { Library } from "../search/library.ts";

/** An answer as data, each quote with the whole address that opens its page there, where one is known. */
export function answerData(answer: Answer, { articles }: Library): object {
  const addLinks = (quotes: readonly Quote[]): object[] =>
    quotes.map((quote) => {
      const article = articles.get(quote.article);
      const link = article && sourceLink(article, quote.span);
      return { ...quote, ...(link !== undefined && { link }) };
    });
  if (answer.kind === "declined") return { ...answer, nearest: addLinks(answer.nearest) };
  return { ...answer, quotes: addLinks(answer.quotes) };
}
