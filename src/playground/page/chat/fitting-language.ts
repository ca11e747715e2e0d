import type { Article } from "../../../article/article.ts";
import type { Locale } from "../../../render/locale.ts";

/** Of questions, those in the reader's language; all of them where there are none. */
export function inLanguage(questions: readonly string[], locale: Locale): readonly string[] {
  const fitting = questions.filter((question) => /\p{Script=Han}/u.test(question) === (locale !== "en"));
  return fitting.length > 0 ? fitting : questions;
}

/** The first article of some in the reader's language; else the first of all. */
export function articleFor<Found extends Pick<Article, "language">>(
  articles: readonly Found[],
  locale: Locale,
): Found | undefined {
  return articles.find(({ language }) => language === locale.slice(0, 2)) ?? articles[0];
}
