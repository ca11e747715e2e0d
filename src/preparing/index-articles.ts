import type { Article } from "../article/article.ts";
import { buildIndexData, type IndexProgress } from "../search/build-index-data.ts";
import type { IndexData } from "../search/index-data.ts";
import { mergeIndexData } from "../search/merge-index-data.ts";
import { passagesOf } from "../search/passage.ts";
import type { Analyse } from "../text/terms.ts";

export interface IndexedArticles {
  /** One for each article. */
  readonly own: readonly IndexData[];
  /** Absent where there is one article only, whose own it is. */
  readonly whole?: IndexData | undefined;
}

/** Indexes articles, each by itself and all as one; each is analysed once. */
export function indexArticles(
  articles: readonly Article[],
  analyse: Analyse,
  onProgress?: IndexProgress,
): IndexedArticles {
  const passages = articles.map(passagesOf);
  const all = passages.reduce((count, { length }) => count + length, 0);
  let before = 0;
  const own = passages.map((each) => {
    const data = buildIndexData(each, analyse, (done) => onProgress?.(before + done, all));
    before += each.length;
    return data;
  });
  return { own, whole: own.length > 1 ? mergeIndexData(own) : undefined };
}
