import { columns } from "../../../text/width.ts";
import type { DocxCell, DocxItem, DocxTable } from "./read-items.ts";

/** In characters: a longer cell is text that is laid out in a table. */
const LONGEST_CELL = 600;

/** Whether a table lays out text: a single column, a table within, or much text in a cell. */
export function isLayout({ rows }: DocxTable): boolean {
  return rows.every(({ cells }) => cells.length < 2) || rows.some(({ cells }) => cells.some(isWide));
}

function isWide({ items }: DocxCell): boolean {
  return items.some(({ kind }) => kind === "table") || lengthOf(items) > LONGEST_CELL;
}

function textOf(items: readonly DocxItem[]): string {
  return items
    .map((item) =>
      item.kind === "paragraph"
        ? item.text
        : item.rows.map(({ cells }) => cells.map((cell) => textOf(cell.items)).join(" ")).join(" "),
    )
    .join(" ");
}

function lengthOf(items: readonly DocxItem[]): number {
  return items.reduce((sum, item) => sum + (item.kind === "paragraph" ? item.text.length : 0), 0);
}

/** A cell that goes on with the one above says the same. */
export function tableRows(rows: readonly (readonly DocxCell[])[]): string[][] {
  let above: string[] = [];
  return rows.map((cells) => {
    const line: string[] = [];
    for (const { items, span, isMerged } of cells) {
      line.push(isMerged ? (above[line.length] ?? "") : textOf(items));
      for (let column = 1; column < span; column += 1) line.push("");
    }
    above = line;
    return line;
  });
}

/** Marked as one, or with a short name above every column while cells below hold other things. */
export function hasHeader([first, ...others]: DocxTable["rows"]): boolean {
  if (!first || others.length === 0) return false;
  if (first.isHeader) return true;
  const names = first.cells.map(({ items }) => textOf(items).trim());
  return names.length > 1 && names.every((name) => name !== "" && columns(name) <= 24 && !/\d{2}|[。！？]/u.test(name));
}
