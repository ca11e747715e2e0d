import type { Block, ExtractedSource, FormatOptions } from "./format.ts";
import { plainText } from "./plain-text.ts";

export type ReadText = Omit<ExtractedSource, "notes">;

/**
 * Looks for headings as plain text is read for them (`第一章`, `1.2`, lines that stand alone), where a document has none of
 * its own: many people write without styles. Tables, code and lists stay what they are.
 */
export function findStructure(read: ReadText, options: FormatOptions): ReadText {
  if (read.blocks.some(({ kind }) => kind === "heading")) return read;
  const found: Block[] = [];
  let stretch: Block[] = [];
  const close = (): void => {
    const first = stretch[0];
    const last = stretch.at(-1);
    if (first && last) found.push(...parse(read.text, { start: first.span.start, end: last.span.end }, options));
    stretch = [];
  };
  for (const block of read.blocks) {
    const isPlain = block.kind === "title" || (block.kind === "paragraph" && block.paragraphKind === "prose");
    if (isPlain) {
      stretch.push(block);
      continue;
    }
    close();
    found.push(block);
  }
  close();
  let hasTitle = false;
  const blocks = found.map((block): Block => {
    // Documents have no breadcrumbs and no pictures' names that stand twice.
    if (block.kind === "left-out" && (block.reason === "breadcrumb" || block.reason === "repeated-caption")) {
      return { kind: "paragraph", paragraphKind: "prose", span: block.span, visible: [block.span], inline: [] };
    }
    if (block.kind !== "title") return block;
    const isSecond = hasTitle;
    hasTitle = true;
    return isSecond ? { kind: "heading", depth: 1, span: block.span } : block;
  });
  return { ...read, blocks };
}

function parse(text: string, { start, end }: Block["span"], options: FormatOptions): Block[] {
  return plainText.parse(text.slice(start, end), options).blocks.map((block) => shiftBlock(block, start));
}

/** Moves a block behind a text that is put before its own. */
export function shiftBlock(block: Block, by: number): Block {
  const moved = (span: Block["span"]) => ({ start: span.start + by, end: span.end + by });
  if (block.kind !== "paragraph") return { ...block, span: moved(block.span) };
  return { ...block, span: moved(block.span), visible: block.visible.map(moved), inline: block.inline.map(moved) };
}
