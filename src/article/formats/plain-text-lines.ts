import { type Span, trimSpan } from "../../text/span.ts";
import { columns } from "../../text/width.ts";

/** A filled line of a plain-text source. */
export interface Line {
  /** Without white space and without quote marks around it; never empty. */
  readonly span: Span;
  readonly text: string;
  /** How many columns of white space stand before it. */
  readonly indent: number;
  /** How many blank lines stand before it. */
  readonly blanks: number;
  /** A form feed stands between it and the line before. */
  readonly isPageStart: boolean;
  /** The marks of a mail's quotation (`> > `) before it. */
  readonly quote?: { readonly span: Span; readonly depth: number };
}

const LINE = /[^\r\n\u2028\u2029\f\v]+|\r\n|[\r\n\u2028\u2029\f\v]/gu;
/** Not `>5`: behind the marks stands a blank, a letter or nothing. */
const QUOTE_MARKS = /^(?:>[ \t]{0,3}){1,20}(?=[^\d=<>]|$)/u;

/** Finds the filled lines of a source and what stands around them. */
export function readLines(source: string): Line[] {
  const lines: Line[] = [];
  let [breaks, isPageStart] = [1, false];
  for (const { 0: found, index } of source.matchAll(LINE)) {
    if (/^[\r\n\u2028\u2029\f\v]/u.test(found)) {
      breaks += 1;
      isPageStart ||= found === "\f";
      continue;
    }
    const span = trimSpan(source, { start: index, end: index + found.length });
    if (span.start === span.end) continue;
    lines.push(readLine(source, index, { span, blanks: Math.max(0, breaks - 1), isPageStart }));
    [breaks, isPageStart] = [0, false];
  }
  return lines;
}

function readLine(source: string, begin: number, found: Pick<Line, "span" | "blanks" | "isPageStart">): Line {
  const { span, blanks, isPageStart } = found;
  const indent = indentOf(source.slice(begin, span.start));
  const text = source.slice(span.start, span.end);
  const marks = text.startsWith(">") ? QUOTE_MARKS.exec(text)?.[0] : undefined;
  if (marks === undefined) return { span, text, indent, blanks, isPageStart };
  const quote = {
    span: { start: span.start, end: span.start + marks.trimEnd().length },
    depth: marks.split(">").length - 1,
  };
  const content = trimSpan(source, { start: span.start + marks.length, end: span.end });
  if (content.start >= content.end) return { ...found, span: quote.span, text: "", indent, quote };
  return { ...found, span: content, text: source.slice(content.start, content.end), indent: 0, quote };
}

/** A tab counts as four columns, an ideographic space as two. */
function indentOf(space: string): number {
  if (space === "") return 0;
  return columns(space) + 3 * (space.split("\t").length - 1);
}
