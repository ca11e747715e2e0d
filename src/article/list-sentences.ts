import type { Span } from "../text/span.ts";
import type { Article, Section } from "./article.ts";
import { allSections } from "./article.ts";

/** A sentence with its place; all counts begin at 1. */
export interface PlacedSentence {
  readonly span: Span;
  readonly section: Section;
  readonly paragraph: number;
  readonly sentence: number;
}

/** Lists every sentence that can be quoted, in reading order. */
export function listSentences(article: Article): PlacedSentence[] {
  return [...allSections(article.sections)].flatMap((section) =>
    section.paragraphs.flatMap((paragraph, paragraphIndex) =>
      paragraph.sentences.map(({ span }, index) => ({
        span,
        section,
        paragraph: paragraphIndex + 1,
        sentence: index + 1,
      })),
    ),
  );
}
