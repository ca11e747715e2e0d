import type { Span } from "../text/span.ts";

/** A question whose place in an article people of a server chose. */
export interface TaughtQuestion {
  readonly id: string;
  readonly question: string;
  /** The article's id. */
  readonly article: string;
  /** Whole sentences of the version in use. */
  readonly span: Span;
}

export interface FoundTaught {
  readonly taught: TaughtQuestion;
  /** 1 for the same question in other letters; below that it is asked in other words. */
  readonly similarity: number;
}

/** The questions that were taught, ready to be asked. */
export interface TaughtQuestions {
  readonly size: number;
  /** The one that asks the same, if there is one; of several the most similar. */
  find(question: string): FoundTaught | undefined;
}
