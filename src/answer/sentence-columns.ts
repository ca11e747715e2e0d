import type { Column } from "./ranking-context.ts";

/** What a sentence is whatever is asked: a question, a heading or a lead-in is seldom an answer. */
export const sentenceColumns = {
  asks: ({ facts }) => (facts.asks ? 1 : 0),
  lead: ({ facts }) => (/[:]\s*$/u.test(facts.text) ? 1 : 0),
  length: ({ facts }) => Math.log(1 + facts.text.length) / 5,
  short: ({ facts }) => (facts.text.length < 14 ? 1 : 0),
  first: ({ place }) => (place === 0 ? 1 : 0),
} satisfies Record<string, Column>;
