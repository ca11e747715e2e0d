import { firstBehind } from "../../text/search-sorted.ts";
import type { Nodes, PhrasingContent } from "mdast";
import type { Span } from "../../text/span.ts";

/** A parsed text with the marks inside of what its nodes span, in order. */
export interface InlineTree {
  readonly text: string;
  readonly marks: readonly Span[];
}

export interface Collected {
  readonly visible: Span[];
  readonly inline: Span[];
}

/** Collects what inline content shows, and its elements with their marks. */
export function readPhrasing(tree: InlineTree, children: readonly PhrasingContent[], into: Collected): void {
  for (const child of children) {
    const span = spanOf(child);
    switch (child.type) {
      case "text":
        for (const part of withoutMarks(tree, span)) into.visible.push(part);
        break;
      case "inlineCode":
        for (const part of withoutMarks(tree, span)) into.visible.push(part);
        into.inline.push(span);
        break;
      case "break":
        // The line break itself parts words; the backslash or the blanks before it are marks.
        into.visible.push({
          start: span.start + tree.text.slice(span.start, span.end).search(/[\r\n]|$/u),
          end: span.end,
        });
        break;
      case "emphasis":
      case "strong":
      case "delete":
      case "link":
      case "linkReference":
        into.inline.push(span);
        readPhrasing(tree, child.children, into);
        break;
      case "html":
      case "footnoteReference":
      case "image":
      case "imageReference":
        break;
    }
  }
}

function spanOf(node: Nodes): Span {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start };
}

/** The parts of a span between the marks inside of it. */
function withoutMarks({ marks }: InlineTree, span: Span): Span[] {
  const parts: Span[] = [];
  let { start } = span;
  for (let index = firstBehind(marks, span.start); ; index += 1) {
    const mark = marks[index];
    if (!mark || mark.start >= span.end) break;
    if (mark.start > start) parts.push({ start, end: mark.start });
    start = Math.max(start, mark.end);
  }
  if (start < span.end) parts.push({ start, end: span.end });
  return parts;
}
