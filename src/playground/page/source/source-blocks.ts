import type { Article, LeftOut, LeftOutReason, Paragraph, ParagraphKind, Section } from "../../../article/article.ts";
import { allSections } from "../../../article/article.ts";
import { formatReference } from "../../../article/format-reference.ts";
import { type LandmarkRange, landmarksOf } from "../../../article/landmarks.ts";
import { shownGap } from "../../../article/shown-parts.ts";
import { once } from "../../../text/once.ts";
import type { Span } from "../../../text/span.ts";

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
  readonly cells: readonly (readonly SourcePiece[])[];
  /** Where readers of the original find it; most articles have none. */
  readonly landmarks: readonly LandmarkRange[];
}

/** A visible part, with what is shown for the gap before it. */
export interface SourcePiece extends Span {
  readonly before: "" | " " | "\n";
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
  const starts = [...sections.map(({ span }) => span.start), Number.POSITIVE_INFINITY];
  // Both are in reading order.
  let taken = 0;
  const takeBefore = (offset: number) => {
    const from = taken;
    while ((leftOut[taken]?.span.start ?? offset) < offset) taken += 1;
    return leftOut.slice(from, taken);
  };
  const before = takeBefore(starts[0] ?? 0);
  const top: SourceGroup = { number: "", level: 0, heading: undefined, blocks: joinLeftOut(before.map(leftOutBlock)) };
  const groups = sections.map((section, index) => layOut(article, section, takeBefore(starts[index + 1] ?? 0)));
  return top.blocks.length > 0 ? [top, ...groups] : groups;
}

function layOut(article: Article, section: Section, leftOut: readonly LeftOut[]): SourceGroup {
  const paragraphs = section.paragraphs.map((paragraph, index) =>
    readParagraph(article, section, { paragraph, index }),
  );
  const apart = outsideOf(section.paragraphs, leftOut);
  const blocks = [...paragraphs, ...apart.map(leftOutBlock)].toSorted((a, b) => a.span.start - b.span.start);
  const { number, heading } = section;
  return { number: number.join("."), level: number.length, heading, blocks: joinLeftOut(blocks) };
}

/** Tags and images between two sentences of a paragraph are no block of their own; both lists are in reading order. */
function outsideOf(paragraphs: readonly Paragraph[], leftOut: readonly LeftOut[]): LeftOut[] {
  let index = 0;
  return leftOut.filter(({ span }) => {
    while ((paragraphs[index]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) index += 1;
    return (paragraphs[index]?.span.start ?? Number.POSITIVE_INFINITY) >= span.start;
  });
}

interface Indexed {
  readonly paragraph: Paragraph;
  readonly index: number;
}

function readParagraph(article: Article, section: Section, { paragraph, index }: Indexed): SourceParagraph {
  const { kind: form, span } = paragraph;
  const before = form === "list-item" ? lineBefore(article.text, span.start) : "";
  const indent = /^\s*/u.exec(before)?.[0].length ?? 0;
  const depth = Math.min(deepest, Math.floor(indent / 2));
  // Of a long article most is never drawn.
  const sentences = once(() => readSentences(article, section, { paragraph, index }));
  return {
    kind: "paragraph",
    form,
    number: index + 1,
    span,
    get sentences() {
      return sentences();
    },
    marker: before.trim(),
    depth,
  };
}

function readSentences(article: Article, section: Section, { paragraph, index }: Indexed): SourceSentence[] {
  const { kind: form, visible } = paragraph;
  const parts = visible.map((part, place): SourcePiece => {
    const last = visible[place - 1];
    return { ...part, before: last ? shownGap(article.text, form, { before: last, part }) : "" };
  });
  return paragraph.sentences.map((sentence, place): SourceSentence => {
    const at = { paragraph: index + 1, sentence: place + 1 };
    const reference = formatReference({
      section: section.number,
      parts: [{ kind: "sentences", from: at, to: at }],
    });
    // White space up to the next sentence belongs to none, but is shown and marked with this one.
    const end = paragraph.sentences[place + 1]?.span.start ?? sentence.span.end;
    const pieces = clip(parts, { start: sentence.span.start, end });
    const cells = form === "table" ? cellsOf(article.text, pieces) : [pieces];
    const landmarks = landmarksOf(article, sentence.span);
    return { number: at.sentence, reference, span: sentence.span, cells, landmarks };
  });
}

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
}

/** What of some pieces lies within a span. */
function clip(pieces: readonly SourcePiece[], { start, end }: Span): SourcePiece[] {
  return pieces
    .map((piece) => ({
      start: Math.max(piece.start, start),
      end: Math.min(piece.end, end),
      before: piece.start >= start ? piece.before : ("" as const),
    }))
    .filter((piece) => piece.start < piece.end);
}

/** Parts of a table's row, with a new cell behind every bar, whether it can be seen or not. */
function cellsOf(text: string, pieces: readonly SourcePiece[]): SourcePiece[][] {
  const cells: SourcePiece[][] = [[]];
  for (const [place, piece] of pieces.entries()) {
    const last = pieces[place - 1];
    if (last && BAR.test(text.slice(last.end, piece.start))) cells.push([]);
    for (const [index, part] of cutAtBars(text, piece).entries()) {
      if (index > 0) cells.push([]);
      if (part.start < part.end) cells.at(-1)?.push(part);
    }
  }
  return cells.filter(({ length }) => length > 0);
}

const BAR = /(?<!\\)\|/u;

/** What stands between bars, without the blanks around them. */
function cutAtBars(text: string, piece: SourcePiece): SourcePiece[] {
  const parts: SourcePiece[] = [];
  let { start } = piece;
  for (const { index, 0: bar } of text.slice(piece.start, piece.end).matchAll(/(?<![\\ \t])[ \t]*\|[ \t]*/gu)) {
    parts.push({ ...piece, start, end: piece.start + index });
    start = piece.start + index + bar.length;
  }
  return [...parts, { ...piece, start }];
}

/** Marks of Markdown (`##`, `-`, fences) and the times of subtitles are left out as well, but hold nothing to be read. */
function isShown({ text }: Article, { span, reason }: LeftOut): boolean {
  if (reason === "cue") return false;
  if (reason !== "markup") return true;
  const written = text.slice(span.start, span.end);
  return /\p{L}/u.test(written) && !/^\s*(?:`{3,}|~{3,})/u.test(written);
}

function leftOutBlock({ span, reason }: LeftOut): LeftOutBlock {
  return { kind: "left-out", reason, spans: [span], span };
}

/** Makes one of what stands next to each other and is left out for the same reason. */
function joinLeftOut(blocks: readonly SourceBlock[]): SourceBlock[] {
  const joined: SourceBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === "paragraph" || last?.kind !== "left-out" || last.reason !== block.reason) {
      joined.push(block);
      continue;
    }
    const span = { start: last.span.start, end: block.span.end };
    joined[joined.length - 1] = { ...last, spans: [...last.spans, ...block.spans], span };
  }
  return joined;
}
