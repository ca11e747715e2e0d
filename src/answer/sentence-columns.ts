import type { Question } from "./question.ts";
import type { Column } from "./ranking-context.ts";

/**
 * What a sentence is: a question or a lead-in is seldom an answer, nor is a short sentence, unless it is for a number
 * (`Four pounds.`).
 */
export function sentenceColumns({ type }: Question) {
  return {
    item: ({ kind }) => (kind === "list-item" ? 1 : 0),
    table: ({ kind }) => (kind === "table" ? 1 : 0),
    asks: ({ facts }) => (facts.asks ? 1 : 0),
    lead: ({ facts }) => (/[:]\s*$/u.test(facts.text) ? 1 : 0),
    length: ({ facts }) => Math.log(1 + facts.text.length) / 5,
    short: ({ facts }) => (facts.text.length < 14 && type !== "how-many" ? 1 : 0),
    first: ({ place }) => (place === 0 ? 1 : 0),
  } satisfies Record<string, Column>;
}
