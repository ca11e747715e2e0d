import { type Span, trimSpan } from "../../text/span.ts";
import { columns } from "../../text/width.ts";
import type { LeftOutReason, ParagraphKind } from "../article.ts";
import type { Labels } from "./plain-text-labels.ts";
import type { Line } from "./plain-text-lines.ts";
import { underlineRank } from "./plain-text-rulers.ts";
import { endsSentence, isListItem } from "./plain-text-shapes.ts";
import { findTables, type Table } from "./plain-text-tables.ts";
import { isVersion } from "./plain-text-versions.ts";
import { isVerse } from "./plain-text-verse.ts";
import { joinWrapped } from "./plain-text-wraps.ts";

export interface LeftOutPiece {
  readonly kind: "left-out";
  readonly span: Span;
  readonly reason: LeftOutReason;
}

/** A paragraph, or what may turn out to be a heading or the title. */
export interface TextPiece {
  readonly kind: "text";
  readonly form: ParagraphKind;
  /** Lines that follow each other; what stands between two runs of them is no content. */
  readonly runs: readonly (readonly Line[])[];
  /** The cells of a table. */
  readonly cells?: readonly Span[];
  /** Nothing else stands between the blank lines around it. */
  readonly isLone: boolean;
  /** It is the first of the lines between two blank ones. */
  readonly isOpening: boolean;
  /** How high it stands by the mark that underlines it; it is a heading then. */
  readonly underline?: number;
}

export type Piece = LeftOutPiece | TextPiece;

/** No wider line is underlined. */
const WIDEST_UNDERLINED = 100;
const LONGER_LINE = 12;

export interface Read {
  readonly lines: readonly Line[];
  /** For each line why it is no content; absent where it is. */
  readonly reasons: readonly (LeftOutReason | undefined)[];
  readonly labels: Labels;
}

/** Cuts the lines into tables, stanzas, paragraphs and what is no content. */
export function cutPieces(source: string, { lines, reasons, labels }: Read): Piece[] {
  const tables = findTables(lines, (index) => reasons[index] === undefined || reasons[index] === "markup");
  const pieces: Piece[] = [];
  let group: Line[] = [];
  const close = (): void => {
    for (const piece of cutGroup(group, labels)) pieces.push(piece);
    group = [];
  };
  let nextTable = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    const table = tables[nextTable];
    if (!line) break;
    if (table?.start === index) {
      close();
      for (const piece of tablePieces(source, lines.slice(table.start, table.end), table)) pieces.push(piece);
      nextTable += 1;
      index = table.end - 1;
      continue;
    }
    const reason = reasons[index];
    const last = group.at(-1);
    if (reason || line.blanks > 0 || line.isPageStart || last?.quote?.depth !== line.quote?.depth) close();
    if (reason) {
      pieces.push({ kind: "left-out", span: withMarks(line), reason });
      continue;
    }
    const heading = group.length === 0 ? markedHeading(line, lines[index + 1]) : [];
    if (heading.length === 0) group.push(line);
    for (const piece of heading) pieces.push(piece);
  }
  close();
  return pieces;
}

function withMarks({ span, quote }: Line): Span {
  return quote ? { start: quote.span.start, end: span.end } : span;
}

/** A heading that a mark below or before it makes one; the mark before it is no content. */
function markedHeading(line: Line, next: Line | undefined): Piece[] {
  const heading = { kind: "text", form: "prose", isLone: true, isOpening: true } as const;
  const underline = readUnderline(line, next);
  if (underline !== undefined) return [{ ...heading, runs: [[line]], underline }];
  const mark =
    next && next.blanks > 0 && line.text.length <= WIDEST_UNDERLINED ? HASHES.exec(line.text)?.[0] : undefined;
  if (mark === undefined || line.quote) return [];
  const [start, depth] = [line.span.start, mark.trimEnd().length];
  const span = { start: start + mark.length, end: line.span.end };
  const text = { ...line, span, text: line.text.slice(mark.length) };
  return [
    { kind: "left-out", span: { start, end: start + depth }, reason: "markup" },
    { ...heading, runs: [[text]], underline: depth - 1 },
  ];
}

/** As Markdown writes headings, where a line by itself bears them. */
const HASHES = /^#{1,6}[ \t]{1,4}(?=[\p{L}\p{N}])/u;

function readUnderline({ text, quote }: Line, next: Line | undefined): number | undefined {
  if (!next || next.blanks > 0 || next.isPageStart || quote || next.quote) return undefined;
  const rank = underlineRank(next.text);
  if (rank === undefined || text.length > WIDEST_UNDERLINED || !/[\p{L}\p{N}]/u.test(text)) return undefined;
  const [width, line] = [columns(text), columns(next.text)];
  // A line from edge to edge below a sentence parts paragraphs.
  if (line > width + LONGER_LINE && endsSentence(text)) return undefined;
  return line * 3 >= width ? rank : undefined;
}

function cutGroup(group: readonly Line[], labels: Labels): TextPiece[] {
  const [first] = group;
  if (!first) return [];
  const around = { isLone: group.length === 1, isOpening: true };
  if (first.quote) {
    return joinWrapped(group, labels).map((lines) => ({ kind: "text", form: "block-quote", runs: [lines], ...around }));
  }
  if (isVerse(group)) return [{ kind: "text", form: "verse", runs: [group], ...around }];
  return joinWrapped(group, labels).map((lines, index) => ({
    kind: "text",
    form: formOf(lines[0]?.text ?? ""),
    runs: [lines],
    isLone: group.length === 1,
    isOpening: index === 0,
  }));
}

function formOf(text: string): ParagraphKind {
  return isListItem(text) && !isVersion(text) ? "list-item" : "prose";
}

/** A table with the rulers above and below it, which are no content. */
function tablePieces(source: string, lines: readonly Line[], { cells }: Table): Piece[] {
  const [first, last] = [cells[0]?.start ?? 0, cells.at(-1)?.end ?? 0];
  const before = lines.map(({ span }) => trimSpan(source, { start: span.start, end: Math.min(span.end, first) }));
  const after = lines.map(({ span }) => trimSpan(source, { start: Math.max(span.start, last), end: span.end }));
  const table: Piece = { kind: "text", form: "table", runs: [lines], cells, isLone: true, isOpening: true };
  return [...markup(before), table, ...markup(after)];
}

function markup(spans: readonly Span[]): Piece[] {
  return spans.flatMap((span) => (span.start < span.end ? [{ kind: "left-out", span, reason: "markup" }] : []));
}
