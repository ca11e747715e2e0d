import { lastAtMost } from "../text/search-sorted.ts";
import { type Span, trimSpan } from "../text/span.ts";
import type { SentenceRules } from "../text/sentence-rules.ts";
import { cutLong } from "../text/cut-long.ts";
import { splitSentences } from "../text/sentences.ts";
import type { Sentence } from "./article.ts";
import { separator } from "./visible-parts.ts";
import type { Block } from "./formats/format.ts";

type ParagraphBlock = Extract<Block, { kind: "paragraph" }>;

interface ParagraphParts {
  readonly sentences: readonly Sentence[];
  /** What stands before, between and behind them and shows nothing: bars, marks of lists, images. */
  readonly bare: readonly Span[];
}

/**
 * Finds the sentences of a paragraph block as spans into the source, and what lies between them.
 *
 * Ends are looked for in what a reader sees; a sentence that takes all that an inline element shows takes the
 * element's marks too, so that `**Stop.** Go.` is cut behind the stars. Code, tables and verse are cut by lines.
 */
export function paragraphSentences(source: string, block: ParagraphBlock, rules: SentenceRules): ParagraphParts {
  const spans = snapToInline(findPieces(source, block, rules), block.inline);
  const bare: Span[] = [];
  let start = block.span.start;
  for (const { start: end, end: next } of [...spans, { start: block.span.end, end: block.span.end }]) {
    bare.push(...bareLines(source, { start, end }));
    start = next;
  }
  return { sentences: spans.map((span) => ({ span })), bare };
}

function findPieces(source: string, block: ParagraphBlock, rules: SentenceRules): Span[] {
  switch (block.paragraphKind) {
    case "code":
    case "table":
    case "verse":
      return cutLong(source, block.lines ?? splitLines(source, block), []);
    case "prose":
    case "list-item":
    case "block-quote": {
      const seen = joinVisible(source, block.visible);
      return splitSentences(seen.text, rules).map((span) => seen.toSource(span));
    }
  }
}

interface Visible {
  readonly text: string;
  toSource(span: Span): Span;
}

/** Joins the visible parts into one text, with what parts them: line breaks stay. */
function joinVisible(source: string, visible: readonly Span[]): Visible {
  let text = "";
  const starts: number[] = [];
  let last: Span | undefined;
  for (const part of visible) {
    // Sentences may end with lines, where they have no marks.
    const isBroken = last && /[\r\n]/u.test(source.slice(last.end, part.start));
    const isParted = last && /\s/u.test(source.charAt(last.end - 1));
    text += isBroken && !isParted ? "\n" : separator(source, last, part);
    starts.push(text.length);
    text += source.slice(part.start, part.end);
    last = part;
  }
  const toSource = (offset: number): number => {
    const index = lastAtMost(starts, offset);
    const part = visible[index];
    return part ? Math.min(part.end, part.start + offset - (starts[index] ?? 0)) : 0;
  };
  return { text, toSource: ({ start, end }) => ({ start: toSource(start), end: toSource(end - 1) + 1 }) };
}

/** One piece a source line that shows a letter or a digit; other lines join the line before. */
function splitLines(source: string, block: ParagraphBlock): Span[] {
  const pieces: Span[] = [];
  for (const part of block.visible) {
    for (const line of source.slice(part.start, part.end).matchAll(/[^\r\n]+/gu)) {
      const span = trimSpan(source, {
        start: part.start + line.index,
        end: part.start + line.index + line[0].length,
      });
      if (span.start === span.end) continue;
      const last = pieces.at(-1);
      const sameLine = last && !/[\r\n]/u.test(source.slice(last.end, span.start));
      const wordless = !/[\p{L}\p{N}]/u.test(source.slice(span.start, span.end));
      if (last && (sameLine || wordless)) {
        pieces[pieces.length - 1] = { start: last.start, end: span.end };
        continue;
      }
      pieces.push(span);
    }
  }
  return pieces;
}

/**
 * Widens pieces over the marks that open an element before their text or close one behind it.
 *
 * An element opens in one piece and closes in one, so that each is looked at twice in all.
 */
function snapToInline(pieces: readonly Span[], inline: readonly Span[]): Span[] {
  if (inline.length === 0) return [...pieces];
  const opening = inline.toSorted((a, b) => a.start - b.start);
  const closing = inline.toSorted((a, b) => a.end - b.end);
  let [opened, closed] = [0, 0];
  const widened = pieces.map((piece, index) => {
    const previousEnd = pieces[index - 1]?.end ?? 0;
    const nextStart = pieces[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    let { start, end } = piece;
    for (let element = opening[opened]; element && element.start < piece.end; element = opening[opened]) {
      if (element.start >= previousEnd && element.end > piece.start) start = Math.min(start, element.start);
      opened += 1;
    }
    for (let element = closing[closed]; element && element.end <= nextStart; element = closing[closed]) {
      if (element.end > piece.start && element.start < piece.end) end = Math.max(end, element.end);
      closed += 1;
    }
    return { start, end };
  });
  // Tags may cross one another.
  return widened.map(({ start, end }, index) => ({
    start,
    end: Math.min(end, widened[index + 1]?.start ?? Number.POSITIVE_INFINITY),
  }));
}

/** The lines of a gap that are not blank. */
function bareLines(source: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  for (const { 0: line, index } of source.slice(start, end).matchAll(/[^\r\n]+/gu)) {
    const span = trimSpan(source, { start: start + index, end: start + index + line.length });
    if (span.start < span.end) lines.push(span);
  }
  return lines;
}
