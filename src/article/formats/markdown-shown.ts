import { contains, overlaps, type Span, trimSpan } from "../../text/span.ts";
import type { ParagraphKind } from "../article.ts";
import type { Block } from "./format.ts";

/** What a piece of inline content shows a reader. */
export interface Shown {
  /** In reading order, disjoint. */
  readonly visible: readonly Span[];
  /** Elements with their marks. */
  readonly inline: readonly Span[];
  /** The lines, where they are others than those of the source. */
  readonly lines?: readonly Span[];
}

/** Makes a paragraph of what is shown, or nothing where that is blank. */
export function paragraphBlock(source: string, paragraphKind: ParagraphKind, shown: Shown): Block[] {
  const visible = trimEnds(source, shown.visible);
  const seen = around(visible);
  if (!seen) return [];
  const inline = shown.inline.filter((element) => overlaps(element, seen));
  const lines = shown.lines && { lines: shown.lines };
  return [{ kind: "paragraph", paragraphKind, span: widen(seen, inline), visible, inline, ...lines }];
}

/**
 * Makes a heading of what is shown, or nothing where that is blank.
 *
 *     ## **Bold**      →   Bold          marks around the whole heading are no part of it
 *     ## **Bold** too  →   **Bold** too  others are, but are not shown
 */
export function headingBlock(source: string, depth: number, shown: Shown): Block[] {
  const visible = trimEnds(source, shown.visible);
  const seen = around(visible);
  if (!seen) return [];
  const cut = shown.inline.filter((element) => overlaps(element, seen) && !contains(element, seen));
  const span = widen(seen, cut);
  const [only, ...others] = visible;
  const isWhole = others.length === 0 && only?.start === span.start && only.end === span.end;
  return [{ kind: "heading", span, depth, ...(!isWhole && { visible }) }];
}

/** Drops blank parts at both ends and white space at the ends of the first and last others. */
export function trimEnds(source: string, visible: readonly Span[]): Span[] {
  const filled = (part: Span): boolean => !isEmpty(trimSpan(source, part));
  const first = visible.findIndex(filled);
  const last = visible.findLastIndex(filled);
  return visible.slice(Math.max(first, 0), last + 1).map((part, index) => ({
    start: index === 0 ? trimSpan(source, part).start : part.start,
    end: index === last - first ? trimSpan(source, part).end : part.end,
  }));
}

function isEmpty({ start, end }: Span): boolean {
  return start >= end;
}

function around(visible: readonly Span[]): Span | undefined {
  const [first, last] = [visible[0], visible.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

/** Takes the marks of the elements in which the span begins and ends. */
function widen(span: Span, inline: readonly Span[]): Span {
  let { start, end } = span;
  for (const element of inline) {
    start = Math.min(start, element.start);
    end = Math.max(end, element.end);
  }
  return { start, end };
}
