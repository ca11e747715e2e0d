import type { ParagraphKind } from "../article/article.ts";
import type { SentenceFacts } from "../search/sentence-facts.ts";
import type { Question } from "./question.ts";

/** A sentence with what stands around it. */
export interface Candidate {
  readonly facts: SentenceFacts;
  /** The index, among the candidates, of the sentence before and behind it in its passage; -1 where there is none. */
  readonly previous: number;
  readonly next: number;
  /** Folded headings above it. */
  readonly headings: string;
  /** Its passage's score as a share of the best one's, 0–1. */
  readonly passageShare: number;
  /** Its index in its paragraph. */
  readonly place: number;
  /** What its paragraph is. */
  readonly kind: ParagraphKind;
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

/** Measures one thing of a candidate; `index` is its place among the candidates. */
export type Column = (candidate: Candidate, index: number) => number;

/** Measures nothing: of a question that does not ask for it. */
export const none: Column = () => 0;
