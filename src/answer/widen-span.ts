import type { Article } from "../article/article.ts";
import { indexAt, sectionAt } from "../article/reference-to.ts";
import type { Span } from "../text/span.ts";

/** How much stands around a sentence: nothing, its neighbours, or its whole paragraph. */
export const contextLevels = [0, 1, 2] as const;

export type ContextLevel = (typeof contextLevels)[number];

/** Widens a span of whole sentences within its paragraph; a span that is none stays as it is. */
export function widenSpan(article: Article, span: Span, level: ContextLevel): Span {
  if (level === 0) return span;
  const paragraphs = sectionAt(article.sections, span.start)?.paragraphs ?? [];
  const sentences = paragraphs[indexAt(paragraphs, span.start)]?.sentences ?? [];
  const first = sentences.findIndex((sentence) => sentence.span.start === span.start);
  const last = sentences.findIndex((sentence) => sentence.span.end === span.end);
  const [from, to] = level === 1 ? [Math.max(0, first - 1), last + 1] : [0, sentences.length - 1];
  const start = sentences[from]?.span.start;
  const end = (sentences[to] ?? sentences[last])?.span.end;
  return first === -1 || last === -1 || start === undefined || end === undefined ? span : { start, end };
}
