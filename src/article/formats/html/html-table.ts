import { holds, type HtmlElement } from "./html-tree.ts";
import { textOf } from "./html-text-of.ts";
import { findAll, walk } from "./walk.ts";

export interface TableRows {
  readonly caption: string;
  readonly rows: readonly (readonly string[])[];
  /** Whether the first row names the columns. */
  readonly hasHeader: boolean;
}

/** In characters; a longer cell is text that is laid out in a table. */
const LONGEST_CELL = 600;
/** Wider spans are mistakes. */
const WIDEST = 60;
const TALLEST = 1000;
const LONG_PARAGRAPH = 80;

/** Reads a table of data; gives nothing for one that only lays out a page. */
export function readTable(table: HtmlElement): TableRows | undefined {
  const role = table.attributes["role"];
  if (role === "presentation" || role === "none") return undefined;
  const { rows, caption, isLayout } = findRows(table);
  if (isLayout || rows.every(({ cells }) => cells.length < 2)) return undefined;
  const [first] = rows;
  const hasHeader =
    first !== undefined &&
    rows.length > 1 &&
    first.cells.length > 1 &&
    (first.inHead || first.cells.every(({ name }) => name === "th"));
  return { caption: caption ? textOf(caption) : "", rows: spread(rows), hasHeader };
}

interface Row {
  readonly cells: HtmlElement[];
  readonly inHead: boolean;
}

interface FoundRows {
  readonly rows: readonly Row[];
  readonly caption: HtmlElement | undefined;
  readonly isLayout: boolean;
}

function findRows(table: HtmlElement): FoundRows {
  const rows: Row[] = [];
  let caption: HtmlElement | undefined;
  let isLayout = false;
  walk(table, {
    enter(element) {
      if (element.name === "caption") caption ??= element;
      if (element.name === "tr") rows.push({ cells: [], inHead: element.parent?.name === "thead" });
      const isCell = element.name === "td" || element.name === "th";
      if (isCell) {
        if (rows.length === 0) rows.push({ cells: [], inHead: false });
        rows.at(-1)?.cells.push(element);
        isLayout ||= element.textLength > LONGEST_CELL || holdsBlocks(element);
      }
      return !isLayout && !isCell && element.name !== "caption";
    },
  });
  return { rows, caption, isLayout };
}

/** Headings, tables within and several paragraphs of some length are laid out, not listed. */
function holdsBlocks(cell: HtmlElement): boolean {
  if (holds(cell, "table", "h1", "h2", "h3", "h4", "h5", "h6")) return true;
  return findAll(cell, ({ name, textLength }) => name === "p" && textLength > LONG_PARAGRAPH, 2).length > 1;
}

/** Repeats what reaches over several rows in each of them, and keeps columns in their places. */
function spread(rows: readonly Row[]): string[][] {
  const reaching = new Map<number, { text: string; left: number }>();
  return rows.map(({ cells }) => {
    const line: string[] = [];
    const takeReaching = (): void => {
      for (let held = reaching.get(line.length); held; held = reaching.get(line.length)) {
        const column = line.length;
        line.push(held.text);
        if (held.left <= 1) reaching.delete(column);
        else reaching.set(column, { text: held.text, left: held.left - 1 });
      }
    };
    for (const cell of cells) {
      takeReaching();
      const text = textOf(cell);
      const down = Math.min(wholeNumber(cell.attributes["rowspan"]), TALLEST);
      for (let column = 0; column < Math.min(wholeNumber(cell.attributes["colspan"]), WIDEST); column += 1) {
        if (down > 1) reaching.set(line.length, { text: column === 0 ? text : "", left: down - 1 });
        line.push(column === 0 ? text : "");
      }
    }
    takeReaching();
    return line;
  });
}

function wholeNumber(value: string | undefined): number {
  const number = Number(value ?? 1);
  return Number.isInteger(number) && number > 0 ? number : 1;
}
