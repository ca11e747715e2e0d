import { buildIndexData, type IndexProgress } from "../search/build-index-data.ts";
import type { IndexData } from "../search/index-data.ts";
import { mergeIndexData } from "../search/merge-index-data.ts";
import { passagesOf } from "../search/passage.ts";
import type { Analyse } from "../text/terms.ts";
import type { ReadArticles } from "./read-knowing.ts";

export interface IndexedArticles {
  /** One for each article. */
  readonly own: readonly IndexData[];
  /** Absent where there is one article only, whose own it is. */
  readonly whole?: IndexData | undefined;
}

/**
 * Indexes articles, each by itself and all as one; each is analysed once, and not again where its index is known.
 *
 * @param analyse is called where something has to be analysed.
 */
export function indexArticles(
  { articles, known, keep, whole: keptWhole }: ReadArticles,
  analyse: () => Analyse,
  onProgress?: IndexProgress,
): IndexedArticles {
  const passages = articles.map((article) => (known.has(article) ? [] : passagesOf(article)));
  const all = passages.reduce((count, { length }) => count + length, 0);
  let before = 0;
  const own = articles.map((article, place) => {
    const found = known.get(article);
    if (found) return found;
    const each = passages[place] ?? [];
    const data = buildIndexData(each, analyse(), (done) => onProgress?.(before + done, all));
    before += each.length;
    keep(article, data);
    return data;
  });
  if (own.length < 2) return { own };
  const whole = keptWhole?.known ?? mergeIndexData(own);
  if (!keptWhole?.known) keptWhole?.keep(whole);
  return { own, whole };
}
