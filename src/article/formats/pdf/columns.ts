import { columns } from "../../../text/width.ts";
import type { Line } from "./lines.ts";

/** Lines that stand above each other in one column of a page, from its top to its bottom. */
export interface Column {
  readonly left: number;
  readonly right: number;
  /** Those on one height together: cells of a table, or a number before its item. */
  readonly rows: readonly (readonly Line[])[];
}

/** Fewer lines make no column, nor do shorter ones (in columns of characters): these are cells of a table. */
const FEWEST_LINES = 4;
const SHORTEST_LINE = 18;
const DEEPEST = 4;

/**
 * Puts the lines of a page into the order in which they are read: the left column before the right one, and what
 * stands over both (a title, a wide table) between those above and below it.
 */
export function readColumns(lines: readonly Line[]): Column[] {
  return cutAtGutter(lines, 0);
}

function cutAtGutter(lines: readonly Line[], depth: number): Column[] {
  if (lines.length === 0) return [];
  const cells = tableCells(lines);
  const gutter =
    depth < DEEPEST
      ? findGutter(
          lines.filter((line) => !cells.has(line)),
          depth,
        )
      : undefined;
  if (gutter === undefined) return [{ ...bounds(lines), rows: joinRows(lines) }];
  const found: Column[] = [];
  let [left, right]: [Line[], Line[]] = [[], []];
  let over: Line[] = [];
  const closeSides = (): void => {
    for (const side of [left, right]) for (const column of cutAtGutter(side, depth + 1)) found.push(column);
    [left, right] = [[], []];
  };
  const closeOver = (): void => {
    if (over.length > 0) found.push({ ...bounds(over), rows: joinRows(over) });
    over = [];
  };
  for (const line of lines) {
    const isOver = cells.has(line) || (line.left < gutter && line.right > gutter);
    if (isOver) closeSides();
    else closeOver();
    if (isOver) over.push(line);
    else if (line.right <= gutter) left.push(line);
    else right.push(line);
  }
  closeSides();
  closeOver();
  return found;
}

/** Three or more short texts beside each other are a table's row, which may stand over columns of text. */
function tableCells(lines: readonly Line[]): ReadonlySet<Line> {
  const rows = joinRows(lines);

  const cells = rows.filter(
    (row, index) => isShortRow(row) && (goesWith(row, rows[index - 1]) || goesWith(row, rows[index + 1])),
  );
  return new Set(cells.flat());
}

/** Words of one line that is spread over its column stand above no others. */
function goesWith(row: readonly Line[], other: readonly Line[] = []): boolean {
  return isShortRow(other) && row.slice(1).some((cell) => other.slice(1).some((one) => isAligned(one, cell)));
}

function isShortRow(row: readonly Line[]): boolean {
  return row.length > 2 && row.every(({ text }) => columns(text) < SHORTEST_LINE);
}

/** Where the fewest lines are crossed, with enough long ones on both sides. */
function findGutter(lines: readonly Line[], depth: number): number | undefined {
  if (lines.length < FEWEST_LINES * 2) return undefined;
  const { left, right } = bounds(lines);
  const [from, to] = [left + (right - left) * 0.12, right - (right - left) * 0.12];
  const ends = lines
    .flatMap((line) => [
      { at: line.left, step: 1 },
      { at: line.right, step: -1 },
    ])
    .toSorted((a, b) => a.at - b.at || a.step - b.step);
  let [crossed, least, widest, gutter] = [0, Number.POSITIVE_INFINITY, 0, 0];
  for (const [index, { at, step }] of ends.entries()) {
    crossed += step;
    const next = ends[index + 1]?.at ?? at;
    const [start, end] = [Math.max(at, from), Math.min(next, to)];
    if (end <= start || crossed > least || (crossed === least && end - start <= widest)) continue;
    [least, widest, gutter] = [crossed, end - start, (start + end) / 2];
  }
  const before = lines.filter((line) => line.right <= gutter);
  const behind = lines.filter((line) => line.left >= gutter);
  const fewer = Math.min(before.length, behind.length);
  const clear = fewer >= FEWEST_LINES && least <= fewer * 0.4 && widest >= 0.5 * (lines[0]?.size ?? 10);
  return clear && isText(before, depth) && isText(behind, depth) ? gutter : undefined;
}

/** Lines of running text are long and fill their column; cells of a table are neither. */
function isText(lines: readonly Line[], depth: number): boolean {
  const { left, right } = bounds(lines);
  const long = lines.filter(({ text }) => columns(text) >= SHORTEST_LINE);
  if (long.length < FEWEST_LINES || countLetters(long) < countLetters(lines) * 0.7) return false;
  const fills = median(long.map((line) => line.right - line.left)) >= (right - left) * 0.6;
  return fills || (depth + 1 < DEEPEST && findGutter(lines, depth + 1) !== undefined);
}

function countLetters(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

/** Tells whether two lines begin, end or have their middle at the same place. */
export function isAligned(one: Line, other: Line): boolean {
  const near = 0.6 * one.size;

  return [one.left - other.left, one.right - other.right, (one.left + one.right - other.left - other.right) / 2].some(
    (gap) => Math.abs(gap) < near,
  );
}

/** The middle of some numbers, or 0. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function bounds(lines: readonly Line[]): { readonly left: number; readonly right: number } {
  return {
    left: lines.reduce((left, line) => Math.min(left, line.left), Number.POSITIVE_INFINITY),
    right: lines.reduce((right, line) => Math.max(right, line.right), Number.NEGATIVE_INFINITY),
  };
}

function joinRows(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  let last: Line | undefined;
  for (const line of lines.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const sameRow = last && line.baseline - last.baseline <= 0.42 * Math.min(line.size, last.size);
    if (sameRow) rows.at(-1)?.push(line);
    else rows.push([line]);
    if (!sameRow) last = line;
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left));
}
