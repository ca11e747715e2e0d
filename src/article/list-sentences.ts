import { firstItemBehind } from "../text/search-sorted.ts";
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

/** Walks the sentences that share something with a span, in reading order; finding the first takes no longer in a long article. */
export function* sentencesWithin({ sections }: Pick<Article, "sections">, span: Span): Generator<Span> {
  for (const section of overlapping(sections, span)) {
    for (const paragraph of overlapping(section.paragraphs, span)) {
      for (const sentence of overlapping(paragraph.sentences, span)) yield sentence.span;
    }
    yield* sentencesWithin(section, span);
  }
}

function* overlapping<Item extends { readonly span: Span }>(items: readonly Item[], span: Span): Generator<Item> {
  for (let index = firstItemBehind(items, span.start); index < items.length; index += 1) {
    const item = items[index];
    if (!item || item.span.start >= span.end) return;
    yield item;
  }
}
