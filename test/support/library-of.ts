import type { Article } from "../../src/article/article.ts";
import { type Dictionaries, loadDictionaries } from "../../src/answer/create-library.ts";
import type { IndexProgress } from "../../src/search/build-index-data.ts";
import { createLibrary, type Library } from "../../src/search/library.ts";

let loaded: Dictionaries | undefined;

/** A library as the program makes its own, with dictionaries that all tests of a process share: loading them takes long. */
export function libraryOf(articles: readonly Article[], onProgress?: IndexProgress): Library {
  loaded ??= loadDictionaries();
  return createLibrary(articles, { ...loaded, onProgress });
}
