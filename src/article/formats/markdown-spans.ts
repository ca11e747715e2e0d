import type { Nodes } from "mdast";
import type { Span } from "../../text/span.ts";
import type { MarkdownPiece } from "./markdown-pieces.ts";

export type MarkdownTree = Extract<MarkdownPiece, { kind: "tree" }>;

/** What a walk over a tree needs to know everywhere. */
export interface Walk {
  readonly source: string;
  readonly tree: MarkdownTree;
}

/** Where a node stands in the source. */
export function spanOf(tree: MarkdownTree, node: Nodes): Span {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  // An unclosed block at the end of a piece runs on into the definitions behind it.
  return { start: Math.min(tree.offset + start, tree.end), end: Math.min(tree.offset + end, tree.end) };
}

/** The parts of a span between the marks inside of it. */
export function withoutMarks(tree: MarkdownTree, span: Span): Span[] {
  const parts: Span[] = [];
  let start = span.start;
  for (let index = firstMarkBehind(tree, span.start); ; index += 1) {
    const mark = tree.marks[index];
    if (!mark || tree.offset + mark.start >= span.end) break;
    if (tree.offset + mark.start > start) parts.push({ start, end: tree.offset + mark.start });
    start = Math.max(start, tree.offset + mark.end);
  }
  if (start < span.end) parts.push({ start, end: span.end });
  return parts;
}

/** The index of the first mark that ends behind `offset`, by binary search. */
function firstMarkBehind(tree: MarkdownTree, offset: number): number {
  let [low, high] = [0, tree.marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tree.offset + (tree.marks[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
