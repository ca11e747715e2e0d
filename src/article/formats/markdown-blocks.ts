import { mergeSpans, type Span, trimSpan } from "../../text/span.ts";
import type { Block } from "./format.ts";
import { contentsLists } from "./markdown-contents.ts";
import { showTexts, type TextParts } from "./markdown-inline.ts";
import type { Leaf } from "./markdown-leaves.ts";
import type { MarkdownLeaves } from "./markdown-reader.ts";
import { headingBlock, paragraphBlock, type Shown } from "./markdown-shown.ts";
import { showRow } from "./markdown-tables.ts";
import { type NumberedPiece, numberedHeadings } from "./numbered-heading.ts";

/** A leaf with what its texts show: one for a text, one for each cell of a table. */
export interface ShownLeaf {
  readonly leaf: Leaf;
  readonly shown: readonly Shown[];
}

/** Makes headings and paragraphs of what was read; all else is left to be covered as markup. */
export function markdownBlocks(source: string, { leaves, definitions }: MarkdownLeaves): Block[] {
  const texts = leaves.flatMap(textsOf);
  const all = showTexts(source, texts, definitions);
  let next = 0;
  const shownLeaves = leaves.map((leaf): ShownLeaf => {
    const count = textsOf(leaf).length;
    next += count;
    return { leaf, shown: all.slice(next - count, next) };
  });
  const contents = contentsLists(source, shownLeaves);
  const kept = shownLeaves.filter((leaf) => leaf.leaf.kind !== "left-out" && !contents.has(leaf));
  const depths = numberedHeadings(kept.map((leaf) => pieceOf(source, leaf)));
  const numbered = new Map([...depths].map(([index, depth]) => [kept[index], depth]));
  return shownLeaves.flatMap((leaf) =>
    contents.has(leaf) ? leftOutContents(source, leaf) : leafBlocks(source, leaf, numbered.get(leaf)),
  );
}

/** A text longer than this is no heading and not looked at. */
const LONGEST_HEADING = 200;

function pieceOf(source: string, { leaf, shown }: ShownLeaf): NumberedPiece {
  if (leaf.kind !== "text") return { text: "", alone: false };
  const visible = shown[0]?.visible ?? [];
  const [first, last] = [visible[0], visible.at(-1)];
  const isShort = first && last && last.end - first.start <= LONGEST_HEADING;
  const text = isShort
    ? visible
        .map(({ start, end }) => source.slice(start, end))
        .join("")
        .trim()
    : "";
  return { text, alone: leaf.alone && text !== "", depth: leaf.depth };
}

function textsOf(leaf: Leaf): TextParts[] {
  switch (leaf.kind) {
    case "text":
      return [leaf.parts];
    case "table":
      return leaf.rows.flat().map((cell) => cell);
    case "code":
    case "left-out":
      return [];
  }
}

function leafBlocks(source: string, { leaf, shown }: ShownLeaf, numbered: number | undefined): Block[] {
  switch (leaf.kind) {
    case "left-out":
      return [leaf];
    case "code":
      return paragraphBlock(source, "code", { visible: mergeSpans(leaf.parts), inline: [] });
    case "table":
      return tableBlocks(source, leaf, shown);
    case "text": {
      const [{ visible, inline } = { visible: [], inline: [] }] = shown;
      const text = { visible, inline: leaf.elements.length > 0 ? [...inline, ...leaf.elements] : inline };
      const depth = leaf.depth ?? numbered;
      return depth === undefined ? paragraphBlock(source, leaf.paragraphKind, text) : headingBlock(source, depth, text);
    }
  }
}

function tableBlocks(source: string, { rows }: Extract<Leaf, { kind: "table" }>, shown: readonly Shown[]): Block[] {
  const visible: Span[] = [];
  const lines: Span[] = [];
  let next = 0;
  for (const row of rows) {
    const cells = shown.slice(next, next + row.length);
    next += row.length;
    const parts = showRow(
      source,
      cells.map((cell) => cell.visible),
    );
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last) continue;
    for (const part of parts) visible.push(part);
    lines.push({ start: first.start, end: last.end });
  }
  return paragraphBlock(source, "table", {
    visible: mergeSpans(visible),
    inline: shown.flatMap(({ inline }) => inline),
    lines,
  });
}

function leftOutContents(source: string, { shown }: ShownLeaf): Block[] {
  return shown.flatMap(({ visible, inline }) => {
    const [first] = mergeSpans([...visible, ...inline]);
    if (!first) return [];
    const end = [...visible, ...inline].reduce((furthest, part) => Math.max(furthest, part.end), 0);
    const span = trimSpan(source, { start: first.start, end });
    return span.start < span.end ? [{ kind: "left-out", span, reason: "contents" } satisfies Block] : [];
  });
}
