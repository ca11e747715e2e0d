import type { Span } from "../../text/span.ts";
import { type Cursor, moveOn, skipBlanks } from "./markdown-cursor.ts";
import { addParagraph, closeLeaf, type Container, type MarkdownState } from "./markdown-state.ts";

/** Quotes and lists nested deeper than this are not told apart. */
const DEEPEST_NESTING = 20;
/** So far an indent counts more than as white space; further in, only what is indented as well is code. */
const CODE_INDENT = 4;

export interface Matched {
  /** How many of the open containers hold the line. */
  readonly count: number;
  readonly cursor: Cursor;
}

/** Finds the containers that go on in a line, and where its text begins behind their marks and indents. */
export function matchContainers(state: MarkdownState, line: Span): Matched {
  const { source, containers } = state;
  let cursor: Cursor = { at: line.start, column: 0 };
  for (const [count, container] of containers.entries()) {
    const first = skipBlanks(source, cursor);
    const isBlank = first.at >= line.end;
    const indent = first.column - cursor.column;
    if (container.kind === "quote") {
      if (isBlank || indent >= CODE_INDENT || source.charAt(first.at) !== ">") return { count, cursor };
      cursor = skipBlanks(source, moveOn(first, 1), 1);
    } else if (isBlank) {
      if (!container.begun && container.kind === "item") return { count, cursor };
      cursor = first;
    } else {
      const width = container.begun ? container.width : narrower(container, indent);
      if (indent < width) return { count, cursor };
      state.containers[count] = { ...container, width, begun: true };
      cursor = skipBlanks(source, cursor, width);
    }
  }
  return { count: containers.length, cursor };
}

/** An admonition is indented as its first line is, by two columns at least. */
function narrower({ kind, width }: Container, indent: number): number {
  return kind === "admonition" && indent >= 2 ? Math.min(width, indent) : width;
}

/** Whether an indent makes no code here, since elements and components are indented as their authors please. */
export function isFreelyIndented({ mdx, elements }: MarkdownState): boolean {
  return mdx || elements.length > 0;
}

interface Opened {
  readonly container: Container;
  readonly cursor: Cursor;
  /** A title that stands in the mark. */
  readonly title?: Span | undefined;
}

/**
 * Opens the containers that begin in a line, and gives the place behind their marks.
 *
 * @param goesOn the line may go on with the text that is open: then not everything may interrupt it.
 */
export function openContainers(state: MarkdownState, line: { from: Cursor; end: number }, goesOn: boolean): Cursor {
  const { source } = state;
  let cursor = line.from;
  for (let inText = goesOn; ; inText = false) {
    const first = skipBlanks(source, cursor);
    const isIndented = first.column - cursor.column >= CODE_INDENT && !isFreelyIndented(state);
    if (first.at >= line.end || isIndented || isThematicBreak(source, { start: first.at, end: line.end }))
      return cursor;
    const opened = readContainer(state, { cursor, first, end: line.end }, inText);
    if (!opened) return cursor;
    closeLeaf(state);
    if (state.containers.length < DEEPEST_NESTING) state.containers.push(opened.container);
    if (opened.title) addParagraph(state, opened.title);
    cursor = opened.cursor;
  }
}

const THEMATIC_BREAK = /(?<mark>[-*_])(?:[ \t]*\k<mark>){2,}[ \t]*(?![^\r\n])/uy;

/** Three stars, dashes or low lines, with nothing else. */
export function isThematicBreak(source: string, { start }: Span): boolean {
  THEMATIC_BREAK.lastIndex = start;
  return THEMATIC_BREAK.test(source);
}

interface Place {
  readonly cursor: Cursor;
  /** The first character that is not blank. */
  readonly first: Cursor;
  readonly end: number;
}

const ITEM = /(?:[-*+](?=[ \t\r\n]|$)|[•●○■□▪‣◦](?=[ \t])|(?<number>\d{1,9})[.)](?=[ \t\r\n]|$))/uy;
const FOOTNOTE = /\[\^[^\]\s[]{1,100}\]:/uy;
const DEFINITION = /[:~](?=[ \t]+[^ \t\r\n])/uy;
const ADMONITION =
  /(?:!!!|\?\?\?\+?)(?:[ \t]+(?<type>[^\s"]{1,60}(?:[ \t]+[^\s"]{1,60}){0,5}))?(?:[ \t]+"(?<title>[^"\r\n]{0,300})")?[ \t]*(?![^\r\n])/uy;
