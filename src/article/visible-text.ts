import { lastAtMost } from "../text/search-sorted.ts";
import type { ShownPart } from "../text/shown-part.ts";
import { joinShown } from "../text/shown-part.ts";
import type { Span } from "../text/span.ts";
import type { Article } from "./article.ts";
import { shownProse } from "./shown-parts.ts";

/** What a reader sees of a stretch of an article, with the way back to the source. */
export interface VisibleText {
  readonly text: string;
  /** Where the character at some offset of `text` stands in the article. */
  readonly toSource: (offset: number) => number;
}

/** Leaves out marks, addresses, title and headings; paragraphs are parted by a line break. */
export function visibleText(article: Article, span: Span): VisibleText {
  return joinToSource(shownProse(article, span), span.start);
}

/** @param fallback where an offset leads when nothing is shown. */
export function joinToSource(parts: readonly ShownPart[], fallback = 0): VisibleText {
  const starts: number[] = [];
  let length = 0;
  for (const { before, text } of parts) {
    starts.push(length + before.length);
    length += before.length + text.length;
  }
  return {
    text: joinShown(parts),
    toSource(offset) {
      const index = lastAtMost(starts, offset);
      const part = parts[index];
      return part ? Math.min(part.span.start + offset - (starts[index] ?? 0), part.span.end) : fallback;
    },
  };
}
