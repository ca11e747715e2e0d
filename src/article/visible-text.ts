import type { Span } from "../text/span.ts";
import { overlaps } from "../text/span.ts";
import type { Article } from "./article.ts";
import { allSections } from "./article.ts";

/** What a reader sees of a stretch of an article, with the way back to the source. */
export interface VisibleText {
  readonly text: string;
  /** Where the character at some offset of `text` stands in the article. */
  readonly toSource: (offset: number) => number;
}

interface Piece {
  /** Where it begins in the visible text, and where in the article. */
  readonly at: number;
  readonly start: number;
}

/** Leaves out marks and addresses of a Markdown source; paragraphs are parted by a line break. */
export function visibleText(article: Article, span: Span): VisibleText {
  const pieces: Piece[] = [];
  let text = "";
  const paragraphs = [...allSections(article.sections)].flatMap((section) => section.paragraphs);
  for (const paragraph of paragraphs.filter((each) => overlaps(each.span, span))) {
    if (text !== "") text += "\n";
    for (const part of paragraph.visible) {
      const [start, end] = [Math.max(part.start, span.start), Math.min(part.end, span.end)];
      if (start >= end) continue;
      pieces.push({ at: text.length, start });
      text += article.text.slice(start, end);
    }
  }
  return {
    text,
    toSource(offset) {
      const piece = pieces.findLast(({ at }) => at <= offset);
      return piece ? piece.start + offset - piece.at : span.start;
    },
  };
}
