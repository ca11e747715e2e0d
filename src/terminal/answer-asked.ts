import type { Answer } from "../answer/answer.ts";
import { type AnswerOptions, answerQuestion } from "../answer/answer-question.ts";
import { isHeading } from "../answer/is-heading.ts";
import { readUtterance } from "../answer/utterance.ts";
import type { Library } from "../search/library.ts";

/** Answers what was typed or read; what is no question, such as `thanks` or an address, is declined unasked. */
export function answerAsked(library: Library, question: string, options: AnswerOptions): Answer {
  return isQuestion(library, question, options.article)
    ? answerQuestion(library, question, options)
    : { kind: "declined", reason: "no-words", missing: [], nearest: [], added: [] };
}

/** Tells whether there is something to answer; a heading counts, whatever it says. */
export function isQuestion(library: Library, text: string, article?: string): boolean {
  return readUtterance(text) === "question" || isHeading(library, text, article);
}
