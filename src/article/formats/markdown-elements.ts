import type { Tag } from "./markdown-tags.ts";
import { findBehind } from "./look-ahead.ts";
import { elementKind } from "./markdown-names.ts";
import { closeLeaf, type MarkdownState, type OpenTable } from "./markdown-state.ts";

const VOID = /^(?:area|base|br|col|embed|frame|hr|img|input|link|meta|param|source|track|wbr)$/u;
/** What a blank line ends: authors leave these open, and an open heading would swallow the rest. */
const SHORT_LIVED = /^(?:p|h[1-6]|dt|dd|summary|caption|figcaption|legend|title|td|th|tr|option)$/u;
/** Elements nested deeper are not told apart. */
const DEEPEST = 100;

/** Opens or closes an element that is a block of its own. */
export function applyTag(state: MarkdownState, tag: Tag): void {
  const name = elementKind(tag.name) === "component" ? tag.name : tag.name.toLowerCase();
  const table = state.open?.kind === "table" && state.open.html ? state.open : undefined;
  if (table) {
    applyInTable(state, table, { ...tag, name });
    return;
  }
  closeLeaf(state);
  if (tag.closing) {
    const opened = state.elements.lastIndexOf(name);
    if (opened !== -1) state.elements.length = opened;
    return;
  }
  if (tag.selfClosing || VOID.test(name)) return;
  if (name === "table" && findBehind(state.search.look, state.source, { wanted: "</table", from: tag.span.end }) > 0) {
    state.open = { kind: "table", html: true, rows: [] };
    return;
  }
  if (state.elements.length < DEEPEST) state.elements.push(name);
}

/** Elements other than rows and cells begin a line of their own within a cell. */
function applyInTable(state: MarkdownState, table: OpenTable, { name, closing }: Tag): void {
  if (name === "table" && closing) closeLeaf(state);
  else if (name === "td" || name === "th") {
    if (!closing) lastRow(table).push([]);
  } else if (name !== "table") beginRow(table);
}

/** Begins a row or a line within one, unless nothing stands in the last. */
export function beginRow({ rows }: OpenTable): void {
  if (rows.at(-1)?.some((cell) => cell.length > 0) ?? true) rows.push([]);
}

function lastRow({ rows }: OpenTable): OpenTable["rows"][number] {
  const last = rows.at(-1);
  if (last) return last;
  const row: OpenTable["rows"][number] = [];
  rows.push(row);
  return row;
}

/** The cell that text goes into. */
export function lastCell(table: OpenTable): OpenTable["rows"][number][number] {
  const row = lastRow(table);
  const last = row.at(-1);
  if (last) return last;
  const cell: OpenTable["rows"][number][number] = [];
  row.push(cell);
  return cell;
}

/** Closes the elements that end at a blank line though their authors did not say so. */
export function closeShortLived(state: MarkdownState): void {
  if (state.elements.length > 0) state.elements = state.elements.filter((name) => !SHORT_LIVED.test(name));
}

/** A heading of Markdown's own stands in no item, whatever is left open above it. */
export function closeItems(state: MarkdownState): void {
  if (state.elements.length > 0) {
    state.elements = state.elements.filter(
      (name) => !/^(?:li|ul|ol|blockquote)$/u.test(name) && !SHORT_LIVED.test(name),
    );
  }
}
