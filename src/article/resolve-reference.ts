import { contains, type Span } from "../text/span.ts";
import type { Article, Paragraph, Section } from "./article.ts";
import type { Place, Reference, ReferencePart } from "./reference.ts";
import { sectionNumbered } from "./section-numbered.ts";
import { sourceLine } from "./source-lines.ts";

export type ReferenceLevel = "section" | "paragraph" | "sentence";

export type ResolvedReference =
  | {
      readonly kind: "found";
      readonly section: Section;
      /** One a part. A whole section has one, or none where it holds nothing but headings. */
      readonly spans: readonly Span[];
    }
  | {
      readonly kind: "out-of-range";
      readonly level: ReferenceLevel;
      readonly asked: number;
      /** The highest number there is at this level; 0 where there is none. */
      readonly maximum: number;
      /** The section or paragraph that was counted; absent where the article's own sections were. */
      readonly within?: Reference;
    };

type OutOfRange = Extract<ResolvedReference, { kind: "out-of-range" }>;

/**
 * Finds the text a reference names.
 *
 * A whole section reaches from its first paragraph to the last of its last subsection: a reader who asks for §2 means
 * what the table of contents shows under it. Paragraph numbers count the section's own paragraphs only.
 */
export function resolveReference(article: Article, reference: Reference): ResolvedReference {
  const head = resolveHead(article, reference);
  if (head) return head;
  const section = findSection(article.sections, reference.section);
  if (section.kind === "out-of-range") return section;
  if (reference.parts.length === 0) return { ...section, spans: wholeSection(section.section) };
  const spans: Span[] = [];
  for (const part of reference.parts) {
    const found = findPart(section.section, part);
    if (found.kind === "out-of-range") return found;
    spans.push(found.span);
  }
  return { ...section, spans };
}

/** Finds what `§0 ¶0` names: the title, or a line of the source that is left out. */
function resolveHead(article: Article, { section: [section], parts }: Reference): ResolvedReference | undefined {
  const isHead = section === 0 && parts.length > 0 && parts.every((part) => firstParagraphOf(part) === 0);
  if (!isHead) return undefined;
  const spans: Span[] = [];
  for (const part of parts) {
    const span = headSpan(article, part);
    const within = { section: [0], parts: [] };
    if (!span) return { kind: "out-of-range", level: "paragraph", asked: 0, maximum: 0, within };
    spans.push(span);
  }
  const [first] = spans;
  const span = first ?? { start: 0, end: 0 };
  return { kind: "found", section: { number: [0], span, paragraphs: [], sections: [] }, spans };
}

function firstParagraphOf(part: ReferencePart): number {
  return part.kind === "paragraphs" ? part.from : part.from.paragraph;
}

function headSpan({ text, titleSpan, leftOut }: Article, part: ReferencePart): Span | undefined {
  if (part.kind === "paragraphs") return part.to === 0 ? titleSpan : undefined;
  if (part.kind === "open" || part.to.paragraph !== 0) return undefined;
  const [first, last] = [sourceLine(text, part.from.sentence), sourceLine(text, part.to.sentence)];
  const span = first && last && { start: first.start, end: last.end };
  return span && leftOut.some((each) => contains(each.span, span)) ? span : undefined;
}

/** Finds a section by its number, or tells how many there are at the first level that lacks it. */
function findSection(
  sections: readonly Section[],
  number: readonly number[],
): { readonly kind: "found"; readonly section: Section } | OutOfRange {
  const section = sectionNumbered(sections, number);
  if (section) return { kind: "found", section };
  const level = number.findIndex((_, index) => !sectionNumbered(sections, number.slice(0, index + 1)));
  const asked = number[level];
  if (asked === undefined) throw new RangeError("a reference names no section");
  const above = number.slice(0, level);
  const siblings = level === 0 ? sections : (sectionNumbered(sections, above)?.sections ?? []);
  const maximum = siblings.at(-1)?.number.at(-1) ?? 0;
  const within = { section: above, parts: [] };
  return { kind: "out-of-range", level: "section", asked, maximum, ...(level > 0 && { within }) };
}

function wholeSection(section: Section): Span[] {
  const first = firstParagraph(section);
  const last = lastParagraph(section);
  return first && last ? [{ start: first.span.start, end: last.span.end }] : [];
}

function firstParagraph(section: Section): Paragraph | undefined {
  const own = section.paragraphs[0];
  if (own) return own;
  for (const subsection of section.sections) {
    const first = firstParagraph(subsection);
    if (first) return first;
  }
  return undefined;
}

function lastParagraph(section: Section): Paragraph | undefined {
  for (const subsection of section.sections.toReversed()) {
    const last = lastParagraph(subsection);
    if (last) return last;
  }
  return section.paragraphs.at(-1);
}

type Found = { readonly kind: "found"; readonly span: Span } | OutOfRange;

function findPart(section: Section, part: ReferencePart): Found {
  switch (part.kind) {
    case "paragraphs":
      return join(findParagraph(section, part.from), findParagraph(section, part.to));
    case "sentences":
      return join(findSentence(section, part.from), findSentence(section, part.to));
    case "open":
      return join(findSentence(section, part.from), findParagraph(section, part.from.paragraph));
  }
}

function join(first: Found, last: Found): Found {
  if (first.kind === "out-of-range") return first;
  if (last.kind === "out-of-range") return last;
  return { kind: "found", span: { start: first.span.start, end: last.span.end } };
}

function findParagraph(section: Section, asked: number): Found {
  if (asked === 0 && section.heading) return { kind: "found", span: section.heading };
  const paragraph = section.paragraphs[asked - 1];
  return paragraph ? { kind: "found", span: paragraph.span } : noParagraph(section, asked);
}

function noParagraph(section: Section, asked: number): OutOfRange {
  const within = { section: section.number, parts: [] };
  return { kind: "out-of-range", level: "paragraph", asked, maximum: section.paragraphs.length, within };
}

function findSentence(section: Section, place: Place): Found {
  const paragraph = section.paragraphs[place.paragraph - 1];
  if (!paragraph) return noParagraph(section, place.paragraph);
  const sentence = paragraph.sentences[place.sentence - 1];
  if (sentence) return { kind: "found", span: sentence.span };
  const part: ReferencePart = { kind: "paragraphs", from: place.paragraph, to: place.paragraph };
  const within = { section: section.number, parts: [part] };
  const maximum = paragraph.sentences.length;
  return { kind: "out-of-range", level: "sentence", asked: place.sentence, maximum, within };
}
