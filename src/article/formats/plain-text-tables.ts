import type { Span } from "../../text/span.ts";
import { columns } from "../../text/width.ts";
import type { Line } from "./plain-text-lines.ts";

/** Lines from `start` up to, not including, `end`. */
export interface Table {
  readonly start: number;
  readonly end: number;
  /** The cells of the rows in reading order; rulers have none. */
  readonly cells: readonly Span[];
}

const BAR_RULER = /^[-=─═+|:│┃║┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝\s]{3,}$/u;
const BAR = /[|+│┃║┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝]/u;
const BAR_ROW = /^[|│┃║].*[|│┃║]$/u;
const INNER_BAR = /\S\s[|│]\s\S/u;
const BAR_CELL = /[^|│┃║]+/gu;
const SPACE_RULER = /^[-=─═]{2,}(?:\s+[-=─═]{2,})+$/u;
/** A wide gap parts cells, except behind the end of a sentence, where typists leave two blanks. */
const GAP = /[ \u00a0]{0,40}\t[ \t]{0,40}|(?<!\s)(?:(?<![.!?:。]) {2,}| {3,}|\u3000{2,})/gu;
const LONGEST_ROW = 400;
const LEAST_ROWS = 3;
/** So many of a table's lines have a cell that begins or ends in the same column. */
const LEAST_ALIGNED = 0.65;

type LineKind = "bars" | "spaces" | "none";

interface Row {
  readonly kind: LineKind;
  readonly isRuler: boolean;
  readonly cells: readonly Span[];
}

/** Finds tables that are drawn with bars, and those whose columns only blanks part. */
export function findTables(lines: readonly Line[], isKept: (index: number) => boolean): Table[] {
  const tables: Table[] = [];
  let rows: Row[] = [];
  const close = (end: number): void => {
    const table = rows.length > 1 ? makeTable(lines, rows, end) : undefined;
    if (table) tables.push(table);
    rows = [];
  };
  for (const [index, line] of lines.entries()) {
    const row = isKept(index) && !line.quote ? readRow(line) : undefined;
    const goesOn = rows.length > 0 && line.blanks === 0 && row?.kind === rows[0]?.kind;
    if (!goesOn) close(index);
    if (row && row.kind !== "none") rows.push(row);
  }
  close(lines.length);
  return tables;
}

function readRow({ text, span }: Line): Row | undefined {
  if (text.length > LONGEST_ROW) return undefined;
  if (BAR_RULER.test(text) && BAR.test(text)) return { kind: "bars", isRuler: true, cells: [] };
  if (BAR_ROW.test(text) || INNER_BAR.test(text)) {
    return { kind: "bars", isRuler: false, cells: cellsBetween(text, span.start, BAR_CELL) };
  }
  if (SPACE_RULER.test(text)) return { kind: "spaces", isRuler: true, cells: [] };
  if (!/\s\s|\t/u.test(text)) return undefined;
  const cells = cellsAround(text, span.start);
  return cells.length > 1 ? { kind: "spaces", isRuler: false, cells } : undefined;
}

function cellsBetween(text: string, start: number, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: cell, index }) => {
    const begin = start + index + (cell.length - cell.trimStart().length);
    const end = begin + cell.trim().length;
    return end > begin ? [{ start: begin, end }] : [];
  });
}

function cellsAround(text: string, start: number): Span[] {
  const cells: Span[] = [];
  let from = 0;
  for (const { 0: gap, index } of text.matchAll(GAP)) {
    if (index > from) cells.push({ start: start + from, end: start + index });
    from = index + gap.length;
  }
  if (from < text.length) cells.push({ start: start + from, end: start + text.length });
  return cells;
}

function makeTable(lines: readonly Line[], rows: readonly Row[], end: number): Table | undefined {
  const filled = rows.filter(({ isRuler }) => !isRuler);
  const start = end - rows.length;
  const table = { start, end, cells: filled.flatMap(({ cells }) => cells) };
  const hasRuler = filled.length < rows.length;
  if (table.cells.length === 0) return undefined;
  if (rows[0]?.kind === "bars") {
    const isDrawn = hasRuler || lines.slice(start, end).every(({ text }) => BAR_ROW.test(text));
    return isDrawn ? table : undefined;
  }
  const isWide = filled.every(({ cells }) => cells.length > 2);
  const least = hasRuler || isWide ? LEAST_ROWS - 1 : LEAST_ROWS;
  return filled.length >= least && isAligned(lines.slice(start, end), rows) ? table : undefined;
}

/** Cells stand below each other: they begin or end in the same column, or tabs part equally many. */
function isAligned(lines: readonly Line[], rows: readonly Row[]): boolean {
  const pairs = rows.flatMap((row, index) => {
    const line = lines[index];
    return line && !row.isRuler ? [{ row, line }] : [];
  });
  const counts = new Set(pairs.map(({ row }) => row.cells.length));
  if (counts.size === 1 && pairs.every(({ line }) => line.text.includes("\t"))) return true;
  const at = ({ line }: (typeof pairs)[number], offset: number | undefined): number =>
    line.indent + columns(line.text.slice(0, (offset ?? 0) - line.span.start));
  const starts = pairs.map((pair) => at(pair, pair.row.cells[1]?.start));
  const ends = pairs.map((pair) => at(pair, pair.row.cells.at(-1)?.end));
  return Math.max(mostAlike(starts), mostAlike(ends)) >= pairs.length * LEAST_ALIGNED;
}

function mostAlike(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts.values()].reduce((most, count) => Math.max(most, count), 0);
}
