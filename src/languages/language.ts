import type { SentenceRules } from "../text/sentence-rules.ts";

/** What a question asks for. */
export type QuestionType =
  | "who"
  | "what"
  | "when"
  | "where"
  | "how-many"
  | "why"
  | "how"
  | "yes-no"
  | "opinion"
  | "definition"
  | "summary"
  | "keywords";

/** How a language asks for one type of thing. */
export interface QuestionRule {
  readonly type: QuestionType;
  /** Matches, in folded text, the words that ask; what they match carries no content. */
  readonly pattern: RegExp;
}

/** How a language asks for an amount of one kind. */
export interface AmountRule {
  /** Matches in a folded question. */
  readonly pattern: RegExp;
  /** Matches the canonical unit of an amount that may be the answer; see text/quantity.ts. */
  readonly unit: RegExp;
}

/** What a question wants beside what its type says. */
export type QuestionTrait = "name" | "purpose" | "age" | "permission" | "denial";

/** How a language shows, in a folded question, what else it wants. */
export interface TraitRule {
  readonly trait: QuestionTrait;
  readonly pattern: RegExp;
}

/** What in a sentence answers a type of question. */
export type AnswerKind =
  | "work"
  | "year"
  | "person"
  | "place"
  | "organisation"
  | "date"
  | "number"
  | "reason"
  | "manner"
  | "opinion"
  | "definition"
  | "naming"
  | "purpose"
  | "age"
  | "permission"
  | "denial"
  | "apposition";

/** How a language marks, in folded text, what a sentence tells. */
export interface AnswerRule {
  readonly kind: AnswerKind;
  readonly pattern: RegExp;
}

/** What the program knows of one language: data only. */
export interface Language extends SentenceRules {
  /** BCP 47 primary language subtag. */
  readonly code: string;
  /** The script its letters belong to, as a Unicode script name. */
  readonly script: "Han" | "Latin";
  /** Words that carry no content of their own, folded. */
  readonly stopWords: ReadonlySet<string>;
  /** Single ideographs that build sentences where they stand as words of their own; inside a word they may mean a lot. */
  readonly functionIdeographs?: ReadonlySet<string>;
  /** Reduces a folded word to its stem; absent where words do not inflect. */
  readonly stem?: (word: string) => string;
  /** Tried in order; the first that matches names the question's type. */
  readonly questionRules: readonly QuestionRule[];
  /** Tried in order; the first that matches tells the unit that is expected. */
  readonly amountRules: readonly AmountRule[];
  /** Matches, in a folded question, words that command the program instead of asking the article. */
  readonly command: RegExp;
  /** Matches, in a folded question, the words that ask for a work with a title of its own. */
  readonly asksForWork: RegExp;
  /** Words of a question that neither ask nor carry content: greetings, `please tell me`, `according to the text`. */
  readonly frame: RegExp;
  readonly answerRules: readonly AnswerRule[];
  readonly traitRules: readonly TraitRule[];
  /** What stands right behind a term that a sentence defines, in folded text: `”是指`, ` means`. */
  readonly definesBefore: RegExp;
}
