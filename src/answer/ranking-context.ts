import type { SentenceBlock } from "../search/sentence-block.ts";
import type { Question } from "./question.ts";

/** The sentences that may answer a question. */
export interface Candidates {
  readonly block: SentenceBlock;
  /** By sentence, its passage's score as a share of the best one's, 0–1. */
  readonly shares: Float64Array;
}

/** Another way to say a word of the question, folded, with what it counts against the word itself. */
export interface Alternative {
  readonly text: string;
  readonly weight: number;
  /** The same word as another region or another typography has it. */
  readonly isSame?: boolean;
}

/** What every candidate of a question is measured by. */
export interface RankingContext {
  readonly question: Question;
  /** For each of the question's words, in their order, other ways to say it. */
  readonly alternatives: readonly (readonly Alternative[])[];
  /** Folded title of the article; where the candidates come from several, of the best one's. */
  readonly title: string;
  /** Whether a folded word stands in the table of names. */
  readonly isName?: (word: string) => boolean;
  /** The question is asked in another language than the article's. */
  readonly isForeign?: boolean;
  /** What that title names side by side, as terms. */
  readonly subjects?: readonly string[] | undefined;
  /** How rare a term is that stands in `count` candidates; 0 says nothing at all. */
  readonly rarity: (term: string, count: number) => number;
}

/**
 * One thing measured of every candidate, by its index; absent where it is 0 for all of them, as of a question that does not
 * ask for it.
 */
export type Column = Float64Array | undefined;
