import type { Quote } from "../answer/answer.ts";
import type { Article } from "../article/article.ts";
import type { Locale } from "./locale.ts";
import { pageRows } from "./page-buttons.ts";
import { phrases } from "./phrases/all.ts";
import { quotePages } from "./quote-pages.ts";
import { renderAnswer } from "./render-answer.ts";
import type { UpdateReply } from "./reply.ts";

export interface QuoteListOptions {
  readonly articles: ReadonlyMap<string, Article>;
  readonly locale: Locale;
  readonly intro: readonly string[];
  /** What stands in one line with the page's number; absent means that number alone. */
  readonly head?: readonly string[] | undefined;
  /** The control that leafs through it. */
  readonly name: string;
  readonly stateOf: (page: number) => readonly string[];
  readonly page: number;
}

/** Shows one page of many quotes, with buttons to go on. */
export function quoteList(
  quotes: readonly Quote[],
  options: QuoteListOptions,
): Pick<UpdateReply, "content" | "quotes" | "components"> {
  return quotePage(quotePages(quotes, options.articles), (page) => page, options);
}

/** The same of pages that are known, of which only the shown one is quoted. */
export function quotePage<Page>(
  pages: readonly Page[],
  quote: (page: Page) => readonly Quote[],
  options: QuoteListOptions,
): Pick<UpdateReply, "content" | "quotes" | "components"> {
  const { articles, locale, name, stateOf } = options;
  const page = Math.min(Math.max(options.page, 0), Math.max(0, pages.length - 1));
  const components = pageRows({ name, stateOf, page, pages: pages.length, locale });
  const { page: sayPage, onlyFirstPage } = phrases[locale];
  const place = [
    ...(pages.length > 1 ? [sayPage(page + 1, pages.length)] : []),
    ...(pages.length > 1 && components.length === 0 ? [onlyFirstPage] : []),
  ];
  const line = [...(options.head ?? []), ...place].join(" · ");
  const shown = pages[page];
  const answer = { kind: "quotes", quotes: shown === undefined ? [] : quote(shown), added: [] } as const;
  const message = renderAnswer(answer, {
    articles,
    locale,
    private: false,
    intro: [...options.intro, ...(line === "" ? [] : [`-# ${line}`])],
  });
  return { content: message.content, quotes: message.quotes, components };
}
