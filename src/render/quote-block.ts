import type { Quote } from "../answer/answer.ts";
import { joinShown, shownSpan } from "../text/shown-part.ts";
import type { Span } from "../text/span.ts";
import { contains, mergeSpans, splitsCodePoint } from "../text/span.ts";
import { escapeInline, escapeLine } from "./escape.ts";
import { contentLimit } from "./reply.ts";

/** Writes what is shown of a quote as a block quote with its matched words in bold; every character of it stays as it is. */
export function renderQuoteBlock({ span, shown, matches }: Pick<Quote, "span" | "shown" | "matches">): string {
  const text = joinShown(shown);
  // Fits no message, so that nobody gets to see it: a whole section is soon too long.
  if (text.length > contentLimit) return text;
  const marked = matches.flatMap((match) => (contains(span, match) ? (shownSpan(shown, match) ?? []) : []));
  const whole = marked.filter(({ start, end }) => !splitsCodePoint(text, start) && !splitsCodePoint(text, end));
  const merged = mergeSpans(whole);
  return splitLines(text)
    .map((line) => `> ${renderLine(text, line, merged)}`)
    .join("\n");
}

function splitLines(text: string): Span[] {
  if (!/[\r\n]/u.test(text)) return [{ start: 0, end: text.length }];
  const lines: Span[] = [];
  let start = 0;
  for (const { index, 0: found } of text.matchAll(/\r\n?|\n/gu)) {
    lines.push({ start, end: index });
    start = index + found.length;
  }
  return [...lines, { start, end: text.length }];
}

/** Bold must not run over the end of a line, so it is opened and closed on each. */
function renderLine(text: string, line: Span, matches: readonly Span[]): string {
  let rendered = "";
  let at = line.start;
  for (const match of matches) {
    const start = Math.max(match.start, at);
    const end = Math.min(match.end, line.end);
    if (start >= end || text.slice(start, end).trim() === "") continue;
    rendered += `${escapePiece(text.slice(at, start), at === line.start)}**${escapeInline(text.slice(start, end))}**`;
    at = end;
  }
  return rendered + escapePiece(text.slice(at, line.end), at === line.start);
}

function escapePiece(text: string, beginsLine: boolean): string {
  return beginsLine ? escapeLine(text) : escapeInline(text);
}
