import type { Article } from "../../../article/article.ts";

/** An article as far as its label is made of it. */
type Labelled = Pick<Article, "id" | "title" | "date" | "version">;

/**
 * Names articles so that no two are called the same: by their titles, and those that share one by date, id and version too.
 *
 * Gives labels by id.
 */
export function articleLabels(articles: readonly Labelled[]): ReadonlyMap<string, string> {
  const alike = Map.groupBy(articles, nameKey);
  return new Map(
    articles.map((article) => {
      const name = article.title.trim() || article.id;
      const isAlone = alike.get(nameKey(article))?.length === 1;
      return [article.id, isAlone ? name : [name, ...apart(article)].join(" · ")];
    }),
  );
}

/** Readers take no notice of letters' case and of white space. */
function nameKey({ id, title }: Labelled): string {
  return (title.trim() || id).replaceAll(/\s+/gu, " ").toLowerCase();
}

function apart({ id, date, version }: Labelled): string[] {
  return [...(date === undefined ? [] : [date]), id, version.slice(0, 8)];
}
