import type { IndexData } from "../search/index-data.ts";
import type { ArticleHead } from "./light-article.ts";

/** An article on its way into an index on disk or in a database. */
export interface IndexedArticle {
  /** The hash of all that it was made of; what has the same key is the same. */
  readonly key: string;
  readonly head: ArticleHead;
  /** Its body as it is kept there. */
  readonly packed: Uint8Array;
  readonly data: IndexData;
}
