import { type Span, trimSpan } from "../../text/span.ts";
import type { Article, Paragraph } from "../article.ts";

/** The line below a header: `| --- | :-: |`, `+-----+`, `=====`. */
const DELIMITER = /^[|+:=\s>-]{1,600}$/u;
const LONGEST_LINE = 600;

/** Elements before the first of a row's cells. */
const HEADER_CELL = /<th(?:\s[^<>]{0,200})?>(?:\s|<[a-z][^<>]{0,100}>){0,10}$/iu;

/** Finds the row of column names of a table: the first, where a line of dashes follows it or HTML says so. */
export function findHeader({ text }: Article, { kind, sentences, span }: Paragraph): Span | undefined {
  const first = sentences[0]?.span;
  if (kind !== "table" || !first) return undefined;
  const start = first.start;
  if (HEADER_CELL.test(text.slice(Math.max(0, start - LONGEST_LINE), start)))
    return sentences.length > 1 ? first : undefined;
  const end = lineEnd(text, start);
  if (end - start > LONGEST_LINE) return undefined;
  const below = behindBreak(text, end);
  if (below >= span.end && below > lineEnd(text, span.end)) return undefined;
  const line = text.slice(below, Math.min(lineEnd(text, below), below + LONGEST_LINE));
  if (!DELIMITER.test(line) || !/[-=]/u.test(line)) return undefined;
  const header = withoutBar(text, { start, end: Math.min(end, Math.max(first.end, start)) });
  return /[\p{L}\p{N}]/u.test(text.slice(header.start, header.end)) ? header : undefined;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from <= LONGEST_LINE && !/[\r\n]/u.test(text.charAt(at))) at += 1;
  return at;
}

function behindBreak(text: string, at: number): number {
  return text.startsWith("\r\n", at) ? at + 2 : at + 1;
}

function withoutBar(text: string, span: Span): Span {
  let { start, end } = trimSpan(text, span);
  while (start < end && text.charAt(start) === "|") start += 1;
  while (end > start && text.charAt(end - 1) === "|") end -= 1;
  return trimSpan(text, { start, end });
}
