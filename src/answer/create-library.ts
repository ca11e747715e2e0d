import type { Article } from "../article/article.ts";
import { english } from "../languages/english.ts";
import { readLexicon } from "../languages/read-lexicon.ts";
import { readWordList, readWords } from "../languages/read-words.ts";
import { createLibrary, type Library, type LibraryParts } from "../search/library.ts";
import type { IndexProgress } from "../search/build-index-data.ts";
import { createFold, type Fold } from "../text/fold.ts";
import { once } from "../text/once.ts";
import { type Analyse, createAnalyse } from "../text/terms.ts";

/** What every library works with. */
export type Dictionaries = Pick<LibraryParts, "analyse" | "lexicon" | "memory">;

/**
 * Makes a library with all the dictionaries the program has; loading them takes some 0.2 s.
 *
 * @param onProgress hears of every index that is built.
 */
export function createLibraryFor(articles: readonly Article[], onProgress?: IndexProgress): Library {
  return createLibrary(articles, { ...loadDictionaries(), onProgress });
}

/** Loads the dictionaries, once for all who make one library after another. */
export const loadDictionaries: () => Dictionaries = once(() => {
  const fold = createFold();
  return { analyse: loadAnalyse(fold), lexicon: readLexicon(fold) };
});

/** Loads what texts are cut into terms with. */
export function loadAnalyse(fold: Fold = createFold()): Analyse {
  return createAnalyse({ words: readWords(), list: readWordList(), stem: english.stem, fold });
}
