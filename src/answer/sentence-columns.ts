import type { SentenceBlock } from "../search/sentence-block.ts";
import { factsOfBlock } from "./block-facts.ts";
import type { Question } from "./question.ts";

/**
 * What a sentence is: a question or a lead-in is seldom an answer, nor is a short sentence, unless it is for a number
 * (`Four pounds.`).
 */
export function sentenceColumns(block: SentenceBlock, { type }: Question) {
  const { item, table, asks, lead, length, short, first } = factsOfBlock(block);
  return { item, table, asks, lead, length, short: type === "how-many" ? undefined : short, first };
}
