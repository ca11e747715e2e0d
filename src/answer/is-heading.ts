import { barePhrase } from "../search/headings.ts";
import type { Library } from "../search/library.ts";

/** Of a larger library nobody opens every article for its headings. */
const MOST_ARTICLES = 30;
const LONGEST = 120;

/** Tells whether a text is the heading of a section (`Help`, 谢辞), and asks for that. */
export function isHeading(library: Library, text: string, article?: string): boolean {
  if (text.length > LONGEST) return false;
  const bare = barePhrase(library.analyse(text).folded.text);
  const only = article === undefined ? undefined : library.articles.get(article);
  const articles = only ? [only] : library.articles.size > MOST_ARTICLES ? [] : [...library.articles.values()];
  return bare !== "" && articles.some((each) => library.headings(each).some((heading) => heading.bare === bare));
}
