import type { Article } from "../../article/article.ts";
import type { Observe } from "../../observer.ts";
import type { Passage } from "../../search/passage.ts";
import type { Placed, Segment, SegmentVocabulary, TermPostings } from "../../search/segment.ts";
import { NotLoaded } from "../../text/not-loaded.ts";
import type { LightArticle } from "../light-article.ts";
import type { KeptPostings } from "./keep-postings.ts";

/** An article of a library as it is known in memory. */
export interface PlacedArticle {
  readonly light: LightArticle;
  readonly first: number;
  readonly passages: number;
  /** By passage. */
  readonly lengths: ArticleLengths;
}

export interface ArticleLengths {
  readonly text: Uint16Array;
  readonly withCharacters: Uint16Array;
  readonly headings: Uint16Array;
}

export interface SegmentParts {
  /** In any order. */
  readonly articles: readonly PlacedArticle[];
  readonly places: number;
  readonly hasCharacters: boolean;
  readonly vocabulary: SegmentVocabulary;
  readonly kept: KeptPostings;
  /** Hears whether postings that are asked for are kept. */
  readonly observe?: Observe | undefined;
  /** Reads where terms stand in the whole library. */
  readonly read: (terms: readonly number[]) => Promise<ReadonlyMap<number, TermPostings>>;
}

/** A segment of those articles of a library that somebody has. */
export function createPostgresSegment(parts: SegmentParts): Segment {
  const { places, hasCharacters, vocabulary, kept, read } = parts;
  const tell = createTelling(parts.observe);
  // One without passages stands where the next one begins.
  const articles = parts.articles.toSorted((a, b) => a.first - b.first || a.passages - b.passages);
  const byArticle = new Map(articles.map((each) => [each.light.article, each]));
  const lengths = layOutLengths(articles, parts);
  const isOwn = (place: number): boolean => (lengths.text[place] ?? 0) > 0;

  async function load(terms: readonly number[]): Promise<void> {
    for (const [term, { text, headings }] of await read(terms)) {
      kept.set(term, { text: onlyOwn(text, isOwn), headings: onlyOwn(headings, isOwn) });
    }
  }

  return {
    stored: { kind: "postgres" },
    articles: articles.map(({ light, first, passages }) => ({ article: light.article, first, passages })),
    passages: articles.reduce((count, each) => count + each.passages, 0),
    places,
    hasCharacters,
    vocabulary,
    lengths,
    postings(terms) {
      const found = terms.map((term) => kept.get(term));
      const lacking = terms.filter((_, at) => !found[at]);
      tell(terms, lacking);
      if (lacking.length > 0) throw new NotLoaded(() => load([...new Set(lacking)]));
      return found.flatMap((postings) => postings ?? []);
    },
    passage(place): Passage | undefined {
      const article = findAt(articles, place);
      return article?.light.passages()[place - article.first];
    },
    passagesOf: (article: Article) => byArticle.get(article)?.light.passages() ?? [],
  };
}

/** What was lacking is asked for again as soon as it was read, which is the same look. */
function createTelling(observe: Observe | undefined) {
  const told = new Set<number>();
  return (terms: readonly number[], lacking: readonly number[]): void => {
    if (!observe) return;
    for (const term of lacking) told.add(term);
    for (const term of terms) {
      const isLacking = lacking.includes(term);
      if (isLacking || !told.delete(term)) observe({ kind: "looked", cache: "postings", isHit: !isLacking });
    }
  };
}

function layOutLengths(
  articles: readonly PlacedArticle[],
  { places, hasCharacters }: Pick<SegmentParts, "places" | "hasCharacters">,
): { readonly text: Uint16Array; readonly headings: Uint16Array } {
  const [text, headings] = [new Uint16Array(places), new Uint16Array(places)];
  for (const { first, lengths } of articles) {
    text.set(hasCharacters ? lengths.withCharacters : lengths.text, first);
    headings.set(lengths.headings, first);
  }
  return { text, headings };
}

/** Other processes may have articles in the library that this one has not. */
function onlyOwn(placed: Placed, isOwn: (place: number) => boolean): Placed {
  if (placed.places.every(isOwn)) return placed;
  const at = [...placed.places.keys()].filter((each) => isOwn(placed.places[each] ?? 0));
  return {
    places: Uint32Array.from(at, (each) => placed.places[each] ?? 0),
    counts: Uint8Array.from(at, (each) => placed.counts[each] ?? 0),
  };
}

/** The last article that begins at a place or before it, if it reaches as far. */
function findAt(articles: readonly PlacedArticle[], place: number): PlacedArticle | undefined {
  let [from, to] = [0, articles.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((articles[middle]?.first ?? 0) <= place) from = middle + 1;
    else to = middle;
  }
  const found = articles[from - 1];
  return found && place < found.first + found.passages ? found : undefined;
}
