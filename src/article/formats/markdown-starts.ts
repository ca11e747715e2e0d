import { type Span, trimSpan } from "../../text/span.ts";
import { isThematicBreak } from "./markdown-containers.ts";
import { closeItems } from "./markdown-elements.ts";
import { behindBreak, lineEnd, readItems } from "./markdown-line.ts";
import { bracesEnd } from "./markdown-tags.ts";
import { addParagraph, closeLeaf, type MarkdownState, openText, type OpenText } from "./markdown-state.ts";

/** A line behind the marks of its containers. */
export interface Start {
  /** From its first character that is not blank to its line break. */
  readonly line: Span;
  readonly indent: number;
  /** It may go on with the text that is open. */
  readonly goesOn: boolean;
}

type LineStart = (state: MarkdownState, start: Start) => number | undefined;

/**
 * Reads a line that begins something else than a text, and gives the offset behind what it took.
 *
 * Gives nothing for a line of text; only first characters that begin something are looked at closer.
 */
export function readStart(state: MarkdownState, start: Start): number | undefined {
  const { source } = state;
  const readers = STARTS.get(source.charAt(start.line.start));
  if (!readers) return undefined;
  for (const read of readers) {
    const end = read(state, start);
    if (end !== undefined) return end;
  }
  return undefined;
}

const HEADING = /(?<marks>#{1,6})(?:(?=[ \t\r\n]|$)|(?<=##)(?=[\p{L}\p{N}]))/uy;
const CLOSING_MARKS = /(?:^|[ \t])#+[ \t]*$/u;

/** `## Heading ##`; one without a blank behind several marks, as many write it, is taken for one too. */
const readHeading: LineStart = (state, { line }) => {
  const { source } = state;
  const marks = matchAt(HEADING, source, line.start);
  if (marks === undefined) return undefined;
  closeItems(state);
  const text = openText(state, marks.length);
  const { items, end } = readItems(state, { start: line.start + marks.length, end: line.end });
  for (const item of items) {
    if (item.kind === "text") text.parts.push(item.span);
  }
  cutClosingMarks(source, text);
  closeLeaf(state);
  return behindBreak(source, end);
};

function cutClosingMarks(source: string, { parts }: OpenText): void {
  const last = parts.findLastIndex(({ start, end }) => source.slice(start, end).trim() !== "");
  const part = parts[last];
  if (!part) return;
  const text = source.slice(part.start, part.end);
  const closing = CLOSING_MARKS.exec(text.slice(-200));
  if (closing) parts[last] = { start: part.start, end: part.end - closing[0].length };
}

const UNDERLINE = /(?:=+|-+)[ \t]*(?![^\r\n])/uy;
/** A text longer than this, or one that ends as a sentence does, is parted from what follows rather than underlined. */
const LONGEST_UNDERLINED = 200;
const ENDS_SENTENCE = /[。；;]$|^(?:\S{1,40}\s+){2}\S{1,40}\s[^]*\.$/u;

const readUnderline: LineStart = (state, { line, goesOn }) => {
  const { source, open } = state;
  const isText = goesOn && open?.kind === "text" && open.depth === undefined;
  if (!isText || matchAt(UNDERLINE, source, line.start) === undefined) return undefined;
  const mark = source.charAt(line.start);
  const [first, last] = [open.parts[0], open.parts.at(-1)];
  const text = first && last ? source.slice(first.start, last.end).trimEnd() : "";
  const isSentence =
    text.length > LONGEST_UNDERLINED || ENDS_SENTENCE.test(text) || (mark === "-" && /[\r\n]/u.test(text));
  if (isSentence) return mark === "-" ? readThematicBreak(state, { line, goesOn, indent: 0 }) : undefined;
  state.open = undefined;
  const heading = openText(state, mark === "=" ? 1 : 2);
  for (const part of open.parts) heading.parts.push(part);
  closeLeaf(state);
  return behindBreak(source, line.end);
};

const readThematicBreak: LineStart = (state, { line }) => {
  if (!isThematicBreak(state.source, line)) return undefined;
  closeLeaf(state);
  return behindBreak(state.source, line.end);
};

const FENCE = /(?:`{3,}(?=[^`\r\n]*(?![^\r\n]))|~{3,})/uy;
/** Directives in the marks of code, as MyST writes them. */
const PROSE_FENCE =
  /^[ \t]*\{?(?:admonition|attention|caution|danger|dropdown|error|hint|important|note|seealso|tip|warning|tab-set|tab-item|card|grid)\}[ \t]*(?<title>[^\r\n]*)/u;

