import type { Article } from "../../../article/article.ts";
import type { Locale } from "../../../render/locale.ts";

/** The first article of some in the reader's language; else the first of all. */
export function articleFor<Found extends Pick<Article, "language">>(
  articles: readonly Found[],
  locale: Locale,
): Found | undefined {
  return articles.find(({ language }) => language === locale.slice(0, 2)) ?? articles[0];
}
