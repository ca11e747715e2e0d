import type { Article } from "../article/article.ts";
import type { Library } from "../search/library.ts";
import type { Question } from "./question.ts";

/** Chooses the article that a question is about: the one given, the only one, or the one whose title it names. */
export function chooseArticle(
  { articles, titleTerms }: Library,
  { words }: Question,
  id: string | undefined,
): Article | undefined {
  if (id !== undefined) return articles.get(id);
  const all = [...articles.values()];
  if (all.length === 1) return all[0];
  const scored = all
    .map((article) => {
      const title = titleTerms(article);
      return { article, score: words.filter(({ text }) => title.has(text)).length };
    })
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first && first.score > 0 && first.score > (second?.score ?? 0) ? first.article : undefined;
}
