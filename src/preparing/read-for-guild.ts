import type { Article } from "../article/article.ts";
import type { Files, ReadFile, ReadingOptions } from "../command.ts";
import type { Unpack } from "../guilds/guild-articles.ts";
import type { PrepareOptions } from "./prepare-articles.ts";
import { prepareArticles } from "./prepare-articles.ts";

type Reading = Pick<PrepareOptions, "maximumBytes" | "analyse">;

/** Reads files that servers bring. */
export function createFileReader(reading: Reading): Files["read"] {
  return async (file: ReadFile, { signal, onProgress }: ReadingOptions = {}): Promise<Article> => {
    const { name, bytes, id, title, language, source } = file;
    const metadata = JSON.stringify({ title, language, source: source === undefined ? undefined : sourceOf(source) });
    const { articles } = await prepareArticles({ kind: "bytes", name, bytes, id, metadata }, { ...reading, signal, onProgress });
    const [article] = articles;
    if (!article) throw new Error(`${name} was read as no article`);
    return article;
  };
}

/** Opens articles that servers brought before. */
export function createUnpack(reading: Reading): Unpack {
  return async (packed, signal) => {
    if (packed.length === 0) return new Map();
    const { indexed } = await prepareArticles({ kind: "packed", articles: packed }, { ...reading, signal });
    return indexed.articles;
  };
}

/** What begins as an address does is one. */
function sourceOf(source: string): { readonly name: string } | { readonly address: string } {
  return /^https?:\/\/\S+$/u.test(source) ? { address: source } : { name: source };
}
