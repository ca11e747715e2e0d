import path from "node:path";
import type { Article } from "../article/article.ts";
import { type ExtractFound, extractFound } from "../article/read-articles.ts";
import { packArticle, unpackArticle } from "../community/pack-article.ts";
import type { PackedArticle } from "../guilds/guild-articles.ts";
import { madeOfPacked } from "../guilds/made-of-packed.ts";
import { hashParts } from "../indexes/kept/hash-parts.ts";
import { type KeptIndexes, ownerOf } from "../indexes/kept/kept-indexes.ts";
import type { IndexData } from "../search/index-data.ts";
import { type ArticleSource, readSource } from "./article-source.ts";

/** Articles with what is known of them already. */
export interface ReadArticles {
  readonly articles: readonly Article[];
  readonly known: ReadonlyMap<Article, IndexData>;
  /** Keeps what was made of one of the others. */
  readonly keep: (article: Article, data: IndexData) => void;
  /** The index of all as one; absent where it is not kept. */
  readonly whole?: KeptWhole | undefined;
}

export interface KeptWhole {
  readonly known: IndexData | undefined;
  readonly keep: (data: IndexData) => void;
}

export interface ReadOptions {
  readonly maximumBytes: number;
  readonly kept?: KeptIndexes | undefined;
}

/**
 * Reads the articles of a source; those that were read and indexed before, from what is kept of them.
 *
 * @throws ArticleError when one of them cannot be read.
 */
export async function readKnowing(source: ArticleSource, { maximumBytes, kept }: ReadOptions): Promise<ReadArticles> {
  if (!kept || source.kind === "bytes") {
    return { articles: await readSource(source, maximumBytes), known: new Map(), keep() {} };
  }
  if (source.kind === "packed") return findPacked(await readSource(source, maximumBytes), source.articles, kept);
  const { extract, ...reading } = createKeptExtract(ownerOf(source.kind, path.resolve(source.path)), kept);
  const articles = await readSource(source, maximumBytes, extract);
  return { articles, ...reading.finish() };
}

/** Of a server's article the packed form is in the store: only its index is kept. */
function findPacked(articles: readonly Article[], packed: readonly PackedArticle[], kept: KeptIndexes): ReadArticles {
  const keys = new Map(
    articles.flatMap((article, place) => {
      const from = packed[place];
      if (!from) return [];
      return [[article, { owner: from.guild, madeOf: madeOfPacked(from.sha256, from.record) }] as const];
    }),
  );
  const known = new Map<Article, IndexData>();
  for (const [article, key] of keys) {
    const found = kept.find(key);
    if (found) known.set(article, found.data);
  }
  return {
    articles,
    known,
    keep(article, data) {
      const key = keys.get(article);
      if (key) kept.keep(key, { data });
    },
  };
}

/** Files are not even read as articles again: what is kept holds both. */
function createKeptExtract(owner: string, kept: KeptIndexes) {
  const known = new Map<Article, IndexData>();
  const madeOf = new Map<Article, string>();
  const extract: ExtractFound = async (file, maximumBytes) => {
    const { name, metadata, synonyms, bytes } = file;
    const hash = hashParts(JSON.stringify([name, metadata, synonyms, maximumBytes]), bytes);
    const found = kept.find({ owner, madeOf: hash });
    const article = found?.article ? unpackArticle(found.article) : await extractFound(file, maximumBytes);
    if (found?.article) known.set(article, found.data);
    madeOf.set(article, hash);
    return article;
  };
  return {
    extract,
    finish(): Omit<ReadArticles, "articles"> {
      const hashes = [...madeOf.values()];
      const whole = { owner, madeOf: hashParts("whole", ...hashes) };
      // What the folder no longer has is nobody's business any more.
      kept.retain(owner, new Set([...hashes, whole.madeOf]));
      return {
        known,
        whole:
          hashes.length < 2 ? undefined : { known: kept.find(whole)?.data, keep: (data) => kept.keep(whole, { data }) },
        keep(article, data) {
          const hash = madeOf.get(article);
          if (hash !== undefined) kept.keep({ owner, madeOf: hash }, { article: packArticle(article), data });
        },
      };
    },
  };
}
