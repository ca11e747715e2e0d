import type { Quote } from "../../src/answer/answer.ts";
import { quoteSpan } from "../../src/answer/quote-span.ts";
import type { Article } from "../../src/article/article.ts";
import { allSections } from "../../src/article/article.ts";
import type { Services } from "../../src/services.ts";
import { writeLocale } from "../../src/render/answer-state.ts";
import { escapeLine, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { quoteList } from "../../src/render/quote-list.ts";
import type { UpdateReply } from "../../src/render/reply.ts";
import type { Library } from "../../src/search/library.ts";

export interface SummaryOptions {
  readonly article: Article;
  readonly page: number;
  readonly locale: Locale;
}

/** Shows one page of an article's key sentences; gives nothing as long as they are being looked for. */
export async function summaryPage(
  { library, summarise = quoteFirst }: Services,
  { article, page, locale }: SummaryOptions,
): Promise<Pick<UpdateReply, "content" | "quotes" | "components"> | undefined> {
  const quotes = await summarise(library, article.id);
  if (!quotes) return undefined;
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

/** The first sentence of each section. */
async function quoteFirst({ articles }: Library, id: string): Promise<readonly Quote[]> {
  const article = articles.get(id);
  if (!article) return [];
  return [...allSections(article.sections)].flatMap(({ paragraphs }) => {
    const span = paragraphs[0]?.sentences[0]?.span;
    return span ? (quoteSpan(article, span) ?? []) : [];
  });
}
