import type { Article } from "../article/article.ts";
import type { Span } from "../text/span.ts";

/** A place that answers a question. */
export interface Gold {
  /** The article's id. */
  readonly article: string;
  readonly span: Span;
  /** The paragraph that holds it, where paragraphs are judged too. */
  readonly paragraph?: Span | undefined;
}

/** Questions are split once: one half to tune on, the other only to be reported. */
export type Split = "tune" | "report";

/** One question with what counts as its answer. */
export interface EvaluationCase {
  readonly id: string;
  readonly question: string;
  /** Earlier questions of the same conversation, oldest first. */
  readonly context: readonly string[];
  /** Asked about this article; where absent, about the whole library. */
  readonly article?: string | undefined;
  /** Any one of them is right; none where nothing answers the question. */
  readonly gold: readonly Gold[];
  /** A right quote holds the gold span whole, or shares at least a character with it. */
  readonly judgedBy: "whole" | "part";
  readonly split?: Split | undefined;
  /** The rows of the table that it counts in. */
  readonly groups: readonly string[];
}

/** Questions with the articles that they are about. */
export interface EvaluationSet {
  readonly articles: readonly Article[];
  readonly cases: readonly EvaluationCase[];
}
