import type { Article } from "../article/article.ts";
import type { Library } from "../search/library.ts";
import type { Question } from "./question.ts";

/** A heading has no more words. */
const MOST_WORDS = 8;
/** What stands above more passages is no heading that is looked for. */
const MOST_HEADED = 2000;
/** Among more articles the ranker chooses. */
const MOST_ARTICLES = 3;

/** Lists the few articles with headings that have all words of a question; none where they are many. */
export function articlesHeaded(library: Library, { words }: Question): readonly Article[] {
  const terms = words.map(({ text }) => text);
  if (terms.length === 0 || terms.length > MOST_WORDS) return [];
  const index = library.index();
  const [first = new Set<number>(), ...others] = index.headedBy(terms, MOST_HEADED).map((places) => new Set(places));
  const places = others.reduce((held, other) => held.intersection(other), first);
  const found = new Set<Article>();
  for (const place of [...places].toSorted((a, b) => a - b)) {
    const article = index.articleAt(place);
    if (article) found.add(article);
    if (found.size > MOST_ARTICLES) return [];
  }
  return [...found];
}
