import type { Article } from "../article/article.ts";
import { remember } from "../languages/remember.ts";
import { MOST_WITH_CHARACTERS } from "./index-data.ts";
import type { IndexData } from "./index-data.ts";
import { memorySegment } from "./memory-segment.ts";
import type { PassageIndex } from "./passage-index.ts";
import type { Passage } from "./passage.ts";
import type { Segment, SegmentArticle } from "./segment.ts";
import { createSegmentedIndex } from "./segmented-index.ts";

/** What is known of the articles that lie in no segment. */
export interface OtherPassages {
  readonly passages: readonly Passage[];
  readonly data: IndexData;
}

/** An article of a segment that has no more passages is indexed by itself where it is asked by itself: in a tenth of a second. */
const MOST_INDEXED_ALONE = 150;

/**
 * Makes the index of articles of which some lie in segments; nothing where none does, or where it is one that is better
 * indexed by itself, as if there were no segment.
 *
 * @param describe tells of those that lie in none.
 * @throws NotLoaded
 */
export function joinSegments(
  articles: readonly Article[],
  segments: readonly Segment[],
  describe: (articles: readonly Article[]) => OtherPassages,
): PassageIndex | undefined {
  const chosen = new Set(articles);
  const own = segments.filter((segment) => segment.articles.some(({ article }) => chosen.has(article)));
  const placed = own.map(listPlaced);
  const [only, another] = articles;
  const alone = only && !another ? placed.flatMap((list) => list.get(only) ?? []).at(0) : undefined;
  if (own.length === 0 || (alone && alone.passages <= MOST_INDEXED_ALONE)) return undefined;
  const others = articles.filter((article) => !placed.some((list) => list.has(article)));
  const isWhole = placed.every((list) => list.keys().every((article) => chosen.has(article)));
  const memory = others.length > 0 ? [openOthers(describe(others), own)] : [];
  return createSegmentedIndex([...own, ...memory], { only: isWhole ? undefined : chosen });
}

/** As much as there is together decides whether single ideographs are looked for. */
function openOthers({ passages, data }: OtherPassages, segments: readonly Segment[]): Segment {
  const count = segments.reduce((sum, each) => sum + each.passages, passages.length);
  const hasCharacters = count <= MOST_WITH_CHARACTERS && segments.every((each) => each.hasCharacters);
  return memorySegment(passages, data, hasCharacters);
}

const listPlaced = remember(
  ({ articles }: Segment): ReadonlyMap<Article, SegmentArticle> =>
    new Map(articles.map((each) => [each.article, each])),
);
