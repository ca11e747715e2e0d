import type { Services } from "../../src/services.ts";
import { writeLocale } from "../../src/render/answer-state.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { findPages, type FoundPages, quotePlaced } from "../../src/render/found-pages.ts";
import { quotePage } from "../../src/render/quote-list.ts";
import type { UpdateReply } from "../../src/render/reply.ts";
import { finishSteps } from "../../src/text/steps.ts";

/** All the words stand in the custom id of the buttons, in characters; some take two UTF-16 units. */
export const wordsLimit = 60;

export interface Search {
  readonly words: string;
  /** Only this one. */
  readonly article?: string | undefined;
  readonly page: number;
  readonly locale: Locale;
}

/** Shows one page of the places where some words stand; gives nothing where too many are looked for at once. */
export async function searchPage(
  { library, findPages: find = async (...sought) => finishSteps(findPages(...sought)) }: Services,
  { words, article, page, locale }: Search,
): Promise<Pick<UpdateReply, "content" | "quotes" | "components"> | undefined> {
  const say = phrases[locale].search;
  const sought = tidyLine(words, 2 * wordsLimit);
  const title = `🔍 ${escapeInline(sought)}`;
  if (library.analyse(sought).terms.length === 0) return { content: say.noWords, quotes: [] };
  const found = await find(library, sought, article);
  if (!found) return undefined;
  const { headings, pages } = found;
  const named = headings.length > 0 ? [say.headings(headings.join(", "))] : [];
  if (pages.length === 0) {
    const head = `-# ${[title, ...named].join(" · ")}`;
    return { content: [head, found.isAll ? say.none : say.noneSoFar].join("\n"), quotes: [] };
  }
  const hash = article === undefined ? "" : (library.articles.get(article)?.version.slice(0, 8) ?? "");
  return quotePage(pages, (places) => places.flatMap((place) => quotePlaced(place) ?? []), {
    articles: library.articles,
    locale,
    intro: [],
    head: [title, tellCount(found, locale), ...named],
    name: "search",
    stateOf: (to) => [writeLocale(locale), hash, String(to), ...sought.split(":")],
    page,
  });
}

function tellCount({ isAll, isComplete, count }: FoundPages, locale: Locale): string {
  const say = phrases[locale].search;
  if (isAll) return isComplete ? say.found(count) : say.partly(count);
  return isComplete ? say.foundFirst(count) : say.partlyFirst(count);
}
