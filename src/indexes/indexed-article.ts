import { packArticle } from "../community/pack-article.ts";
import type { Article } from "../article/article.ts";
import { flattenArticle } from "./flat-article.ts";
import type { IndexData } from "../search/index-data.ts";
import { type ArticleHead, headOf } from "./light-article.ts";

/** An article on its way into an index on disk or in a database. */
export interface IndexedArticle {
  /** The hash of all that it was made of; what has the same key is the same. */
  readonly key: string;
  readonly head: ArticleHead;
  /** Its body as it is kept there. */
  readonly packed: Uint8Array;
  readonly data: IndexData;
}

/** How bodies are kept: as `unpackArticle` opens them, or larger, as `openFlatArticle` does in less time. */
export type Packing = "small" | "flat";

export function indexedArticle(
  { key, article, data }: { readonly key: string; readonly article: Article; readonly data: IndexData },
  packing: Packing,
): IndexedArticle {
  const packed = packing === "flat" ? flattenArticle(article) : packArticle(article);
  return { key, head: headOf(article), packed, data };
}
