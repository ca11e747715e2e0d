import { findWords } from "../../src/answer/find-words.ts";
import { writeLocale } from "../../src/render/answer-state.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { quoteList } from "../../src/render/quote-list.ts";
import type { UpdateReply } from "../../src/render/reply.ts";
import type { Library } from "../../src/search/library.ts";

/** All the words stand in the custom id of the buttons, in characters; some take two UTF-16 units. */
export const wordsLimit = 60;

const mostHeadings = 20;

export interface Search {
  readonly words: string;
  /** Only this one. */
  readonly article?: string | undefined;
  readonly page: number;
  readonly locale: Locale;
}

/** Shows one page of the places where some words stand. */
export function searchPage(
  library: Library,
  { words, article, page, locale }: Search,
): Pick<UpdateReply, "content" | "quotes" | "components"> {
  const say = phrases[locale].search;
  const sought = tidyLine(words, 2 * wordsLimit);
  const title = `-# 🔍 ${escapeInline(sought)}`;
  if (library.analyse(sought).terms.length === 0) return { content: say.noWords, quotes: [] };
  const { quotes, isComplete, headings } = findWords(library, sought, article);
  const named = headings.length > 0 ? [`-# ${say.headings(headings.slice(0, mostHeadings).join(" · "))}`] : [];
  if (quotes.length === 0) return { content: [title, ...named, say.none].join("\n"), quotes: [] };
  const count = isComplete ? say.found(quotes.length) : say.partly(quotes.length);
  const hash = article === undefined ? "" : (library.articles.get(article)?.version.slice(0, 8) ?? "");
  return quoteList(quotes, {
    articles: library.articles,
    locale,
    intro: [title, ...named, count],
    name: "search",
    stateOf: (to) => [writeLocale(locale), hash, String(to), ...sought.split(":")],
    page,
  });
}