const TAB = /===[+!]?[ \t]+"(?<title>[^"\r\n]{1,300})"[ \t]*(?![^\r\n])/uy;
const DIRECTIVE =
  /\.\. (?:note|warning|tip|important|caution|danger|hint|attention|error|seealso|admonition|versionadded|versionchanged|deprecated)::[ \t]*(?<title>[^\r\n]{0,300})/uy;

function readContainer(state: MarkdownState, place: Place, inText: boolean): Opened | undefined {
  const { source } = state;
  const { first } = place;
  switch (source.charAt(first.at)) {
    case ">":
      return { container: open("quote", 0, true), cursor: skipBlanks(source, moveOn(first, 1), 1) };
    case "[":
      return readFootnote(source, first);
    case ":":
    case "~":
      return readDefinition(state, place);
    case "!":
    case "?":
      return readAdmonition(source, place, ADMONITION);
    case "=":
      return readAdmonition(source, place, TAB);
    case ".":
      return readAdmonition(source, place, DIRECTIVE);
    default:
      return readItem(source, place, inText);
  }
}

function open(kind: Container["kind"], width: number, begun: boolean): Container {
  return { kind, width, begun };
}

function readItem(source: string, { cursor, first, end }: Place, inText: boolean): Opened | undefined {
  ITEM.lastIndex = first.at;
  const mark = ITEM.exec(source);
  if (!mark) return undefined;
  const behind = moveOn(first, mark[0].length);
  const text = skipBlanks(source, behind);
  const isEmpty = text.at >= end;
  if (inText && (isEmpty || Number(mark.groups?.["number"] ?? 1) !== 1)) return undefined;
  const isFar = text.column - behind.column > CODE_INDENT;
  const content = isEmpty || isFar ? skipBlanks(source, behind, 1) : text;
  const column = isEmpty ? behind.column + 1 : content.column;
  const item = open("item", column - cursor.column, !isEmpty);
  return { container: item, cursor: isEmpty ? content : skipTask(source, content) };
}

function skipTask(source: string, cursor: Cursor): Cursor {
  return /^\[[ xX]\][ \t]/u.test(source.slice(cursor.at, cursor.at + 4))
    ? skipBlanks(source, moveOn(cursor, 3))
    : cursor;
}

function readFootnote(source: string, first: Cursor): Opened | undefined {
  FOOTNOTE.lastIndex = first.at;
  const mark = FOOTNOTE.exec(source)?.[0];
  if (mark === undefined) return undefined;
  const cursor = skipBlanks(source, moveOn(first, mark.length));
  return { container: open("footnote", CODE_INDENT, true), cursor };
}

/** The definition of the term above. */
function readDefinition(state: MarkdownState, { cursor, first }: Place): Opened | undefined {
  const { source, leaves } = state;
  DEFINITION.lastIndex = first.at;
  if (!DEFINITION.test(source)) return undefined;
  const before = leaves.at(-1);
  const hasTerm = state.open
    ? state.open.kind === "text" && state.open.depth === undefined
    : before?.kind === "text" && before.depth === undefined;
  if (!hasTerm) return undefined;
  const text = skipBlanks(source, moveOn(first, 1));
  return { container: open("definition", text.column - cursor.column, true), cursor: text };
}

/** A type that is a word of another language is the title: `!!! 注意`. */
function readAdmonition(source: string, { first, end }: Place, pattern: RegExp): Opened | undefined {
  pattern.lastIndex = first.at;
  const match = pattern.exec(source);
  if (!match) return undefined;
  const { type = "", title } = match.groups ?? {};
  const shown = title ?? (/[^\x20-\x7e]/u.test(type) ? type : "");
  const start = first.at + match[0].lastIndexOf(shown);
  return {
    container: open("admonition", pattern === DIRECTIVE ? 3 : CODE_INDENT, false),
    cursor: { at: end, column: first.column },
    title: shown === "" ? undefined : { start, end: start + shown.length },
  };
}
