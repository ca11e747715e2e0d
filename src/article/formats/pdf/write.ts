import type { Landmark } from "../../article.ts";
import type { PdfBlock } from "./blocks.ts";
import type { PlacedLine } from "./page.ts";
import type { ExtractedSource } from "../format.ts";
import { createTextBuilder, type TextBuilder } from "../text-builder.ts";

/** Writes blocks as an article's text, with a landmark wherever a page begins, also within a paragraph. */
export function writeBlocks(blocks: readonly PdfBlock[], labels: readonly string[]): Omit<ExtractedSource, "notes"> {
  const builder = createTextBuilder();
  const landmarks: Landmark[] = [];
  let [page, last] = [-1, -1];
  /** @param back how far before the end of what is written the page begins. */
  const enter = (next: number, back: number): void => {
    if (next === page) return;
    // Pages without text begin where the next one does; a note may stand behind what is of the next page.
    for (let at = Math.min(last + 1, next); at <= next; at += 1) {
      landmarks.push({ kind: "page", label: labels[at] ?? String(at + 1), start: builder.length() - back });
    }
    [page, last] = [next, Math.max(last, next)];
  };
  for (const block of blocks) {
    enter(block.lines[0]?.page ?? page, 0);
    const { text, breaks } = joinText(block);
    const mark = block.kind === "list-item" ? (MARK.exec(text)?.[0] ?? "") : "";
    writeBlock(builder, block, { text: text.slice(mark.length), mark: mark.trim() });
    for (const { at, page: next } of breaks) enter(next, text.length - at);
  }
  return { ...builder.build(), landmarks };
}

/** What stands before an item and is no part of it; other numbers (一、) stay, since readers refer to them. */
const MARK = /^(?:[•●○▪■◦‣]\s?|[*·–—-]\s+|\d{1,3}[.)]\s+)(?=\S)/u;

function writeBlock(
  builder: TextBuilder,
  { kind, depth }: PdfBlock,
  { text, mark }: { readonly text: string; readonly mark: string },
): void {
  switch (kind) {
    case "title":
      builder.title(text);
      return;
    case "heading":
      builder.heading(Math.max(1, depth), text);
      return;
    case "paragraph":
      builder.paragraph("prose", text);
      return;
    case "list-item":
      builder.paragraph("list-item", text, mark);
      return;
    case "table":
      builder.paragraph("table", text);
      return;
    case "contents":
      builder.leaveOut("contents", text);
      return;
  }
}

interface JoinedText {
  readonly text: string;
  /** Where other pages begin. */
  readonly breaks: readonly { readonly at: number; readonly page: number }[];
}

function joinText({ kind, lines }: PdfBlock): JoinedText {
  const byLine = kind === "table" || kind === "contents";
  const parts: string[] = [];
  const breaks: { at: number; page: number }[] = [];
  let [length, last]: [number, PlacedLine | undefined] = [0, undefined];
  for (const line of lines) {
    const between = last ? (byLine ? "\n" : betweenLines(last.text, line.text)) : "";
    parts.push(between, line.text);
    if (last && line.page !== last.page) breaks.push({ at: length + between.length, page: line.page });
    length += between.length + line.text.length;
    last = line;
  }
  return { text: parts.join(""), breaks };
}

const WIDE = /[\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

/**
 * What stands between two lines of one paragraph: nothing beside an ideograph, a space between words, and a line break
 * behind a hyphen, since only then is it known that the word may be one (see `joinLines`).
 */
function betweenLines(before: string, next: string): string {
  const [end, start] = [before.at(-1) ?? "", next.charAt(0)];
  if (/[\p{L}\p{N}][-\u2010\u00ad]$/u.test(before.slice(-3)) && /^[\p{L}\p{N}]/u.test(next)) return "\n";
  return WIDE.test(end) || WIDE.test(start) ? "" : " ";
}
