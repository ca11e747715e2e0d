import type { Article } from "../article/article.ts";
import type { Passage } from "./passage.ts";
import type { SegmentArticle } from "./segment.ts";

/** The passages of some articles by their places, the articles one behind the other. */
export interface PassagePlaces {
  /** How many passages there are. */
  readonly size: number;
  /** One more than the last place that a passage has: some places may be empty. */
  readonly places: number;
  /** In the order of their passages; only those that have any. */
  readonly articles: readonly SegmentArticle[];
  /** How many passages an article has; 0 where it is none of these. */
  countOf(article: Article): number;
  articleAt(place: number): Article | undefined;
  /** @throws NotLoaded where it has to be loaded. */
  passageAt(place: number): Passage | undefined;
  /**
   * The passages of one of the articles in reading order, the same list each time while it is kept.
   *
   * @throws NotLoaded where they have to be loaded.
   */
  passagesOf(article: Article): readonly Passage[];
}

/** Places passages that are in memory; those of an article follow one another. */
export function placePassages(passages: readonly Passage[]): PassagePlaces {
  const byArticle = Map.groupBy(passages, ({ article }) => article);
  let next = 0;
  const articles = [...byArticle].map(([article, { length }]) => {
    next += length;
    return { article, first: next - length, passages: length };
  });
  return {
    size: passages.length,
    places: passages.length,
    articles,
    countOf: (article) => byArticle.get(article)?.length ?? 0,
    articleAt: (place) => passages[place]?.article,
    passageAt: (place) => passages[place],
    passagesOf: (article) => byArticle.get(article) ?? [],
  };
}
