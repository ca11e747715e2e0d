import type { Quote } from "../../src/answer/answer.ts";
import { quoteSpan } from "../../src/answer/quote-span.ts";
import type { Article } from "../../src/article/article.ts";
import { allSections } from "../../src/article/article.ts";
import type { Services } from "../../src/command.ts";
import { writeLocale } from "../../src/render/answer-state.ts";
import { escapeLine, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { quoteList } from "../../src/render/quote-list.ts";
import type { UpdateReply } from "../../src/render/reply.ts";

export interface SummaryOptions {
  readonly article: Article;
  readonly page: number;
  readonly locale: Locale;
}

/** Shows one page of an article's key sentences. */
export function summaryPage(
  services: Services,
  { article, page, locale }: SummaryOptions,
): Pick<UpdateReply, "content" | "quotes" | "components"> {
  const quotes = services.summarise?.(services.library, article.id) ?? firstSentences(article);
  const title = tidyLine(article.title, 100);
  return quoteList(quotes, {
    articles: new Map([[article.id, article]]),
    locale,
    intro: [`**${escapeLine(title) || article.id}**`, phrases[locale].summary],
    name: "summary",
    stateOf: (to) => [writeLocale(locale), article.version.slice(0, 8), String(to)],
    page,
  });
}

function firstSentences(article: Article): Quote[] {
  return [...allSections(article.sections)].flatMap(({ paragraphs }) => {
    const span = paragraphs[0]?.sentences[0]?.span;
    return span ? (quoteSpan(article, span) ?? []) : [];
  });
}
