import type { Span } from "../../text/span.ts";
import type { TableRow } from "./markdown-leaves.ts";
import type { LineItem, LineItems } from "./markdown-line.ts";
import { elementKind } from "./markdown-names.ts";
import { trimEnds } from "./markdown-shown.ts";
import { closeLeaf, type MarkdownState } from "./markdown-state.ts";

const DELIMITER_ROW = /\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*(?![^\r\n])/uy;

/** No code in a cell is longer, in code units. */
const LONGEST_CODE = 500;
/** How far behind a cell its bar is looked for, in code units. */
const LONGEST_GAP = 2000;

/** Tells whether a line parts a table's column names from its rows: `| --- | :-: |`. */
export function isDelimiterRow(source: string, { start, end }: Span): boolean {
  if (!/[|:-]/u.test(source.charAt(start))) return false;
  DELIMITER_ROW.lastIndex = start;
  return DELIMITER_ROW.test(source) && source.slice(start, end).includes("|");
}

/** Makes a table of the last line of the text that is open, where that has several cells or bars around it. */
export function beginTable(state: MarkdownState): boolean {
  const { source, open } = state;
  if (open?.kind !== "text") return false;
  const parts = open.parts.slice(open.lines.at(-1) ?? 0);
  if (!parts.some(({ start, end }) => source.slice(start, end).includes("|"))) return false;
  open.parts.length = open.lines.pop() ?? 0;
  closeLeaf(state);
  const items = parts.map((span): LineItem => ({ kind: "text", span }));
  const rows = splitCells(source, { items, end: parts.at(-1)?.end ?? 0 });
  state.open = { kind: "table", html: false, rows: rows.map((row) => row.map((cell) => [...cell])) };
  return true;
}

/** Parts a row at its bars; a cell with line breaks makes several lines, the further ones of that cell alone. */
export function splitCells(source: string, { items }: LineItems): TableRow[] {
  let row: Span[][] = [[]];
  const rows = [row];
  for (const item of items) {
    if (item.kind === "text") {
      for (const [index, part] of splitAtBars(source, item.span).entries()) {
        if (index > 0) row.push([]);
        if (part.start < part.end) row.at(-1)?.push(part);
      }
    } else if (item.kind === "tag" && elementKind(item.name) !== "inline" && elementKind(item.name) !== "component") {
      row = [[]];
      rows.push(row);
    } else if (item.kind !== "code")
      row.at(-1)?.push(...item.texts.filter(() => item.kind !== "tag" || item.selfClosing));
  }
  return rows;
}

function splitAtBars(source: string, span: Span): Span[] {
  const parts: Span[] = [];
  let start = span.start;
  for (let at = span.start; at < span.end; at += 1) {
    const character = source.charAt(at);
    if (character === "\\") at += 1;
    else if (character === "`") at = codeEnd(source, at, span.end) - 1;
    else if (character === "|") {
      parts.push({ start, end: at });
      start = at + 1;
    }
  }
  parts.push({ start, end: span.end });
  return parts;
}

/** Behind the code that begins at an offset, or behind its first mark where it does not end in the row. */
function codeEnd(source: string, at: number, until: number): number {
  let length = 1;
  while (source.charAt(at + length) === "`") length += 1;
  const closing = source.slice(at + length, Math.min(until, at + LONGEST_CODE)).indexOf("`".repeat(length));
  return closing === -1 ? at + length : at + length + closing + length;
}

/** A row as it is shown: what its cells show, with the bars between them; nothing for a blank one. */
export function showRow(source: string, cells: readonly (readonly Span[])[]): Span[] {
  const visible: Span[] = [];
  let before: Span | undefined;
  for (const cell of cells) {
    const parts = trimEnds(source, cell);
    const first = parts[0];
    if (!first) continue;
    const bar = before && between(source, { start: before.end, end: first.start });
    if (bar) visible.push(bar);
    for (const part of parts) visible.push(part);
    before = parts.at(-1);
  }
  return visible;
}

const BARS = /(?<![ \t])[ \t]*(?<!\\)\|(?:[ \t]*\|)*[ \t]*/u;

/** The bar between two cells, or the bars where cells between them are blank. */
function between(source: string, gap: Span): Span | undefined {
  const bars = BARS.exec(source.slice(gap.start, Math.min(gap.end, gap.start + LONGEST_GAP)));
  if (!bars) return undefined;
  const start = gap.start + bars.index;
  return { start, end: Math.min(gap.end, start + bars[0].length) };
}
