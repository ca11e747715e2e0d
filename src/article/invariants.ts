import { contains, type Span, splitsCodePoint } from "../text/span.ts";
import { allSections, type Article, type Paragraph, type Section } from "./article.ts";

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
  const visible: NamedSpan[] = (article.titleVisible ?? []).map((span) => ({
    name: "visible part of the title",
    span,
  }));
  const broken = brokenOrder(article.sections, { start: 0, end: text.length }, "section");
  broken.push(...brokenHeading(article.titleSpan, article.titleVisible, "title"));
  for (const section of allSections(article.sections)) {
    const of = `of section ${section.number.join(".")}`;
    for (const problem of brokenNesting(section)) broken.push(`${problem} ${of}`);
    if (section.heading) leaves.push({ name: `heading ${of}`, span: section.heading });
    for (const span of section.headingVisible ?? []) visible.push({ name: `visible part of the heading ${of}`, span });
    for (const paragraph of section.paragraphs) {
      for (const { span } of paragraph.sentences) leaves.push({ name: `sentence ${of}`, span });
      for (const span of paragraph.visible) visible.push({ name: `visible part ${of}`, span });
    }
  }
  const ordered = leaves.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  for (const part of [...ordered, ...visible]) broken.push(...brokenSpan(text, part));
  return [...broken, ...brokenCover(text, ordered)];
}

interface NamedSpan {
  readonly name: string;
  readonly span: Span;
}

function brokenSpan(text: string, { name, span }: NamedSpan): string[] {
  const shown = `${name} ${span.start}–${span.end}`;
  if (span.start < 0 || span.end > text.length) return [`${shown} lies outside 0–${text.length}`];
  if (span.start >= span.end) return [`${shown} is empty`];
  if (splitsCodePoint(text, span.start) || splitsCodePoint(text, span.end)) return [`${shown} cuts a character in two`];
  return [];
}

function brokenNesting(section: Section): string[] {
  const parts = [...(section.heading ? [{ span: section.heading }] : []), ...section.paragraphs, ...section.sections];
  const broken = brokenOrder(parts, section.span, "part");
  broken.push(...brokenHeading(section.heading, section.headingVisible, "heading"));
  if (parts[0]?.span.start !== section.span.start || parts.at(-1)?.span.end !== section.span.end) {
    broken.push(`part ${section.span.start}–${section.span.end} is wider than what it holds`);
  }
  for (const paragraph of section.paragraphs) for (const problem of brokenParagraph(paragraph)) broken.push(problem);
  return broken;
}

/** What is seen of a title or heading lies within it, in order. */
function brokenHeading(heading: Span | undefined, visible: readonly Span[] | undefined, name: string): string[] {
  if (!visible) return [];
  if (!heading) return [`there is no ${name}, but something of it is visible`];
  return brokenOrder(
    visible.map((span) => ({ span })),
    heading,
    `visible part of the ${name}`,
  );
}

function brokenParagraph({ span, sentences, visible }: Paragraph): string[] {
  const broken = brokenOrder(sentences, span, "sentence");
  if (sentences[0]?.span.start !== span.start || sentences.at(-1)?.span.end !== span.end) {
    broken.push(`paragraph ${span.start}–${span.end} is wider than its sentences`);
  }
  const parts = visible.map((part) => ({ span: part }));
  return [...broken, ...brokenOrder(parts, span, "visible part")];
}

/** What does not lie within `outer`, or begins before the one before it ends. */
function brokenOrder(parts: readonly { readonly span: Span }[], outer: Span, name: string): string[] {
  const broken: string[] = [];
  let end = outer.start;
  for (const { span } of parts) {
    if (!contains(outer, span))
      broken.push(`${name} ${span.start}–${span.end} lies outside ${outer.start}–${outer.end}`);
    if (span.start < end) broken.push(`${name} ${span.start}–${span.end} begins before ${end}`);
    end = span.end;
  }
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
