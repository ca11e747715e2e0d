import type { QuestionType } from "../languages/language.ts";
import type { Question } from "./question.ts";

/** The types whose answer is mostly spread over several sentences. */
const SPREAD: ReadonlySet<QuestionType> = new Set(["why", "how", "opinion", "keywords", "summary"]);

/** How a list is asked for, in folded text. */
const LISTS: readonly RegExp[] = [
  /哪些|哪几|有什么|有啥|分别|列出|列举|都有|都是(?:什么|谁)|包括|几种|几类|哪里?都|步骤|理由|原因|条件|优缺点|好处|坏处|区别|不同/u,
  /\b(?:list|name (?:all|the|some|two|three)|all (?:the|of)|each|every|reasons?|ways|steps|kinds?|types?|examples?|pros|advantages|disadvantages|conditions|requirements|differences?)\b/u,
  /\bwh(?:at|o) (?:are|were|else)\b|\b(?:what|which) (?:[a-z]+ )?[a-z]{2,}(?<![uis])s (?:are|were|do|did|can|could|have|must|should|will|may|need|get|were)\b/u,
];

/** Tells whether a question wants more than one sentence can tell: a reason, a way, an opinion, a list. */
export function wantsSeveral({ type, folded: { text } }: Question): boolean {
  return SPREAD.has(type) || LISTS.some((pattern) => pattern.test(text));
}
