import type { Analyse, Term } from "../text/terms.ts";
import type { Passage } from "./passage.ts";
import { visibleParts } from "../article/visible-parts.ts";

/** Cuts the terms of what a reader sees of a passage: not of the marks and addresses between it. */
export function passageTerms({ article, paragraph, sentences }: Passage, analyse: Analyse): Term[] {
  const start = sentences[0]?.span.start ?? 0;
  const end = sentences.at(-1)?.span.end ?? start;
  return visibleParts(paragraph, { start, end }).flatMap((part) => [
    ...analyse(article.text, part.start, part.end).terms,
  ]);
}
