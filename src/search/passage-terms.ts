import type { Span } from "../text/span.ts";
import type { Analyse, Term } from "../text/terms.ts";
import type { Passage } from "./passage.ts";

/** Cuts the terms of what a reader sees of a passage: not of the marks and addresses between it. */
export function passageTerms({ article, paragraph, sentences }: Passage, analyse: Analyse): Term[] {
  const start = sentences[0]?.span.start ?? 0;
  const end = sentences.at(-1)?.span.end ?? start;
  return visibleWithin(paragraph.visible, { start, end }).flatMap((part) => [
    ...analyse(article.text, part.start, part.end).terms,
  ]);
}

/** The parts of `visible`, which is in reading order, that lie within a span, cut to it. */
function visibleWithin(visible: readonly Span[], { start, end }: Span): Span[] {
  const parts: Span[] = [];
  for (let index = firstBehind(visible, start); index < visible.length; index += 1) {
    const part = visible[index];
    if (!part || part.start >= end) break;
    parts.push({ start: Math.max(part.start, start), end: Math.min(part.end, end) });
  }
  return parts;
}

/** The index of the first part that ends behind an offset, by binary search: long paragraphs have many passages. */
function firstBehind(visible: readonly Span[], offset: number): number {
  let [low, high] = [0, visible.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((visible[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
