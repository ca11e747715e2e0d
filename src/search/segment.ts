import type { Article } from "../article/article.ts";
import type { Passage } from "./passage.ts";

/**
 * The passages of some articles, indexed together wherever that index lies: in memory, in a file, in a database.
 *
 * Numbers of terms and places of passages are its own. All that is small is known at once; postings and passages may have to
 * be loaded first, which NotLoaded tells. Scores are computed behind this, so that all kinds of segments give the same.
 *
 * It never changes: another one takes its place where articles come or go. What is kept of it goes by the object. A segment of one
 * language answers from its vocabulary whether that language has a term; one of several has to look at postings for it.
 */
export interface Segment {
  /** Where its passages lie; absent means in memory. */
  readonly stored?: StoredAt | undefined;
  /** In the order of their passages. */
  readonly articles: readonly SegmentArticle[];
  /** How many passages there are; what was removed is none. */
  readonly passages: number;
  /** One more than the last place that a passage has or had. */
  readonly places: number;
  /** Whether single ideographs have postings, as in small indexes. */
  readonly hasCharacters: boolean;
  readonly vocabulary: SegmentVocabulary;
  readonly lengths: SegmentLengths;
  /**
   * Where each of some terms stands, in their order; only passages that were not removed.
   *
   * @throws NotLoaded, once for all of them.
   */
  postings(terms: readonly number[]): readonly TermPostings[];
  /** @throws NotLoaded */
  passage(place: number): Passage | undefined;
  /**
   * The passages of one of its articles, the same objects as `passage` gives.
   *
   * @throws NotLoaded
   */
  passagesOf(article: Article): readonly Passage[];
}

export interface StoredAt {
  readonly kind: "fts5" | "postgres";
  /** What it takes there, about; absent where that is not known of one index. */
  readonly bytes?: number | undefined;
}

export interface SegmentArticle {
  /** Its text and sections may have to be loaded when they are first looked at. */
  readonly article: Article;
  /** The place of its first passage; the others follow. */
  readonly first: number;
  readonly passages: number;
}

/** What is known of terms without looking at postings. */
export interface SegmentVocabulary {
  /** −1 where no passage and no heading has it. */
  numberOf(term: string): number;
  /** In how many passages it stands; as a single ideograph only where these have postings. */
  textCount(term: number): number;
  /** Above how many passages it stands in a heading. */
  headingCount(term: number): number;
  /** In how many passages it stands as a single ideograph. */
  ideographCount(term: number): number;
  /** Whether it is a word of several ideographs. */
  isHanWord(term: number): boolean;
  /** Folded, not stemmed. */
  latinWords(): readonly string[];
  /** Those of them that stand somewhere without a capital. */
  lowerWords(): readonly string[];
  transliterations(): readonly string[];
}

/** By place: how many different terms a passage has; 0 where there is none any more. */
export interface SegmentLengths {
  readonly text: ArrayLike<number>;
  readonly headings: ArrayLike<number>;
}

export interface TermPostings {
  readonly text: Placed;
  readonly headings: Placed;
}

export interface Placed {
  /** Ascending. */
  readonly places: Uint32Array;
  /** How often it stands in each of them; of more than `MOST_COUNTED` only that many are told. */
  readonly counts: Uint8Array;
}

/** BM25 hardly tells more of them apart, and an index on disk lists a term once for each. */
export const MOST_COUNTED = 4;
