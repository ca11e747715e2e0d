import { contains, type Span, splitsCodePoint } from "../text/span.ts";
import { allSections, type Article, type Section } from "./article.ts";

/**
 * Lists what is wrong with an article's spans; an empty list means that all invariants hold.
 *
 * Spans lie within the text, nest, keep reading order, never overlap, are never empty, cut no character in two, and
 * together cover everything that is not white space: as title, heading, sentence, or as something left out.
 */
export function findBrokenInvariants(article: Article): string[] {
  const { text } = article;
  const leaves: NamedSpan[] = article.leftOut.map(({ span, reason }) => ({ name: reason, span }));
  if (article.titleSpan) leaves.push({ name: "title", span: article.titleSpan });
  const broken: string[] = [];
  for (const section of allSections(article.sections)) {
    broken.push(...brokenNesting(section));
    if (section.heading) leaves.push({ name: `heading of ${nameOf(section)}`, span: section.heading });
    for (const paragraph of section.paragraphs) {
      for (const { span } of paragraph.sentences) leaves.push({ name: `sentence of ${nameOf(section)}`, span });
    }
  }
  const ordered = leaves.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return [...broken, ...ordered.flatMap((leaf) => brokenSpan(text, leaf)), ...brokenCover(text, ordered)];
}

interface NamedSpan {
  readonly name: string;
  readonly span: Span;
}

function nameOf(section: Section): string {
  return `section ${section.number.join(".")}`;
}

function brokenSpan(text: string, { name, span }: NamedSpan): string[] {
  const shown = `${name} ${span.start}–${span.end}`;
  if (span.start < 0 || span.end > text.length) return [`${shown} lies outside 0–${text.length}`];
  if (span.start >= span.end) return [`${shown} is empty`];
  if (splitsCodePoint(text, span.start) || splitsCodePoint(text, span.end)) return [`${shown} cuts a character in two`];
  return [];
}

function brokenNesting(section: Section): string[] {
  const broken: string[] = [];
  const claim = (holds: boolean, name: string): void => {
    if (!holds) broken.push(`${name} of ${nameOf(section)} lies outside what holds it or out of order`);
  };
  let end = section.span.start;
  const inOrder = (span: Span): boolean => {
    const holds = span.start >= end && contains(section.span, span);
    end = span.end;
    return holds;
  };
  if (section.heading) claim(inOrder(section.heading), "heading");
  for (const paragraph of section.paragraphs) {
    claim(inOrder(paragraph.span), "paragraph");
    claim(paragraph.sentences.length > 0, "absent sentence");
    let sentenceEnd = paragraph.span.start;
    for (const { span } of paragraph.sentences) {
      claim(span.start >= sentenceEnd && contains(paragraph.span, span), "sentence");
      sentenceEnd = span.end;
    }
    let visibleEnd = paragraph.span.start;
    for (const span of paragraph.visible) {
      claim(span.start >= visibleEnd && contains(paragraph.span, span), "visible part");
      visibleEnd = span.end;
    }
  }
  for (const subsection of section.sections) claim(inOrder(subsection.span), "subsection");
  return broken;
}

function brokenCover(text: string, ordered: readonly NamedSpan[]): string[] {
  const broken: string[] = [];
  let covered = 0;
  for (const { name, span } of [...ordered, { name: "end", span: { start: text.length, end: text.length } }]) {
    if (span.start < covered) broken.push(`${name} ${span.start}–${span.end} overlaps what ends at ${covered}`);
    const gap = text.slice(covered, Math.max(covered, span.start));
    const bare = /[^\s\uFEFF]/u.exec(gap);
    if (bare) broken.push(`nothing covers offset ${covered + bare.index}`);
    covered = Math.max(covered, span.end);
  }
  return broken;
}
