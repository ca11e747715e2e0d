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
  leaveOut(reason: LeftOutReason, text: string): void;
  /** What is written from now on stands on this page, in this chapter, at this time. */
  landmark(kind: Landmark["kind"], label: string): void;
  /** In UTF-16 code units, so far. */
  length(): number;
  build(): Omit<ExtractedSource, "notes">;
}

const BETWEEN_BLOCKS = "\n\n";
const BETWEEN_ITEMS = "\n";

/** Begins with an empty text; blocks are parted by an empty line, items of a list by a line break. */
export function createTextBuilder(): TextBuilder {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const landmarks: Landmark[] = [];
  let [length, hasTitle, lastKind] = [0, false, ""];

  /** Gives where the text stands. */
  function write(kind: string, text: string): { start: number; end: number } {
    const isNextItem = kind === "list-item" && lastKind === "list-item";
    const between = length === 0 ? "" : isNextItem ? BETWEEN_ITEMS : BETWEEN_BLOCKS;
    parts.push(between, text);
    const start = length + between.length;
    length = start + text.length;
    lastKind = kind;
    return { start, end: length };
  }

  const builder: TextBuilder = {
    title(text) {
      const shown = oneLine(text);
      if (shown === "") return;
      if (hasTitle) {
        builder.heading(1, shown);
        return;
      }
      hasTitle = true;
      blocks.push({ kind: "title", span: write("title", shown) });
    },
    heading(depth, text) {
      const shown = oneLine(text);
      if (shown !== "") blocks.push({ kind: "heading", depth, span: write("heading", shown) });
    },
    paragraph(kind, text, mark = "") {
      const shown = text.trim();
      if (shown === "") return;
      const before = oneLine(mark);
      const whole = write(kind, before === "" ? shown : `${before} ${shown}`);
      const span = { start: whole.end - shown.length, end: whole.end };
      if (before !== "") {
        const markSpan = { start: whole.start, end: whole.start + before.length };
        blocks.push({ kind: "left-out", reason: "markup", span: markSpan });
      }
      blocks.push({ kind: "paragraph", paragraphKind: kind, span, visible: [span], inline: [] });
    },
    leaveOut(reason, text) {
      const shown = text.trim();
      if (shown !== "") blocks.push({ kind: "left-out", reason, span: write("left-out", shown) });
    },
    landmark(kind, label) {
      landmarks.push({ kind, label, start: length });
    },
    length: () => length,
    build: () => ({ text: parts.join(""), blocks, ...(landmarks.length > 0 && { landmarks }) }),
  };
  return builder;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
