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
    const parted = isParted(source, parts[place - 1], part) ? " " : "";
    return text + parted + source.slice(part.start, part.end);
  }, "");
}

/** Whether a space stands between two parts when they are joined. */
export function isParted(source: string, before: Span | undefined, part: Span): boolean {
  if (!before) return false;
  return /^\s|\s$/u.test(source.slice(before.end, part.start)) && !/\s/u.test(source.charAt(before.end - 1));
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
