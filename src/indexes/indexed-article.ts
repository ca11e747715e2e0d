import { packArticle } from "../community/pack-article.ts";
import type { Article } from "../article/article.ts";
import type { IndexData } from "../search/index-data.ts";
import { type ArticleHead, headOf } from "./light-article.ts";

/** An article on its way into an index on disk or in a database. */
export interface IndexedArticle {
  /** The hash of all that it was made of; what has the same key is the same. */
  readonly key: string;
  readonly head: ArticleHead;
  /** As `unpackArticle` opens it. */
  readonly packed: Uint8Array;
  readonly data: IndexData;
}

export function indexedArticle(key: string, article: Article, data: IndexData): IndexedArticle {
  return { key, head: headOf(article), packed: packArticle(article), data };
}
