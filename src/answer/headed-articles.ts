import type { Article } from "../article/article.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import { loadTogether } from "../text/not-loaded.ts";
import type { Analyse } from "../text/terms.ts";
import { optionsOf } from "./place-passages.ts";
import type { WantedWord } from "./wanted-words.ts";

/** What stands above more passages is no heading that is looked for. */
const MOST_HEADED = 20_000;

/**
 * Lists the articles with headings that may have all of some words, in the index's order, at most so many; a single ideograph is in
 * none of them.
 */
export function headedArticles(
  index: PassageIndex,
  wanted: readonly WantedWord[],
  { analyse, most }: { readonly analyse: Analyse; readonly most: number },
): readonly Article[] {
  const headed = loadTogether(wanted.map((word) => () => articlesBelow(index, word, analyse)));
  const [first = new Set<Article>(), ...others] = headed;
  const all = others.reduce((held, other) => held.intersection(other), first);
  return [...all].slice(0, most);
}

/** Those below headings that may have a word, in one of its spellings. */
function articlesBelow(index: PassageIndex, word: WantedWord, analyse: Analyse): Set<Article> {
  const options = optionsOf(word, analyse).map(({ terms }) => terms);
  const terms = [...new Set(options.flat())];
  const found = index.headedBy(terms, MOST_HEADED);
  const places = new Map(terms.map((term, nth) => [term, new Set(found[nth])]));
  const below = options.flatMap((option) => {
    const [first = new Set<number>(), ...others] = option.map((term) => places.get(term) ?? new Set<number>());
    return [...others.reduce((held, other) => held.intersection(other), first)];
  });
  return new Set(below.toSorted((a, b) => a - b).flatMap((place) => index.articleAt(place) ?? []));
}
