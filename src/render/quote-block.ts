import type { Quote } from "../answer/answer.ts";
import type { Span } from "../text/span.ts";
import { contains, mergeSpans, splitsCodePoint } from "../text/span.ts";
import { escapeInline, escapeLine } from "./escape.ts";

/** Writes a quote as a block quote with its matched words in bold; every character of it stays as it is. */
export function renderQuoteBlock(quote: Pick<Quote, "text" | "span" | "matches">): string {
  const matches = mergeSpans(quote.matches.filter((match) => canBeMarked(quote, match)));
  const lines = splitLines(quote.text, quote.span.start);
  return lines.map((line) => `> ${renderLine(line, matches)}`).join("\n");
}

function canBeMarked({ span, text }: Pick<Quote, "text" | "span">, match: Span): boolean {
  const cuts = [match.start, match.end].some((offset) => splitsCodePoint(text, offset - span.start));
  return contains(span, match) && !cuts;
}

interface Line {
  readonly text: string;
  /** Where it stands in the article. */
  readonly span: Span;
}

function splitLines(text: string, offset: number): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const end of [...text.matchAll(/\r\n?|\n/gu), undefined]) {
    const stop = end?.index ?? text.length;
    lines.push({
      text: text.slice(start, stop),
      span: { start: offset + start, end: offset + stop },
    });
    start = stop + (end?.[0].length ?? 0);
  }
  return lines;
}

/** Bold must not run over the end of a line, so it is opened and closed on each. */
function renderLine(line: Line, matches: readonly Span[]): string {
  const cut = (start: number, end: number) => line.text.slice(start - line.span.start, end - line.span.start);
  let rendered = "";
  let at = line.span.start;
  for (const match of matches) {
    const start = Math.max(match.start, at);
    const end = Math.min(match.end, line.span.end);
    if (start >= end || cut(start, end).trim() === "") continue;
    rendered += `${escapePiece(cut(at, start), at === line.span.start)}**${escapeInline(cut(start, end))}**`;
    at = end;
  }
  return rendered + escapePiece(cut(at, line.span.end), at === line.span.start);
}

function escapePiece(text: string, beginsLine: boolean): string {
  return beginsLine ? escapeLine(text) : escapeInline(text);
}
