import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Article } from "../article/article.ts";
import { loadFormat } from "../article/formats/all.ts";
import { articleEndings, endingOf, endings } from "../article/formats/endings.ts";
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
      const article = await extractArticle({ ...file, format: await loadFormat(file.name, file.bytes) }, maximumBytes);
      return [{ ...article, id }];
    }
  }
}

/** As errors show it. */
export function nameSource(source: ArticleSource): string {
  return source.kind === "bytes" ? source.name : source.path;
}

/** How many bytes its files have; 0 where they cannot be looked at, which reading them explains. */
export async function measureSource(source: ArticleSource): Promise<number> {
  if (source.kind === "bytes") return source.bytes.length;
  const files = await listFiles(source);
  const sizes = await Promise.all(files.map(async (file) => (await stat(file).catch(() => undefined))?.size ?? 0));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Whether all files are text themselves, as far as their names tell, so that nothing has to be read out of them. */
export async function holdsText(source: ArticleSource): Promise<boolean> {
  const names = source.kind === "bytes" ? [source.name] : await listFiles(source);
  return names.every((name) => textEndings.has(endingOf(name)) || !articleEndings.includes(endingOf(name)));
}

const textEndings: ReadonlySet<string> = new Set([...endings.text, ...endings.Markdown, ...endings.subtitles]);

async function listFiles(source: Exclude<ArticleSource, { kind: "bytes" }>): Promise<readonly string[]> {
  if (source.kind === "file") return [source.path];
  const names = await readdir(source.path).catch(() => []);
  return names.map((name) => path.join(source.path, name));
}
