import path from "node:path";
import { loadDictionaries } from "../answer/create-library.ts";
import type { Config } from "../config.ts";
import type { ArticleSource } from "../preparing/article-source.ts";
import { prepareArticles } from "../preparing/prepare-articles.ts";
import { createLibrary, type Library } from "../search/library.ts";
import { showIndexing } from "./show-indexing.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Opens one article's file, or the configured folder of articles, and indexes it; Ctrl+C is heard meanwhile.
 *
 * @throws ArticleError when a file cannot be read as an article.
 */
export async function openLibrary(
  file: string | undefined,
  { articles: { directory, maxBytes } }: Config,
  terminal: Terminal,
): Promise<Library> {
  const source: ArticleSource =
    file === undefined
      ? { kind: "folder", path: path.resolve(terminal.directory, directory) }
      : { kind: "file", path: path.resolve(terminal.directory, file) };
  const dictionaries = loadDictionaries();
  const { onProgress, stop } = showIndexing(terminal);
  try {
    const options = { maximumBytes: maxBytes, analyse: dictionaries.analyse, onProgress };
    const { articles, indexed } = await prepareArticles(source, options);
    return createLibrary(articles, { ...dictionaries, indexed });
  } finally {
    stop();
  }
}
