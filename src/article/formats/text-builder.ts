import type { Span } from "../../text/span.ts";
import type { Landmark, LeftOutReason, ParagraphKind } from "../article.ts";
import type { Block, ExtractedSource } from "./format.ts";

/** Writes the text that is read out of a file, with its blocks; what is blank adds nothing. */
export interface TextBuilder {
  /** Only the first one counts; later ones are headings of depth 1. */
  title(text: string): void;
  /** @param depth 1 is the highest level. */
  heading(depth: number, text: string): void;
  /**
   * @param text line breaks in it stay.
   * @param mark what stands before it and is no part of it: `1.`, `–`
   */
  paragraph(kind: ParagraphKind, text: string, mark?: string): void;
  /**
   * One line a row, cells parted by bars.
   *
   * @param hasHeader whether the first row names the columns; a line of dashes, which nobody sees, then stands below it.
   */
  table(rows: readonly (readonly string[])[], hasHeader: boolean): void;
  leaveOut(reason: LeftOutReason, text: string): void;
  /** What is written from now on stands on this page, in this chapter, at this time. */
  landmark(kind: Landmark["kind"], label: string): void;
  /** In UTF-16 code units, so far. */
  length(): number;
  build(): Omit<ExtractedSource, "notes">;
}

const BETWEEN_BLOCKS = "\n\n";
const BETWEEN_ITEMS = "\n";
const BETWEEN_CELLS = " | ";

/** Begins with an empty text; blocks are parted by an empty line, items of a list by a line break. */
export function createTextBuilder(): TextBuilder {
  const written = createWriter();
  const blocks: Block[] = [];
  const landmarks: Landmark[] = [];
  let hasTitle = false;

  function heading(depth: number, text: string): void {
    const shown = oneLine(text);
    if (shown !== "") blocks.push({ kind: "heading", depth, span: written.write("heading", shown) });
  }
  function title(text: string): void {
    if (hasTitle) heading(1, text);
    const shown = oneLine(text);
    if (hasTitle || shown === "") return;
    hasTitle = true;
    blocks.push({ kind: "title", span: written.write("title", shown) });
  }
  return {
    title,
    heading,
    paragraph: (kind, text, mark = "") => blocks.push(...paragraphBlocks(written, kind, { text, mark })),
    table: (rows, hasHeader) => blocks.push(...tableBlocks(written, rows, hasHeader)),
    leaveOut(reason, text) {
      const shown = text.trim();
      if (shown !== "") blocks.push({ kind: "left-out", reason, span: written.write("left-out", shown) });
    },
    landmark: (kind, label) => landmarks.push({ kind, label, start: written.length() }),
    length: () => written.length(),
    build: () => ({ text: written.text(), blocks, ...(landmarks.length > 0 && { landmarks }) }),
  };
}

interface Writer {
  /** Gives where the text stands. */
  write(kind: string, text: string): Span;
  length(): number;
  text(): string;
}

function createWriter(): Writer {
  const parts: string[] = [];
  let [length, lastKind] = [0, ""];
  return {
    write(kind, text) {
      const isNextItem = kind === "list-item" && lastKind === "list-item";
      const between = length === 0 ? "" : isNextItem ? BETWEEN_ITEMS : BETWEEN_BLOCKS;
      parts.push(between, text);
      const start = length + between.length;
      length = start + text.length;
      lastKind = kind;
      return { start, end: length };
    },
    length: () => length,
    text: () => parts.join(""),
  };
}

function paragraphBlocks(
  written: Writer,
  kind: ParagraphKind,
  { text, mark }: { readonly text: string; readonly mark: string },
): Block[] {
  const shown = text.trim();
  if (shown === "") return [];
  const before = oneLine(mark);
  const whole = written.write(kind, before === "" ? shown : `${before} ${shown}`);
  const span = { start: whole.end - shown.length, end: whole.end };
  const paragraph = { kind: "paragraph", paragraphKind: kind, span, visible: [span], inline: [] } as const;
  if (before === "") return [paragraph];
  const markSpan = { start: whole.start, end: whole.start + before.length };
  return [{ kind: "left-out", reason: "markup", span: markSpan }, paragraph];
}

function tableBlocks(written: Writer, rows: readonly (readonly string[])[], hasHeader: boolean): Block[] {
  const lines = rows
    .map((cells) => cells.map(oneLine))
    .filter((cells) => cells.some((cell) => cell !== ""))
    .map((cells) => {
      const last = cells.findLastIndex((cell) => cell !== "");
      return {
        text: cells
          .slice(0, last + 1)
          .join(BETWEEN_CELLS)
          .trim(),
        columns: cells.length,
      };
    });
  const [first] = lines;
  if (!first) return [];
  const below = Array.from({ length: first.columns }, () => "---").join(BETWEEN_CELLS);
  const shown = lines.map(({ text }) => text);
  const all = hasHeader && shown.length > 1 ? [first.text, below, ...shown.slice(1)] : shown;
  const span = written.write("table", all.join("\n"));
  const visible: Span[] = [];
  let start = span.start;
  for (const [index, line] of all.entries()) {
    const isDashes = index === 1 && all.length > shown.length;
    if (!isDashes) visible.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return [{ kind: "paragraph", paragraphKind: "table", span, visible, inline: [] }];
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
