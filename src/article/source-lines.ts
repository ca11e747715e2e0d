import { type Span, trimSpan } from "../text/span.ts";

const BREAK = /\r\n|[\r\n]/gu;

/** The number of the source's line that holds an offset, counted from 1. */
export function lineAt(source: string, offset: number): number {
  let line = 1;
  for (const { index, 0: found } of source.matchAll(BREAK)) {
    if (index + found.length > offset) break;
    line += 1;
  }
  return line;
}

/** The source's line of a number without white space around it; absent where there is none or it is blank. */
export function sourceLine(source: string, number: number): Span | undefined {
  let [line, start] = [1, 0];
  for (const { index, 0: found } of source.matchAll(BREAK)) {
    if (line === number) return filled(source, { start, end: index });
    [line, start] = [line + 1, index + found.length];
  }
  return line === number ? filled(source, { start, end: source.length }) : undefined;
}

function filled(source: string, line: Span): Span | undefined {
  const span = trimSpan(source, line);
  return span.start < span.end ? span : undefined;
}
