import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Article } from "../article/article.ts";
import { loadFormat } from "../article/formats/all.ts";
import { articleEndings, endingOf, endings } from "../article/formats/endings.ts";
import { extractArticle } from "../article/parse-article.ts";
import { applyRecord, unpackArticle } from "../community/pack-article.ts";
import type { PackedArticle } from "../guilds/guild-articles.ts";
import { type ExtractFound, readArticle, readArticles } from "../article/read-articles.ts";

/** What articles are read from. */
export type ArticleSource =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "folder"; readonly path: string }
  /** The id is the article's, whatever its name is; the metadata are what a file beside it would hold. */
  | {
      readonly kind: "bytes";
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly id: string;
      readonly metadata?: string | undefined;
    }
  /** What was read before. */
  | { readonly kind: "packed"; readonly articles: readonly PackedArticle[] };

/**
 * Reads the articles of a source.
 *
 * @param extract makes an article of a file that was found.
 * @throws ArticleError when one of them cannot be read.
 */
export async function readSource(
  source: ArticleSource,
  maximumBytes: number,
  extract?: ExtractFound,
): Promise<readonly Article[]> {
  switch (source.kind) {
    case "file":
      return [await readArticle(source.path, maximumBytes, extract)];
    case "folder":
      return readArticles(source.path, maximumBytes, { extract });
    case "bytes": {
      const { id, ...file } = source;
      const article = await extractArticle({ ...file, format: await loadFormat(file.name, file.bytes) }, maximumBytes);
      return [{ ...article, id }];
    }
    case "packed":
      return source.articles.map(({ id, record, bytes }) => applyRecord(unpackArticle(bytes), id, record));
  }
}

/** As errors show it. */
export function nameSource(source: ArticleSource): string {
  switch (source.kind) {
    case "bytes":
      return source.name;
    case "packed":
      return source.articles.map(({ id }) => id).join(", ");
    case "file":
    case "folder":
      return source.path;
  }
}

/** How many bytes its files have; 0 where they cannot be looked at, which reading them explains. */
export async function measureSource(source: ArticleSource): Promise<number> {
  if (source.kind === "bytes") return source.bytes.length;
  if (source.kind === "packed") return PACKING * source.articles.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const files = await listFiles(source);
  const sizes = await Promise.all(files.map(async (file) => (await stat(file).catch(() => undefined))?.size ?? 0));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Packed, an article has about so much less than its text. */
const PACKING = 2;

/** Whether all files are text themselves, as far as their names tell, so that nothing has to be read out of them. */
export async function holdsText(source: ArticleSource): Promise<boolean> {
  if (source.kind === "packed") return true;
  const names = source.kind === "bytes" ? [source.name] : await listFiles(source);
  return names.every((name) => textEndings.has(endingOf(name)) || !articleEndings.includes(endingOf(name)));
}

const textEndings: ReadonlySet<string> = new Set([...endings.text, ...endings.Markdown, ...endings.subtitles]);

async function listFiles(source: Extract<ArticleSource, { kind: "file" | "folder" }>): Promise<readonly string[]> {
  if (source.kind === "file") return [source.path];
  const names = await readdir(source.path).catch(() => []);
  return names.map((name) => path.join(source.path, name));
}
