import path from "node:path";
import { createLibraryFor } from "../answer/create-library.ts";
import type { Article } from "../article/article.ts";
import { readArticle, readArticles } from "../article/read-articles.ts";
import type { Config } from "../config.ts";
import type { Library } from "../search/library.ts";
import { showIndexing } from "./show-indexing.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Opens one article's file, or the configured folder of articles, and indexes it.
 *
 * @throws ArticleError when a file cannot be read as an article.
 */
export async function openLibrary(file: string | undefined, config: Config, terminal: Terminal): Promise<Library> {
  const articles = await readChosen(file, config, terminal.directory);
  const indexing = showIndexing(terminal);
  try {
    const library = createLibraryFor(articles, indexing.onProgress);
    // Otherwise the first question would build it, while an interactive prompt cannot hear Ctrl+C.
    library.index();
    return library;
  } finally {
    indexing.stop();
  }
}

async function readChosen(file: string | undefined, { articles }: Config, directory: string): Promise<Article[]> {
  if (file !== undefined) return [await readArticle(path.resolve(directory, file), articles.maxBytes)];
  return readArticles(path.resolve(directory, articles.directory), articles.maxBytes);
}