const readFence: LineStart = (state, { line, indent }) => {
  const { source } = state;
  const mark = matchAt(FENCE, source, line.start);
  if (mark === undefined) return undefined;
  closeLeaf(state);
  const behind = line.start + mark.length;
  const prose = PROSE_FENCE.exec(source.slice(behind, line.end));
  if (prose) addTitle(state, { start: line.end - (prose.groups?.["title"]?.length ?? 0), end: line.end });
  else if (!(state.proseFences.length > 0 && behind === line.end)) {
    state.open = { kind: "fence", mark, indent, parts: [] };
    return behindBreak(source, line.end);
  }
  if (prose) state.proseFences.push(mark);
  else state.proseFences.pop();
  return behindBreak(source, line.end);
};

const CONTAINER = /:{3,}[ \t]*(?<name>\{?[\w.-]*\}?)(?:#[\w-]+)?[ \t]*(?<title>[^\r\n]{0,300})(?![^\r\n])/uy;
const TAB = /@tab(?::active)?[ \t]+(?<title>[^\r\n#]{1,300})/uy;

/** `:::tip 提示`, `:::note[Title]`, `::: {.callout}`, `:::`. */
const readMarkedBlock: LineStart = (state, { line }) => {
  const { source } = state;
  const pattern = source.charAt(line.start) === "@" ? TAB : CONTAINER;
  pattern.lastIndex = line.start;
  const match = pattern.exec(source);
  if (!match) return undefined;
  closeLeaf(state);
  addTitle(state, { start: line.end - (match.groups?.["title"]?.length ?? 0), end: line.end });
  return behindBreak(source, line.end);
};

/** Adds the title of an admonition as a paragraph; brackets around it and attributes behind it are marks. */
function addTitle(state: MarkdownState, span: Span): void {
  const { source } = state;
  const { items } = readItems(state, span);
  const text = items.find((item) => item.kind === "text" && source.slice(item.span.start, item.span.end).trim() !== "");
  if (!text) return;
  const behind = /(?:\{[^{}]{0,200}\}\s*)$/u.exec(source.slice(text.span.start, text.span.end))?.[0].length ?? 0;
  const { start, end } = trimSpan(source, { start: text.span.start, end: text.span.end - behind });
  const written = source.slice(start, end);
  if (/^:*$/u.test(written)) return;
  const isBracketed = /^\[[^\]]*\]$/u.test(written);
  addParagraph(state, isBracketed ? { start: start + 1, end: end - 1 } : { start, end });
}

const CALLOUT = /\[!(?<type>[\p{L}\p{N}_-]{1,40})\](?<fold>[+-]?)[ \t]*(?<title>[^\r\n]{0,300})(?![^\r\n])/uy;

/** `> [!NOTE]- Title` */
const readCallout: LineStart = (state, { line, goesOn }) => {
  const { source } = state;
  CALLOUT.lastIndex = line.start;
  const match = !goesOn && state.containers.at(-1)?.kind === "quote" ? CALLOUT.exec(source) : undefined;
  if (!match) return undefined;
  const { title = "", type = "" } = match.groups ?? {};
  if (title !== "") addTitle(state, { start: line.end - title.length, end: line.end });
  else if (/[^\x20-\x7e]/u.test(type))
    addParagraph(state, { start: line.start + 2, end: line.start + 2 + type.length });
  return behindBreak(source, line.end);
};

const LINK_DEFINITION =
  /\[(?!\^)(?:[^\][\\\r\n]|\\.){1,200}\]:[ \t]*(?:<[^<>\r\n]*>|(?!<)(?:[^\s()\u3000-\u9fff\uff00-\uffef]|\([^\s()\u3000-\u9fff\uff00-\uffef]*\))+)(?:[ \t]+(?:"[^"\r\n]*"|'[^'\r\n]*'|\([^()\r\n]*\)))?[ \t]*(?![^\r\n])/uy;
const ABBREVIATION = /\*\[[^^\]\r\n]{1,100}\]:[^\r\n]*/uy;
const CONTENTS_MARK = /\[(?:toc|\[_?toc_?\])\][ \t]*(?![^\r\n])/iuy;

/** The definition of a link or an abbreviation, which shows nothing where it stands. */
const readDefinition: LineStart = (state, { line, goesOn }) => {
  const { source } = state;
  if (goesOn) return undefined;
  const definition = matchAt(LINK_DEFINITION, source, line.start);
  if (definition !== undefined) state.definitions.push(definition);
  else if (matchAt(ABBREVIATION, source, line.start) === undefined) return undefined;
  closeLeaf(state);
  return behindBreak(source, line.end);
};

const readContentsMark: LineStart = (state, { line }) => {
  if (matchAt(CONTENTS_MARK, state.source, line.start) === undefined) return undefined;
  closeLeaf(state);
  state.leaves.push({ kind: "left-out", span: trimSpan(state.source, line), reason: "contents" });
  return behindBreak(state.source, line.end);
};

const IMPORT = /import\s+(?:[\w$*{][\w\s$*{},]{0,2000}\s+from\s+)?["'][^"'\r\n]{1,500}["'][ \t]*;?[ \t]*(?![^\r\n])/uy;
const EXPORT =
  /export\s+(?:default\s+(?=[\w{([<]|=>)|(?:async\s+)?function\b|class\b|(?:const|let|var)\s+[\w${[]|\*\s|\{)/uy;
/** No code between texts is longer, in code units. */
const LONGEST_CODE = 20_000;

/** `import {Anchor} from '…'` and `export const …` of MDX, which may take several lines. */
const readModuleCode: LineStart = (state, { line, indent, goesOn }) => {
  const { source } = state;
  if (goesOn || indent > 0 || state.containers.length > 0) return undefined;
  const imported = matchAt(IMPORT, source, line.start);
  if (imported === undefined && matchAt(EXPORT, source, line.start) === undefined) return undefined;
  const end = imported === undefined ? endOfCode(source, line) : line.start + imported.length;
  closeLeaf(state);
  return behindBreak(source, lineEnd(source, end));
};

/** Behind the braces, brackets and lines that belong together. */
function endOfCode(source: string, line: Span): number {
  let end = line.end;
  const until = Math.min(source.length, line.start + LONGEST_CODE);
  for (let at = line.start; at < end; at += 1) {
    if (source.charAt(at) !== "{") continue;
    const closed = bracesEnd(source, at, until);
    if (closed === undefined) return end;
    at = closed - 1;
    if (closed > end) end = lineEnd(source, closed);
  }
  // Lists and calls over several lines end where a line begins with what closes them.
  while (/[[(,=]\s*$/u.test(source.slice(Math.max(line.start, end - 40), end)) && end < until) {
    const next = lineEnd(source, behindBreak(source, end));
    if (next <= end) return end;
    end = next;
  }
  return end;
}

/** Discord's small print. */
const readSmallPrint: LineStart = (state, { line }) => {
  if (!/^-#[ \t]/u.test(state.source.slice(line.start, line.start + 3))) return undefined;
  closeLeaf(state);
  const text = trimSpan(state.source, { start: line.start + 2, end: line.end });
  addParagraph(state, text);
  return behindBreak(state.source, line.end);
};

function matchAt(pattern: RegExp, source: string, at: number): string | undefined {
  // The patterns are sticky and belong to this file alone.
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

/** What a line may begin, by its first character, in the order in which it is tried. */
const STARTS: ReadonlyMap<string, readonly LineStart[]> = new Map([
  ["#", [readHeading]],
  ["=", [readUnderline]],
  ["-", [readUnderline, readThematicBreak, readSmallPrint]],
  ["*", [readThematicBreak, readDefinition]],
  ["_", [readThematicBreak]],
  ["`", [readFence]],
  ["~", [readFence]],
  [":", [readMarkedBlock]],
  ["@", [readMarkedBlock]],
  ["[", [readCallout, readContentsMark, readDefinition]],
  ["i", [readModuleCode]],
  ["e", [readModuleCode]],
]);
