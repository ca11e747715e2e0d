import type { Paragraph } from "./article.ts";
import type { Span } from "../text/span.ts";

/** The parts of a paragraph that a reader sees within a span, in reading order, cut to it. */
export function visibleParts({ visible }: Paragraph, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  for (let index = firstBehind(visible, start); index < visible.length; index += 1) {
    const part = visible[index];
    if (!part || part.start >= end) break;
    parts.push({ start: Math.max(part.start, start), end: Math.min(part.end, end) });
  }
  return parts;
}

/**
 * Joins parts to what a reader sees: those that white space parts, such as the cells of a table, are parted by one
 * space. White space within what is left out, such as a link's title, parts nothing.
 */
export function joinParts(source: string, parts: readonly Span[]): string {
  return parts.reduce((text, part, place) => {
    const gap = source.slice(parts[place - 1]?.end ?? part.start, part.start);
    const isParted = /^\s|\s$/u.test(gap) && !/\s$/u.test(text);
    return text + (isParted ? " " : "") + source.slice(part.start, part.end);
  }, "");
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
