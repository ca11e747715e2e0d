import type { Article } from "../article/article.ts";
import type { Library } from "../search/library.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import type { Question } from "./question.ts";

/** Of more articles the index tells which titles are compared, and no more of them. */
const MOST_COMPARED = 200;
/** A word above more passages names no article. */
const MOST_HEADED = 20_000;

/** Chooses the article that a question is about: the one given, the only one, or the one whose title it names. */
export function chooseArticle(
  library: Library,
  { words }: Pick<Question, "words">,
  id: string | undefined,
): Article | undefined {
  const { articles, titleTerms } = library;
  if (id !== undefined) return articles.get(id);
  if (articles.size === 1) return articles.values().next().value;
  const asked = words.map(({ text }) => text);
  const compared = articles.size > MOST_COMPARED ? titledWith(library.index(), asked) : [...articles.values()];
  const scored = compared
    .map((article) => {
      const title = titleTerms(article);
      return { article, score: asked.filter((word) => title.has(word)).length };
    })
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first && first.score > 0 && first.score > (second?.score ?? 0) ? first.article : undefined;
}

/** The articles whose titles may have most of some words: a title stands above all passages of its article. */
function titledWith(index: PassageIndex, words: readonly string[]): Article[] {
  const counts = new Map<Article, number>();
  const distinct = [...new Set(words)];
  for (const [nth, places] of index.headedBy(distinct, MOST_HEADED).entries()) {
    const asked = words.filter((word) => word === distinct[nth]).length;
    for (const article of headedWholly(index, places)) counts.set(article, (counts.get(article) ?? 0) + asked);
  }
  const likeliest = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, MOST_COMPARED);
  return likeliest.map(([article]) => article);
}

/** The articles of which all passages are among some places. */
function* headedWholly(index: PassageIndex, places: Uint32Array): Generator<Article> {
  for (let at = 0; at < places.length;) {
    const article = index.articleAt(places[at] ?? 0);
    let end = at + 1;
    while (end < places.length && index.articleAt(places[end] ?? 0) === article) end += 1;
    if (article && end - at === index.countOf(article)) yield article;
    at = end;
  }
}
