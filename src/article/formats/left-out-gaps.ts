import { overlaps, type Span, trimSpan } from "../../text/span.ts";
import type { Block, FormatOptions } from "./format.ts";
import { paragraphBlock } from "./markdown-shown.ts";

/** Sets aside the lines that the article's metadata names; a paragraph around such a line becomes two. */
export function setLinesAside(source: string, blocks: readonly Block[], options: FormatOptions): Block[] {
  const lines = linesToLeaveOut(source, options);
  if (lines.length === 0) return [...blocks];
  const kept: Block[] = [];
  const covered = new Set<Span>();
  let from = 0;
  for (const block of blocks) {
    while ((lines[from]?.end ?? Number.POSITIVE_INFINITY) <= block.span.start) from += 1;
    const within: Span[] = [];
    for (let index = from; ; index += 1) {
      const line = lines[index];
      if (!line || line.start >= block.span.end) break;
      within.push(line);
      if (block.kind === "left-out") covered.add(line);
    }
    for (const part of cutLines(source, block, within)) kept.push(part);
  }
  for (const line of lines) if (!covered.has(line)) kept.push({ kind: "left-out", span: line, reason: "metadata" });
  return kept.toSorted((a, b) => a.span.start - b.span.start);
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

/** What of a block stands on none of the lines. */
function cutLines(source: string, block: Block, lines: readonly Span[]): Block[] {
  if (lines.length === 0 || block.kind === "left-out") return [block];
  if (block.kind !== "paragraph") return [];
  const parts: Block[] = [];
  let start = 0;
  for (const line of [...lines, undefined]) {
    const room = { start, end: line?.start ?? source.length };
    const inRoom = (spans: readonly Span[]): Span[] =>
      spans.filter((part) => overlaps(part, room)).map((part) => intersect(part, room));
    const inline = block.inline.filter((element) => room.start <= element.start && element.end <= room.end);
    const rows = block.lines && { lines: inRoom(block.lines) };
    parts.push(...paragraphBlock(source, block.paragraphKind, { visible: inRoom(block.visible), inline, ...rows }));
    if (!line) break;
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
