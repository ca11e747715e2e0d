import type { Article } from "../../../article/article.ts";
import { formatReference } from "../../../article/format-reference.ts";
import { listSentences } from "../../../article/list-sentences.ts";
import { referenceTo } from "../../../article/reference-to.ts";
import { shownParts } from "../../../article/shown-parts.ts";
import { joinShown } from "../../../text/shown-part.ts";
import { overlaps, type Span, splitsCodePoint, trimSpan } from "../../../text/span.ts";

/** What was marked in the source. */
export interface TakenText {
  /** As readers see it, without marks of Markdown. */
  readonly text: string;
  /** The same in one line. */
  readonly words: string;
  /** Of the sentences that it touches; absent where there are none, or in several sections. */
  readonly reference: string | undefined;
}

/** Cuts out of an article what was marked, without white space around it; nothing where only that was. */
export function takeText(article: Article, marked: Span): TakenText | undefined {
  const span = trimSpan(article.text, marked);
  if (span.start >= span.end) return undefined;
  const text = joinShown(shownParts(article, span)) || article.text.slice(span.start, span.end);
  return { text, words: text.replaceAll(/\s+/gu, " ").trim(), reference: referenceAround(article, span) };
}

function referenceAround(article: Article, span: Span): string | undefined {
  const touched = listSentences(article).filter((sentence) => overlaps(sentence.span, span));
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return undefined;
  const reference = referenceTo(article, { start: first.span.start, end: last.span.end });
  return reference && formatReference(reference);
}

/** Shortens a text to a number of UTF-16 units, as Discord counts, without cutting a character in two. */
export function cutToLimit(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return text.slice(0, splitsCodePoint(text, limit) ? limit - 1 : limit);
}
