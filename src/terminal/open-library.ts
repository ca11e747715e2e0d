import path from "node:path";
import { createLibraryFor } from "../answer/create-library.ts";
import { readArticle, readArticles } from "../article/read-articles.ts";
import type { Config } from "../config.ts";
import type { Library } from "../search/library.ts";

/**
 * Opens one article's file, or the configured folder of articles.
 *
 * @throws ArticleError when a file cannot be read as an article.
 */
export async function openLibrary(file: string | undefined, config: Config, directory: string): Promise<Library> {
  const { articles } = config;
  if (file !== undefined)
    return createLibraryFor([await readArticle(path.resolve(directory, file), articles.maxBytes)]);
  return createLibraryFor(await readArticles(path.resolve(directory, articles.directory), articles.maxBytes));
}
