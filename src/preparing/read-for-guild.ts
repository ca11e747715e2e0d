import { setImmediate } from "node:timers/promises";
import type { Article } from "../article/article.ts";
import type { Files, ReadFile, ReadingOptions } from "../services.ts";
import type { Unpack } from "../guilds/guild-articles.ts";
import type { IndexedArticle } from "../search/library.ts";
import type { PrepareOptions } from "./prepare-articles.ts";
import { prepareArticles } from "./prepare-articles.ts";

type Reading = Pick<PrepareOptions, "maximumBytes" | "analyse" | "kept">;

/** Reads files that servers bring. */
export function createFileReader(reading: Reading): Files["read"] {
  return async (file: ReadFile, { signal, onProgress }: ReadingOptions = {}): Promise<Article> => {
    const { name, bytes, id, language } = file;
    const metadata = JSON.stringify({ language });
    const { articles } = await prepareArticles(
      { kind: "bytes", name, bytes, id, metadata },
      { ...reading, signal, onProgress },
    );
    const [article] = articles;
    if (!article) throw new Error(`${name} was read as no article`);
    return article;
  };
}

/** Opens articles that servers brought before, one after the other: everything else runs in between. */
export function createUnpack(reading: Reading): Unpack {
  return async (packed, signal) => {
    const opened = new Map<Article, IndexedArticle>();
    for (const one of packed) {
      const { indexed } = await prepareArticles({ kind: "packed", articles: [one] }, { ...reading, signal });
      for (const [article, known] of indexed.articles) opened.set(article, known);
      await setImmediate();
    }
    return opened;
  };
}
