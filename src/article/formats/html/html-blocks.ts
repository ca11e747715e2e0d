import type { TextBuilder } from "../text-builder.ts";
import { createLines, type Lines } from "./html-lines.ts";
import { isContentsList, isContentsName } from "./html-kinds.ts";
import { BLOCKS, headingDepth } from "./html-names.ts";
import { readTable } from "./html-table.ts";
import { collectText, enterInline, leaveInline, textOf } from "./html-text-of.ts";
import { type HtmlElement, MarkupError } from "./html-tree.ts";
import { createItemMarks } from "./item-marks.ts";
import { LINE_BREAK, tidyLines } from "./tidy-text.ts";
import { walk } from "./walk.ts";

export interface BlockOptions {
  /** What is no content of the page. */
  readonly isLeftAway: (element: HtmlElement) => boolean;
  /** The heading that is the title. */
  readonly title?: HtmlElement | undefined;
  /** Without headings of their own, short bold lines above a paragraph are taken for them. */
  readonly hasHeadings: boolean;
  readonly longestText: number;
}

interface Writing {
  readonly builder: TextBuilder;
  readonly options: BlockOptions;
  readonly lines: Lines;
}

/** Writes what stands in an element as headings, paragraphs, items and tables. */
export function writeBlocks(root: HtmlElement, builder: TextBuilder, options: BlockOptions): void {
  const lines = createLines(builder, options.hasHeadings);
  const marks = createItemMarks();
  const writing = { builder, options, lines };

  walk(root, {
    text: (text) => lines.text(text),
    enter(element) {
      if (options.isLeftAway(element)) return false;
      if (!BLOCKS.has(element.name)) {
        lines.enterInline(element);
        if (enterInline(element, lines.collected)) return true;
        lines.leaveInline(element);
        return false;
      }
      lines.flush();
      checkLength(writing);
      if (writeWhole(element, writing)) return false;
      if (isList(element)) marks.openList(element);
      if (element.name === "li") lines.mark(marks.next(element));
      lines.enterBlock(element);
      return true;
    },
    leave(element) {
      if (!BLOCKS.has(element.name)) {
        leaveInline(element, lines.collected);
        lines.leaveInline(element);
        return;
      }
      lines.flush();
      lines.leaveBlock(element);
      if (isList(element)) marks.closeList();
    },
  });
  lines.flush();
  lines.end();
  checkLength(writing);
}

function isList({ name }: HtmlElement): boolean {
  return name === "ol" || name === "ul" || name === "menu" || name === "dir";
}

function checkLength({ builder, options: { longestText } }: Writing): void {
  if (builder.length() > longestText) throw new MarkupError(`holds more than ${longestText} characters of text`);
}

/** Writes an element that is read as a whole; tells whether it was one. */
function writeWhole(element: HtmlElement, { builder, options, lines }: Writing): boolean {
  const depth = headingDepth(element.name);
  if (depth !== undefined) {
    lines.end();
    const text = textOf(element);
    if (element === options.title) builder.title(text);
    else if (isContentsName(text)) builder.leaveOut("contents", text);
    else builder.heading(depth, text);
    return true;
  }
  switch (element.name) {
    case "pre":
      lines.settle();
      builder.paragraph(
        "code",
        collectText(element)
          .replaceAll(LINE_BREAK, "\n")
          .replace(/^(?:[ \t]{0,99}\n)+/u, ""),
      );
      return true;
    case "table":
      return writeTable(element, { builder, options, lines });
    case "ul":
    case "ol":
      if (!isContentsList(element)) return false;
      builder.leaveOut("contents", tidyLines(collectText(element)).join("\n"));
      return true;
  }
  return false;
}

function writeTable(element: HtmlElement, { builder, lines }: Writing): boolean {
  const table = readTable(element);
  if (!table) return false;
  lines.settle();
  builder.paragraph("prose", table.caption);
  builder.table(table.rows, table.hasHeader);
  return true;
}
