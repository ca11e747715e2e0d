import { isFreelyIndented, matchContainers, openContainers } from "./markdown-containers.ts";
import { type Cursor, skipBlanks } from "./markdown-cursor.ts";
import { closeShortLived } from "./markdown-elements.ts";
import type { Leaf } from "./markdown-leaves.ts";
import { addLine, behindBreak, lineEnd, readItems } from "./markdown-line.ts";
import { readStart } from "./markdown-starts.ts";
import { beginMarkdown, closeLeaf, type MarkdownState, type OpenFence } from "./markdown-state.ts";
import { beginTable, isDelimiterRow, splitCells } from "./markdown-tables.ts";

export interface MarkdownLeaves {
  readonly leaves: readonly Leaf[];
  /** The definitions of links, as they stand. */
  readonly definitions: readonly string[];
}

export interface ReaderOptions {
  /** Where to begin: behind the front matter. */
  readonly from: number;
  readonly mdx: boolean;
}

/**
 * Reads a source line by line into pieces whose inline marks are still to be read.
 *
 * Each line is looked at once and nothing is held but what is open, so that time and memory are linear for every
 * shape of input.
 */
export function readMarkdown(source: string, { from, mdx }: ReaderOptions): MarkdownLeaves {
  const state = beginMarkdown(source, mdx);
  for (let at = from; at < source.length;) at = readLine(state, at);
  closeLeaf(state, true);
  return { leaves: state.leaves, definitions: state.definitions };
}

const CODE_INDENT = 4;

/** Reads the line at an offset and those that belong to it; gives the offset behind them. */
function readLine(state: MarkdownState, start: number): number {
  const { source } = state;
  const line = { start: behindOrderMarks(source, start), end: lineEnd(source, start) };
  const next = behindBreak(source, line.end);
  const { count, cursor } = matchContainers(state, line);
  const isMatched = count === state.containers.length;
  const isBlank = skipBlanks(source, cursor).at >= line.end;
  if (isMatched && state.open?.kind === "fence") {
    readFenced(state.open, state, { cursor, end: line.end, next });
    return next;
  }
  if (isBlank) {
    readBlank(state, { start: cursor.at, next, count });
    return next;
  }
  const isText = state.open?.kind === "text" && state.open.depth === undefined;
  if (!isMatched) {
    if (isText && isLazy(state, { cursor, end: line.end }))
      return readText(state, { cursor, end: line.end, goesOn: true });
    closeLeaf(state);
    state.containers.length = count;
  }
  const goesOn = isMatched && isText;
  const inHtmlTable = state.open?.kind === "table" && state.open.html;
  const behind = inHtmlTable ? cursor : openContainers(state, { from: cursor, end: line.end }, goesOn);
  const end = readText(state, { cursor: behind, end: line.end, goesOn: goesOn && state.open?.kind === "text" });
  state.afterBlank = false;
  return end;
}

/** Byte order marks stand where files were joined; they are no part of a line. */
function behindOrderMarks(source: string, start: number): number {
  let at = start;
  while (source.charCodeAt(at) === 0xfeff) at += 1;
  return at;
}

/** A line that its containers do not hold goes on with their text where it begins nothing of its own. */
function isLazy(state: MarkdownState, { cursor, end }: { cursor: Cursor; end: number }): boolean {
  const { source } = state;
  const first = skipBlanks(source, cursor);
  if (first.column - cursor.column >= CODE_INDENT && !isFreelyIndented(state)) return true;
  const text = source.slice(first.at, Math.min(end, first.at + 12));
  return !BEGINS.test(text);
}

