import type { LandmarkRange } from "../article/landmarks.ts";
import type { Cut } from "../article/shown-parts.ts";
import type { Span } from "../text/span.ts";

/** One or more whole sentences of an article that answer a question. */
export interface Quote extends Cut {
  /** The article's id. */
  readonly article: string;
  /** Such as `§2 ¶1:3`. */
  readonly reference: string;
  /** What readers of the original find it by: its page, its chapter, its time; most articles have none. */
  readonly landmarks: readonly LandmarkRange[];
  /** The section's heading; empty where the text stands under none. */
  readonly section: string;
  /**
   * Of a comparison: which of the compared it speaks of, as the asker wrote it, or both with ` · ` between them; most quotes have
   * none.
   */
  readonly side?: string | undefined;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** What matched, as spans into the article's text, in reading order and without overlaps, all within `span`. */
  readonly matches: readonly Span[];
  /** What stands elsewhere and must be read with it lest it mislead, in reading order; most quotes have none. */
  readonly companions: readonly Companion[];
}

/** What a companion is to its quote. */
export type CompanionKind =
  /** The question that it answers: a heading that asks, `Q:`, another speaker's turn. */
  | "question"
  /** The line or heading that a list item completes: `After cancelling:`. */
  | "lead-in"
  /** The items that a lead-in announces. */
  | "items"
  /** The header row of its table. */
  | "header"
  /** What limits it: `；但是…除外`. */
  | "exception"
  /** The neighbour that names what it is about. */
  | "subject";

/** A piece of the article that is shown with a quote: never joined with it to one string, never overlapping it or another. */
export interface Companion extends Cut {
  readonly kind: CompanionKind;
}

/** Why no quote is given. */
export type DeclineReason =
  /** The question holds no word to look for: empty, punctuation or emoji only. */
  | "no-words"
  /** Nothing in the article is near the question. */
  | "nothing-found"
  /** The article has some of the words but not what the question turns on. */
  | "not-covered"
  /** The question is written in a script that cannot be read. */
  | "unknown-language";

/** Where a quote would be cut. */
export type QuotePlace = Pick<Quote, "article" | "span">;

export interface Quotes {
  readonly kind: "quotes";
  /** At least one, best first. */
  readonly quotes: readonly Quote[];
  /** What comes behind them, best first; absent where all are quoted. */
  readonly further?: readonly QuotePlace[];
  /** How likely it is that the first of them answers, 0–1; absent where that was not judged. */
  readonly probability?: number;
  /** Words taken over from earlier questions, as the asker wrote them. */
  readonly added: readonly string[];
  /** Set where people of the server chose the first of them for this question. */
  readonly chosen?: ChosenPlace;
}

/** A place that people of a server chose for a question. */
export interface ChosenPlace {
  /** The key of what was taught. */
  readonly id: string;
  /** The question that it was chosen for, where that is asked in other words now. */
  readonly question?: string | undefined;
}

/** The article may not answer the question: these are the passages that come closest. */
export interface Unsure {
  readonly kind: "unsure";
  /** At least one, best first. */
  readonly quotes: readonly Quote[];
  /** What comes behind them, best first; absent where all are quoted. */
  readonly further?: readonly QuotePlace[];
  /** How likely it is that the first of them answers, 0–1; absent where that was not judged. */
  readonly probability?: number;
  /**
   * Words of the question, as the asker wrote them, that the article does not have. Of a comparison the side that nothing speaks
   * of: the quotes then speak of the other one, their `side`.
   */
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

export interface Declined {
  readonly kind: "declined";
  readonly reason: DeclineReason;
  /** Words of the question, as the asker wrote them, that the article does not have. */
  readonly missing: readonly string[];
  /** The nearest passages, below the bar, best first; may be empty. */
  readonly nearest: readonly Quote[];
  /** How likely it is that the first of them answers, 0–1; absent where that was not judged. */
  readonly probability?: number;
  readonly added: readonly string[];
}

export type Answer = Quotes | Unsure | Declined;

/** What answers a question that no single sentence answers. */
export interface BroadAnswer {
  /** At least one. */
  readonly quotes: readonly Quote[];
  /** Sides of a comparison, as the asker wrote them, that nothing speaks of; absent where there are none. */
  readonly missing?: readonly string[];
}

/** What came of a question, in a word; of a declined one with the reason. */
export type AnswerOutcome = "answered" | "taught" | "unsure" | `declined ${DeclineReason}`;

export function outcomeOf(answer: Answer): AnswerOutcome {
  switch (answer.kind) {
    case "quotes":
      return answer.chosen ? "taught" : "answered";
    case "unsure":
      return "unsure";
    case "declined":
      return `declined ${answer.reason}`;
  }
}

/** What an answer lists, best first: its quotes, or the nearest passages of a declined one. */
export function listedQuotes(answer: Answer): readonly Quote[] {
  return answer.kind === "declined" ? answer.nearest : answer.quotes;
}
