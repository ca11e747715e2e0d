import type { Article } from "../article/article.ts";
import { once } from "../text/once.ts";
import { bestFirst } from "./best-first.ts";
import { joinVocabularies } from "./join-vocabularies.ts";
import type { Passage } from "./passage.ts";
import type { PassageHit, PassageIndex } from "./passage-index.ts";
import { findRange } from "./place-ranges.ts";
import { createScorePassages, type ScoredIndex } from "./score-passages.ts";
import type { Segment, SegmentArticle, SegmentLengths } from "./segment.ts";
import { findPart, partStandsIn, placeSegments, type SegmentPart } from "./segment-parts.ts";
import { countTerms, joinPlaces } from "./segment-terms.ts";

export interface SegmentedOptions {
  /**
   * Only these articles of the segments are searched and counted; absent means all. Which terms there are is still told of
   * whole segments.
   */
  readonly only?: ReadonlySet<Article> | undefined;
}

/** Makes one index of segments, wherever they lie: the same scores as if all their passages were in memory. */
export function createSegmentedIndex(segments: readonly Segment[], { only }: SegmentedOptions = {}): PassageIndex {
  const parts = placeSegments(segments, only);
  const { articles, articleAt, find } = listArticles(parts);
  const size = articles.reduce((sum, { passages }) => sum + passages, 0);
  const places = parts.reduce((sum, { segment }) => sum + segment.places, 0);
  const languages = new Set(articles.map(({ article }) => article.language));
  const { choose, documentFrequency } = countTerms(parts, size);
  const score = once(() => createScorePassages({ ...measure(parts, size), places }));
  const passageAt = (place: number): Passage | undefined => {
    const found = findPart(parts, place);
    return found?.part.segment.passage(found.own);
  };
  return {
    size,
    places,
    articles,
    countOf: (article) => find(article)?.placed.passages ?? 0,
    articleAt,
    passageAt,
    passagesOf: (article) => find(article)?.segment.passagesOf(article) ?? [],
    ...joinVocabularies(parts, languages),
    rules: articles.flatMap(({ article }) => article.synonyms ?? []),
    documentFrequency,
    passagesWith: (term) => joinPlaces(parts, term),
    standsIn: (language, term) => parts.some((part) => partStandsIn(part, language, term)),
    search(asked, limit, language) {
      const isWanted = (place: number): boolean => language === undefined || articleAt(place)?.language === language;
      const best = bestFirst(score()(choose(asked)), limit, isWanted);
      return best.flatMap((scored) => {
        const article = articleAt(scored.place);
        return article ? [hitOf({ ...scored, article }, passageAt)] : [];
      });
    },
  };
}

/** Of most passages that are found nothing but their score and their article is looked at. */
function hitOf(
  { article, place, score }: Omit<PassageHit, "passage">,
  passageAt: (place: number) => Passage | undefined,
): PassageHit {
  return {
    article,
    place,
    score,
    get passage() {
      const passage = passageAt(place);
      if (!passage) throw new RangeError(`there is no passage at ${place}, where one of ${article.id} was found`);
      return passage;
    },
  };
}

interface FoundArticle {
  readonly placed: SegmentArticle;
  readonly segment: Segment;
}

interface ListedArticles {
  /** In the order of their places in the whole. */
  readonly articles: readonly SegmentArticle[];
  readonly articleAt: (place: number) => Article | undefined;
  readonly find: (article: Article) => FoundArticle | undefined;
}

function listArticles(parts: readonly SegmentPart[]): ListedArticles {
  const found = parts.flatMap(({ segment, before, articles }): FoundArticle[] =>
    articles.map((placed) => ({ placed: { ...placed, first: before + placed.first }, segment })),
  );
  const articles = found.flatMap(({ placed }) => (placed.passages > 0 ? [placed] : []));
  const byArticle = new Map(found.map((each) => [each.placed.article, each]));
  const ranges = {
    starts: Uint32Array.from(articles, ({ first }) => first),
    ends: Uint32Array.from(articles, ({ first, passages }) => first + passages),
  };
  return {
    articles,
    articleAt: (place) => articles[findRange(ranges, place)]?.article,
    find: (article) => byArticle.get(article),
  };
}

function measure(parts: readonly SegmentPart[], passages: number): Omit<ScoredIndex, "places"> {
  const average = (field: keyof SegmentLengths): number =>
    parts.reduce((sum, part) => sum + sumLengths(part, field), 0) / passages;
  return {
    passages,
    averages: { text: average("text"), headings: average("headings") },
    parts: parts.map(({ before, segment: { lengths } }) => ({ before, lengths })),
  };
}

function sumLengths({ segment: { lengths, places }, ranges }: SegmentPart, field: keyof SegmentLengths): number {
  const { starts, ends } = ranges ?? { starts: [0], ends: [places] };
  let sum = 0;
  for (const [nth, start] of starts.entries()) {
    for (let place = start; place < (ends[nth] ?? 0); place += 1) sum += lengths[field][place] ?? 0;
  }
  return sum;
}
