import type { Article } from "../article/article.ts";
import { english } from "../languages/english.ts";
import { readLexicon } from "../languages/read-lexicon.ts";
import { readWordList, readWords } from "../languages/read-words.ts";
import { createLibrary, type Library } from "../search/library.ts";
import type { IndexProgress } from "../search/build-index-data.ts";
import { createFold } from "../text/fold.ts";
import { createAnalyse } from "../text/terms.ts";

/**
 * Makes a library with all the dictionaries the program has; loading them takes some 0.2 s.
 *
 * @param onProgress hears of every index that is built.
 */
export function createLibraryFor(articles: readonly Article[], onProgress?: IndexProgress): Library {
  return createLibraryMaker(onProgress)(articles);
}

/** Loads the dictionaries once, for whoever makes one library after another. */
export function createLibraryMaker(onProgress?: IndexProgress): (articles: readonly Article[]) => Library {
  const fold = createFold();
  const analyse = createAnalyse({ words: readWords(), list: readWordList(), stem: english.stem, fold });
  const lexicon = readLexicon(fold);
  return (articles) => createLibrary(articles, { analyse, lexicon, onProgress });
}
