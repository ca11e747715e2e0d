import type { Span } from "../text/span.ts";
import { overlaps } from "../text/span.ts";
import type { Article } from "./article.ts";
import { allSections } from "./article.ts";
import { separator, visibleParts } from "./visible-parts.ts";

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
  readonly length: number;
}

/** Leaves out marks and addresses of a Markdown source; parts and paragraphs are parted as readers see them. */
export function visibleText(article: Article, span: Span): VisibleText {
  const pieces: Piece[] = [];
  let text = "";
  const paragraphs = [...allSections(article.sections)].flatMap((section) => section.paragraphs);
  for (const paragraph of paragraphs.filter((each) => overlaps(each.span, span))) {
    if (text !== "") text += "\n";
    let before: Span | undefined;
    for (const part of visibleParts(paragraph, span)) {
      text += separator(article.text, before, part);
      pieces.push({ at: text.length, start: part.start, length: part.end - part.start });
      text += article.text.slice(part.start, part.end);
      before = part;
    }
  }
  return {
    text,
    toSource(offset) {
      const piece = pieces.findLast(({ at }) => at <= offset);
      if (!piece) return span.start;
      // What parts two pieces stands behind the first.
      return piece.start + Math.min(offset - piece.at, piece.length);
    },
  };
}