/** What a line begins that is none of the text above it. */
const BEGINS =
  /^(?:#{1,6}(?:[ \t]|$)|#{2,6}[\p{L}\p{N}]|`{3}|~{3}|[>|]|[-*+•●○■□▪‣◦](?:[ \t]|$)|\d{1,9}[.)][ \t]|:{3}|[:~][ \t]|!!!|\?\?\?|===|\.\. |\[\^[^\]]+\]:|-{3}|\*{3}|_{3}|<\/?[A-Za-z])/u;

interface Blank {
  readonly start: number;
  readonly next: number;
  /** How many containers go on. */
  readonly count: number;
}

function readBlank(state: MarkdownState, { start, next, count }: Blank): void {
  const { open } = state;
  if (open?.kind === "indented" && count === state.containers.length) {
    open.blank.push({ start, end: next });
    return;
  }
  if (!(open?.kind === "table" && open.html)) closeLeaf(state, true);
  state.containers.length = count;
  state.afterBlank = true;
  closeShortLived(state);
}

interface FencedLine {
  readonly cursor: Cursor;
  readonly end: number;
  readonly next: number;
}

function readFenced(fence: OpenFence, state: MarkdownState, { cursor, end, next }: FencedLine): void {
  const { source } = state;
  const first = skipBlanks(source, cursor);
  const text = source.slice(first.at, Math.min(end, first.at + fence.mark.length + 200)).trimEnd();
  const isClosing = text.length >= fence.mark.length && text === fence.mark.charAt(0).repeat(text.length);
  if (isClosing) {
    closeLeaf(state);
    return;
  }
  const content = skipBlanks(source, cursor, fence.indent);
  if (content.at < next) fence.parts.push({ start: content.at, end: next });
}

interface TextLine {
  readonly cursor: Cursor;
  readonly end: number;
  readonly goesOn: boolean;
}

/** Reads a line behind the marks of its containers. */
function readText(state: MarkdownState, { cursor, end, goesOn }: TextLine): number {
  const { source } = state;
  const first = skipBlanks(source, cursor);
  if (first.at >= end) return behindBreak(source, end);
  const indent = first.column - cursor.column;
  const line = { start: first.at, end };
  const inHtmlTable = state.open?.kind === "table" && state.open.html;
  if (!inHtmlTable) {
    const isIndented = indent >= CODE_INDENT && !isFreelyIndented(state);
    if (isIndented && !goesOn) return readIndented(state, cursor, end);
    if (state.open?.kind === "indented") closeLeaf(state);
    const started = isIndented ? undefined : readStart(state, { line, indent, goesOn });
    if (started !== undefined) return started;
    if (goesOn && isDelimiterRow(source, line) && beginTable(state)) return behindBreak(source, end);
  }
  if (state.open?.kind === "table" && !state.open.html) {
    const row = readItems(state, line, { ...state.search, spoilers: false });
    for (const cells of splitCells(source, row)) state.open.rows.push(cells.map((cell) => [...cell]));
    return behindBreak(source, row.end);
  }
  if (goesOn && beginsItem(source, line.start)) closeLeaf(state);
  const items = readItems(state, line);
  addLine(state, items);
  return behindBreak(source, items.end);
}

/** A line within a text that counts on: `（二）…`, `二、…`, `第七条 …`, `②…`. */
const COUNTED =
  /^(?:[（(](?:[〇零一二三四五六七八九十百]{1,5}|\d{1,2})[）)]|[〇零一二三四五六七八九十百]{1,5}、|第[〇零一二三四五六七八九十百\d]{1,6}[条條章节節编編][\s\u3000]|[①-⑳])/u;

function beginsItem(source: string, at: number): boolean {
  return COUNTED.test(source.slice(at, at + 10));
}

function readIndented(state: MarkdownState, cursor: Cursor, end: number): number {
  const { source } = state;
  if (state.open?.kind !== "indented") {
    closeLeaf(state);
    state.open = { kind: "indented", parts: [], blank: [] };
  }
  const code = state.open;
  for (const blank of code.blank) code.parts.push(blank);
  code.blank = [];
  const next = behindBreak(source, end);
  code.parts.push({ start: skipBlanks(source, cursor, CODE_INDENT).at, end: next });
  return next;
}
