import { overlaps, type Span, trimSpan } from "../../text/span.ts";
import type { Block, FormatOptions } from "./format.ts";
import { paragraphBlock } from "./markdown-shown.ts";

/** Sets aside the lines that the article's metadata names; a paragraph around such a line becomes two. */
export function setLinesAside(source: string, blocks: readonly Block[], options: FormatOptions): Block[] {
  const lines = linesToLeaveOut(source, options);
  const kept: Block[] = [];
  let next = 0;
  for (const block of blocks) {
    const within: Span[] = [];
    for (let line = lines[next]; line && line.start < block.span.end; line = lines[next]) {
      if (overlaps(line, block.span)) within.push(line);
      else kept.push(leftOutLine(line));
      next += 1;
    }
    for (const part of cutLines(source, block, within)) kept.push(part);
  }
  for (const line of lines.slice(next)) kept.push(leftOutLine(line));
  return kept;
}

function linesToLeaveOut(source: string, options: FormatOptions): Span[] {
  const keep = new Set(options.keep.map((line) => line.trim()));
  const leaveOut = new Set(
    options.leaveOut.map((line) => line.trim()).filter((line) => line !== "" && !keep.has(line)),
  );
  if (leaveOut.size === 0) return [];
  const lines: Span[] = [];
  for (const match of source.matchAll(/[^\r\n]+/gu)) {
    if (!leaveOut.has(match[0].trim())) continue;
    lines.push(trimSpan(source, { start: match.index, end: match.index + match[0].length }));
  }
  return lines;
}

function leftOutLine(span: Span): Block {
  return { kind: "left-out", span, reason: "metadata" };
}

function cutLines(source: string, block: Block, lines: readonly Span[]): Block[] {
  if (lines.length === 0 || block.kind === "left-out") return [block];
  if (block.kind !== "paragraph") return lines.map(leftOutLine);
  const parts: Block[] = [];
  let start = 0;
  for (const line of [...lines, undefined]) {
    const room = { start, end: line?.start ?? source.length };
    const visible = block.visible.filter((part) => overlaps(part, room)).map((part) => intersect(part, room));
    const inline = block.inline.filter((element) => room.start <= element.start && element.end <= room.end);
    parts.push(...paragraphBlock(source, block.paragraphKind, { visible, inline }));
    if (!line) break;
    parts.push(leftOutLine(line));
    start = line.end;
  }
  return parts;
}

function intersect(one: Span, other: Span): Span {
  return { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) };
}

/** Covers what stands between the blocks and is not white space, line by line, as markup. */
export function coverSource(source: string, blocks: readonly Block[]): Block[] {
  const covered: Block[] = [];
  let start = 0;
  for (const block of blocks) {
    for (const gap of bareLines(source, { start, end: block.span.start })) covered.push(gap);
    covered.push(block);
    start = block.span.end;
  }
  for (const gap of bareLines(source, { start, end: source.length })) covered.push(gap);
  return covered;
}

function* bareLines(source: string, gap: Span): Generator<Block> {
  for (const match of source.slice(gap.start, gap.end).matchAll(/[^\r\n]+/gu)) {
    const start = gap.start + match.index;
    const span = trimSpan(source, { start, end: start + match[0].length });
    if (span.start < span.end) yield { kind: "left-out", span, reason: "markup" };
  }
}
