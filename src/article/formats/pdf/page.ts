import { type Column, isAligned, median, readColumns } from "./columns.ts";
import type { Line } from "./lines.ts";

/** A line in its place among all lines of the document. */
export interface PlacedLine extends Line {
  /** Counted from 0. */
  readonly page: number;
  /** How far the lines of its column reach. */
  readonly columnLeft: number;
  readonly columnRight: number;
  /** It is the first of its column. */
  readonly opensColumn: boolean;
  /** A row of a table, of a list of contents, or a note at the foot of the page; else a line of text. */
  readonly kind: "text" | "row" | "contents" | "note";
}

/** A number or a sign that begins an item of a list, standing before it. */
const MARKER = /^(?:[•●○▪■◦‣·*–—-]|\(?\d{1,3}[.)、]?|\(?[a-zA-Z][.)]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳])$/u;
const CONTENTS = /(?:(?<!\.\s?)(?:\.\s?){4,}|(?<!…)…{2,}|(?<![·.])[·.]{5,})\s*(?:\d{1,4}|[ivxlc]{1,7})?$/iu;
const NOTE = /^(?:\d{1,3}\b|[*†‡§]|[①-⑳]|\[\d{1,3}\]|注[:：\d])/u;

interface PageFacts {
  readonly page: number;
  readonly bodySize: number;
}

/** Puts the lines of a page into reading order; notes at the foot of a column come last. */
export function placeLines(lines: readonly Line[], facts: PageFacts): PlacedLine[] {
  const placed = readColumns(lines).flatMap((column) => markNotes(placeColumn(column, facts), facts));
  return [...placed.filter(({ kind }) => kind !== "note"), ...placed.filter(({ kind }) => kind === "note")];
}

function placeColumn({ rows, left, right }: Column, { page }: PageFacts): PlacedLine[] {
  return rows.map((row, index) => {
    const isTable = isTableRow(rows, index);
    const text = row.map((cell) => cell.text).join(isTable ? " | " : " ");
    const first = row[0] ?? NOTHING;
    return {
      ...first,
      text,
      right: row.at(-1)?.right ?? first.right,
      font: row.every(({ font }) => font === first.font) ? first.font : "",
      page,
      columnLeft: left,
      columnRight: right,
      opensColumn: index === 0,
      kind: CONTENTS.test(text.slice(-200)) ? "contents" : isTable ? "row" : "text",
    };
  });
}

const NOTHING: Line = { text: "", left: 0, right: 0, baseline: 0, size: 1, font: "", tag: {}, isArtifact: false };

/** Cells are tagged, or stand beside each other with others above or below that begin or end at the same place. */
function isTableRow(rows: readonly (readonly Line[])[], index: number): boolean {
  const row = rows[index] ?? [];
  const others = [rows[index - 1], rows[index + 1]].filter((other) => other !== undefined);
  if (row.some(({ tag }) => tag.cell !== undefined)) return true;
  if (row.length < 2) {
    // A cell of more than one line, below its first.
    const [cell, above] = [row[0], rows[index - 1] ?? []];
    return (
      !!cell && above.length > 1 && isTableRow(rows, index - 1) && above.slice(1).some((one) => isAligned(one, cell))
    );
  }
  if (MARKER.test(row[0]?.text ?? "")) return false;
  return others.some(
    (other) => other.length > 1 && row.slice(1).some((cell) => other.slice(1).some((one) => isAligned(one, cell))),
  );
}

/** Small lines at the foot of a column, from one that begins with a note's mark. */
function markNotes(lines: readonly PlacedLine[], { bodySize }: PageFacts): PlacedLine[] {
  let from = lines.length;
  while (from > 0 && (lines[from - 1]?.size ?? bodySize) <= bodySize * 0.92 && lines[from - 1]?.kind === "text")
    from -= 1;
  const first = lines.findIndex((line, index) => index >= from && NOTE.test(line.text));
  if (first <= 0) return [...lines];
  return lines.map((line, index) => (index >= first ? { ...line, kind: "note" } : line));
}

/** The distance of lines of each size from one to the next, where it is known. */
export function lineDistances(lines: readonly PlacedLine[]): (size: number) => number {
  const distances = new Map<number, number[]>();
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before || line.opensColumn || line.page !== before.page || Math.abs(line.size - before.size) > 0.2) continue;
    const distance = line.baseline - before.baseline;
    if (distance <= 0 || distance > line.size * 4) continue;
    const size = Math.round(line.size * 2);
    const known = distances.get(size);
    if (known) known.push(distance);
    else distances.set(size, [distance]);
  }
  // A low one rather than the middle: what is wider parts paragraphs.
  const usual = new Map(
    [...distances].map(([size, all]) => [size, Math.min(lowQuarter(all), size * (all.length < 3 ? 1.3 : 2.6))]),
  );
  return (size) => usual.get(Math.round(size * 2)) ?? size * 1.3;
}

function lowQuarter(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 4)] ?? median(numbers);
}
