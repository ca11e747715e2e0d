import type { Analyse, Term } from "../text/terms.ts";
import { analyseParts } from "./analyse-parts.ts";
import type { Passage } from "./passage.ts";
import { visibleParts } from "../article/visible-parts.ts";

/**
 * Cuts the terms of what a reader sees of a passage, sentence by sentence: not of the marks and addresses between it. No word
 * goes on from one sentence to the next, though the lines of a poem or a table follow one another without a mark.
 */
export function passageTerms({ article, paragraph, sentences }: Passage, analyse: Analyse): (readonly Term[])[] {
  return sentences.map(({ span }) => analyseParts(article.text, visibleParts(paragraph, span), analyse).terms);
}
