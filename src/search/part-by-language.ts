import { remember } from "../languages/remember.ts";
import { rememberTexts } from "../text/remember-texts.ts";
import type { PassageIndex } from "./passage-index.ts";
import { countWithin, type PlaceRanges, rangesOf } from "./place-ranges.ts";

/**
 * Parts an index by the languages of its articles, so that a question is looked for in each as if there were no other: a
 * word that the English articles have needs no translation there, whatever the Chinese ones have. Of one language it is the
 * index itself. No index is copied.
 */
export const partByLanguage: (index: PassageIndex) => readonly PassageIndex[] = remember((index) => {
  const languages = [...index.vocabulary.languages];
  return languages.length < 2 ? [index] : languages.map((language) => partOf(index, language));
});

/** Of so many terms it is known whether and how often a part has them: common ones stand in thousands of passages. */
const KNOWN = { most: 4000, longest: 48 };

function partOf(index: PassageIndex, language: string): PassageIndex {
  const articles = index.articles.filter(({ article }) => article.language === language);
  const ranges = rangesOf(articles);
  const has = rememberTexts((term) => index.standsIn(language, term), KNOWN);
  return {
    ...index,
    size: articles.reduce((count, { passages }) => count + passages, 0),
    articles,
    vocabulary: {
      ...index.vocabulary,
      languages: new Set([language]),
      has,
    },
    documentFrequency: rememberTexts((term) => countIn(index, { language, ranges }, term), KNOWN),
    search: (terms, limit) =>
      index.search(
        terms.filter(({ text }) => has(text)),
        limit,
        language,
      ),
  };
}

interface Part {
  readonly language: string;
  readonly ranges: PlaceRanges;
}

function countIn(index: PassageIndex, { language, ranges }: Part, term: string): number {
  const held = index.passagesWith(term);
  // A single ideograph of a large index.
  if (held.length === 0) return index.standsIn(language, term) ? index.documentFrequency(term) : 0;
  return countWithin(ranges, held);
}
