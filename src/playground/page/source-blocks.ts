import type { Article, LeftOut, LeftOutReason, Paragraph, ParagraphKind, Section } from "../../article/article.ts";
import { allSections } from "../../article/article.ts";
import { formatReference } from "../../article/format-reference.ts";
import type { Span } from "../../text/span.ts";

/** A stretch of an article that is rendered as one: a section without its subsections, or what stands before all. */
export interface SourceGroup {
  /** The section's number, `2.1`; empty before the first section. */
  readonly number: string;
  /** How deep the section lies: 1 for `2`, 2 for `2.1`; 0 before the first section. */
  readonly level: number;
  readonly heading: Span | undefined;
  readonly blocks: readonly SourceBlock[];
}

export type SourceBlock = SourceParagraph | LeftOutBlock;

export interface SourceParagraph {
  readonly kind: "paragraph";
  readonly form: ParagraphKind;
  readonly number: number;
  readonly span: Span;
  readonly sentences: readonly SourceSentence[];
  /** The mark of a list's item as it stands in the source (`-`, `2.`); empty for others. */
  readonly marker: string;
  /** How deep an item lies in its list, from 0. */
  readonly depth: number;
}

export interface SourceSentence {
  readonly number: number;
  /** Canonical: `§2 ¶1:3`. */
  readonly reference: string;
  readonly span: Span;
  /** What is shown of it: one cell, but for rows of a table; each with its visible parts. */
  readonly cells: readonly (readonly Span[])[];
}

/** What is never quoted, of one reason. */
export interface LeftOutBlock {
  readonly kind: "left-out";
  readonly reason: LeftOutReason;
  readonly spans: readonly Span[];
  readonly span: Span;
}

/** Items of lists are not moved in any further. */
const deepest = 4;

/** Lays an article out as it is read: every section with its own paragraphs, and between them what is left out. */
export function sourceGroups(article: Article): SourceGroup[] {
  const sections = [...allSections(article.sections)];
  const leftOut = article.leftOut.filter((each) => isShown(article, each));
  const starts = sections.map(({ span }) => span.start);
  const before = leftOut.filter(({ span }) => span.start < (starts[0] ?? Number.POSITIVE_INFINITY));
  const top: SourceGroup = { number: "", level: 0, heading: undefined, blocks: joinLeftOut(before) };
  const groups = sections.map((section, index) => {
    const [start, end] = [starts[index] ?? 0, starts[index + 1] ?? Number.POSITIVE_INFINITY];
    const within = leftOut.filter(({ span }) => start <= span.start && span.start < end);
    return layOut(article, section, within);
  });
  return top.blocks.length > 0 ? [top, ...groups] : groups;
}

function layOut(article: Article, section: Section, leftOut: readonly LeftOut[]): SourceGroup {
  const paragraphs = section.paragraphs.map((paragraph, index) =>
    readParagraph(article, section, { paragraph, index }),
  );
  const blocks = [...paragraphs, ...joinLeftOut(leftOut)].toSorted((a, b) => a.span.start - b.span.start);
  return { number: section.number.join("."), level: section.number.length, heading: section.heading, blocks };
}

interface Indexed {
  readonly paragraph: Paragraph;
  readonly index: number;
}

function readParagraph(article: Article, section: Section, { paragraph, index }: Indexed): SourceParagraph {
  const { kind: form, span, visible } = paragraph;
  const before = form === "list-item" ? lineBefore(article.text, span.start) : "";
  const sentences = paragraph.sentences.map((sentence, place): SourceSentence => {
    const at = { paragraph: index + 1, sentence: place + 1 };
    const reference = formatReference({
      section: section.number,
      parts: [{ kind: "sentences", from: at, to: at }],
    });
    // White space up to the next sentence belongs to none, but is shown and marked with this one.
    const end = paragraph.sentences[place + 1]?.span.start ?? sentence.span.end;
    const pieces = clip(visible, { start: sentence.span.start, end });
    const cells = form === "table" ? cellsOf(article.text, pieces) : [pieces];
    return { number: at.sentence, reference, span: sentence.span, cells };
  });
  const indent = /^\s*/u.exec(before)?.[0].length ?? 0;
  const depth = Math.min(deepest, Math.floor(indent / 2));
  return { kind: "paragraph", form, number: index + 1, span, sentences, marker: before.trim(), depth };
}

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
}

/** The parts of some spans that lie within another. */
function clip(spans: readonly Span[], { start, end }: Span): Span[] {
  return spans
    .map((span) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) }))
    .filter((span) => span.start < span.end);
}

/** Parts of a table's row, with a new cell wherever a bar stands between two of them. */
function cellsOf(text: string, pieces: readonly Span[]): Span[][] {
  const cells: Span[][] = [];
  for (const piece of pieces) {
    const cell = cells.at(-1);
    const last = cell?.at(-1);
    if (cell && last && !text.slice(last.end, piece.start).includes("|")) cell.push(piece);
    else cells.push([piece]);
  }
  return cells;
}

/** Marks of Markdown (`##`, `-`, fences) are left out as well, but hold nothing to be read. */
function isShown({ text }: Article, { span, reason }: LeftOut): boolean {
  if (reason !== "markup") return true;
  const written = text.slice(span.start, span.end);
  return /\p{L}/u.test(written) && !/^\s*(?:`{3,}|~{3,})/u.test(written);
}

function joinLeftOut(leftOut: readonly LeftOut[]): LeftOutBlock[] {
  const blocks: LeftOutBlock[] = [];
  for (const { span, reason } of leftOut) {
    const last = blocks.at(-1);
    if (last?.reason !== reason) {
      blocks.push({ kind: "left-out", reason, spans: [span], span });
      continue;
    }
    const joined = { start: last.span.start, end: span.end };
    blocks[blocks.length - 1] = { ...last, spans: [...last.spans, span], span: joined };
  }
  return blocks;
}
