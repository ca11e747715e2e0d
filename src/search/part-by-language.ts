import { remember } from "../languages/remember.ts";
import { rememberTexts } from "../text/remember-texts.ts";
import type { PassageIndex } from "./passage-index.ts";

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
  const byArticle = new Map([...index.byArticle].filter(([article]) => article.language === language));
  const has = rememberTexts((term) => index.standsIn(language, term), KNOWN);
  return {
    ...index,
    passages: [...byArticle.values()].flat(),
    byArticle,
    vocabulary: {
      ...index.vocabulary,
      languages: new Set([language]),
      has,
    },
    documentFrequency: rememberTexts((term) => countIn(index, language, term), KNOWN),
    search: (terms, limit) =>
      index.search(
        terms.filter(({ text }) => has(text)),
        limit,
        language,
      ),
  };
}

function countIn(index: PassageIndex, language: string, term: string): number {
  const held = index.passagesWith(term);
  // A single ideograph of a large index.
  if (held.length === 0) return index.standsIn(language, term) ? index.documentFrequency(term) : 0;
  return held.reduce((count, at) => count + (index.passages[at]?.article.language === language ? 1 : 0), 0);
}
