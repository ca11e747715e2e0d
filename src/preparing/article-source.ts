import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Article } from "../article/article.ts";
import { loadFormat } from "../article/formats/all.ts";
import { extractArticle } from "../article/parse-article.ts";
import { readArticle, readArticles } from "../article/read-articles.ts";

/** What articles are read from. */
export type ArticleSource =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "folder"; readonly path: string }
  /** @param id of the article, whatever its name is. */
  | { readonly kind: "bytes"; readonly name: string; readonly bytes: Uint8Array; readonly id: string };

/**
 * Reads the articles of a source.
 *
 * @throws ArticleError when one of them cannot be read.
 */
export async function readSource(source: ArticleSource, maximumBytes: number): Promise<readonly Article[]> {
  switch (source.kind) {
    case "file":
      return [await readArticle(source.path, maximumBytes)];
    case "folder":
      return readArticles(source.path, maximumBytes);
    case "bytes": {
      const { id, ...file } = source;
      const article = await extractArticle({ ...file, format: await loadFormat(file.name) }, maximumBytes);
      return [{ ...article, id }];
    }
  }
}

/** As errors show it. */
export function nameSource(source: ArticleSource): string {
  return source.kind === "bytes" ? source.name : source.path;
}

export interface SourceSize {
  /** Of all its files; 0 where they cannot be looked at, which reading them explains. */
  readonly bytes: number;
  /** Whether all files are text themselves, so that nothing has to be read out of them. */
  readonly isText: boolean;
}

export async function measureSource(source: ArticleSource): Promise<SourceSize> {
  switch (source.kind) {
    case "file":
      return measureFiles([source.path]);
    case "folder": {
      const names = await readdir(source.path).catch(() => []);
      return measureFiles(names.map((name) => path.join(source.path, name)));
    }
    case "bytes":
      return { bytes: source.bytes.length, isText: await isText(source.name) };
  }
}

async function measureFiles(files: readonly string[]): Promise<SourceSize> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file).catch(() => undefined))?.size ?? 0));
  const kinds = await Promise.all(files.map(isText));
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), isText: kinds.every(Boolean) };
}

/** What is of no known kind is not read at all. */
async function isText(file: string): Promise<boolean> {
  return loadFormat(file).then(
    ({ kind }) => kind === "text",
    () => true,
  );
}
