import type { Span } from "../../text/span.ts";
import type { Article, Paragraph, Section } from "../article.ts";
import { indexAt, sectionAt } from "../reference-to.ts";
import { joinParts, visibleParts } from "../visible-parts.ts";

/** A sentence's place in its article; both counts begin at 0. */
export interface SentencePlace {
  readonly article: Article;
  readonly section: Section;
  readonly paragraph: number;
  readonly sentence: number;
}

/** Finds the sentence that holds an offset, by binary search. */
export function sentenceAt(article: Article, offset: number): SentencePlace | undefined {
  const section = sectionAt(article.sections, offset);
  const paragraph = section ? indexAt(section.paragraphs, offset) : -1;
  const sentence = indexAt(section?.paragraphs[paragraph]?.sentences ?? [], offset);
  return section && sentence >= 0 ? { article, section, paragraph, sentence } : undefined;
}

export function paragraphAt({ section, paragraph }: SentencePlace): Paragraph | undefined {
  return section.paragraphs[paragraph];
}

export function spanAt(place: SentencePlace): Span | undefined {
  return paragraphAt(place)?.sentences[place.sentence]?.span;
}

/** A place some sentences further on or back in the same paragraph; one that is not there has no span. */
export function moved(place: SentencePlace, by: number): SentencePlace {
  return { ...place, sentence: place.sentence + by };
}

/** The first sentence of a paragraph of the same section. */
export function inParagraph(place: SentencePlace, paragraph: number, sentence = 0): SentencePlace {
  return { ...place, paragraph, sentence };
}

/** The last sentence of the paragraph. */
export function lastOf(place: SentencePlace): SentencePlace {
  return { ...place, sentence: Math.max(0, (paragraphAt(place)?.sentences.length ?? 1) - 1) };
}

/** So much of a sentence's beginning and of its end is looked at: text without punctuation is one long sentence. */
const LOOKED_AT = 240;

/** What a reader sees at the beginning of a sentence; empty where there is none. */
export function headOf(place: SentencePlace): string {
  const span = spanAt(place);
  return span ? shownOf(place, { start: span.start, end: Math.min(span.end, span.start + LOOKED_AT) }) : "";
}

/** What a reader sees at the end of a sentence; empty where there is none. */
export function tailOf(place: SentencePlace): string {
  const span = spanAt(place);
  return span ? shownOf(place, { start: Math.max(span.start, span.end - LOOKED_AT), end: span.end }) : "";
}

function shownOf(place: SentencePlace, span: Span): string {
  const paragraph = paragraphAt(place);
  return paragraph ? joinParts(place.article.text, visibleParts(paragraph, span)).trim() : "";
}

/** Whether all of a sentence is set in bold: `**When?**`. */
export function isBold(place: SentencePlace): boolean {
  const span = spanAt(place);
  const paragraph = paragraphAt(place);
  if (!span || !paragraph || span.end - span.start < 5) return false;
  const { text } = place.article;
  const marks = text.slice(span.start, span.start + 2);
  const shown = visibleParts(paragraph, { start: span.start, end: span.start + 2 });
  return (marks === "**" || marks === "__") && shown.length === 0 && text.slice(span.end - 2, span.end) === marks;
}
