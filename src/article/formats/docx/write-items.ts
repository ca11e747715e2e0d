import { columns } from "../../../text/width.ts";
import { ArticleError } from "../../article-error.ts";
import type { Block, ExtractionOptions, SourceFile } from "../format.ts";
import { findStructure, type ReadText } from "../find-structure.ts";
import { createTextBuilder, type TextBuilder } from "../text-builder.ts";
import type { NumberParagraph } from "./numbers.ts";
import type { DocxItem, DocxParagraph } from "./read-items.ts";
import { hasHeader, isLayout, tableRows } from "./table-rows.ts";
import { depthOf, type ParagraphStyle } from "./styles.ts";

export interface ItemWriterOptions {
  readonly style: (id: string | undefined) => ParagraphStyle;
  readonly number: NumberParagraph;
  /** What stands in notes, by the names that paragraphs refer to them by. */
  readonly notes: ReadonlyMap<string, readonly DocxItem[]>;
  readonly options: ExtractionOptions;
  readonly file: SourceFile;
}

export interface ItemWriter {
  readonly write: (item: DocxItem) => void;
  finish(): ReadText;
}

/** In columns: a heading that is one by being bold or in the middle. */
const WIDEST_HEADING = 60;
const ENDS_SENTENCE = /[。！？；，、.!?;,:：][”"』」’']?$/u;

/** Writes paragraphs as what their styles say; notes stand behind the paragraph that refers to them. */
export function createItemWriter(given: ItemWriterOptions): ItemWriter {
  const builder = createTextBuilder();
  const { options, file } = given;
  const boldEnds = new Set<number>();
  let [count, hasTitle, isInNote] = [0, false, false];

  function writeParagraph(paragraph: DocxParagraph): void {
    const style = given.style(paragraph.style);
    const text = tidy(paragraph.text, style.kind === "code");
    if (text === "") return;
    count += 1;
    const mayBeTitle = count === 1 && !hasTitle && (paragraph.isBold || paragraph.isCentred) && isShort(text);
    const label = labelOf(paragraph, { style, number: given.number });
    const depth = depthOf(paragraph.outlineLevel) ?? style.depth;
    if (style.kind === "contents" || paragraph.isContents) builder.leaveOut("contents", text);
    else if (style.kind === "title" || (mayBeTitle && depth === undefined)) {
      hasTitle = true;
      builder.title(text);
    } else if (depth !== undefined) builder.heading(depth, `${label} ${text}`);
    else writeText(builder, { text, label, style });
    if (paragraph.isBold && isShort(text)) boldEnds.add(builder.length());
  }
  function writeNotes({ boxes, notes }: DocxParagraph): void {
    for (const box of boxes) write(box);
    // A note that refers to notes may refer to itself.
    if (isInNote) return;
    isInNote = true;
    for (const note of notes) for (const item of given.notes.get(note) ?? []) write(item);
    isInNote = false;
  }
  function write(item: DocxItem): void {
    if (builder.length() > options.longestText) {
      throw new ArticleError(file.name, `holds more than ${options.longestText} characters of text`);
    }
    if (item.kind === "paragraph") {
      writeParagraph(item);
      writeNotes(item);
    } else if (isLayout(item)) {
      for (const row of item.rows) for (const cell of row.cells) for (const inner of cell.items) write(inner);
    } else builder.table(tableRows(item.rows.map(({ cells }) => cells)), hasHeader(item.rows));
  }
  return { write, finish: () => headBold(findStructure(builder.build(), options), boldEnds) };
}

interface Labelled {
  readonly text: string;
  readonly label: string;
  readonly style: ParagraphStyle;
}

/** A number in words (`第一条`, `Article 2`) is part of the text: people cite it. */
function writeText(builder: TextBuilder, { text, label, style }: Labelled): void {
  const isWords =
    /\p{L}{2}|\p{Script=Han}.{0,9}\p{Script=Han}/u.test(label) && !/^[(（]?[ivxlc]+[.)）]?$/iu.test(label);
  if (style.kind === "code") builder.paragraph("code", text);
  else if (label !== "" && !isWords) builder.paragraph("list-item", text, label);
  else builder.paragraph(style.kind === "quote" ? "block-quote" : "prose", `${label} ${text}`);
}

function labelOf(
  { numberId: own, level }: DocxParagraph,
  { style, number }: Pick<ItemWriterOptions, "number"> & { readonly style: ParagraphStyle },
): string {
  const numberId = own ?? style.numberId;
  if (numberId === undefined || numberId === "0") return "";
  const ofStyle = style.level === undefined ? (style.depth ?? 1) - 1 : Number(style.level);
  return number(numberId, level ?? (own === undefined ? ofStyle : 0)) ?? "";
}

/** Where nothing else is a heading, short bold lines above text are. */
function headBold(read: ReadText, boldEnds: ReadonlySet<number>): ReadText {
  if (boldEnds.size === 0 || read.blocks.some(({ kind }) => kind === "heading")) return read;
  const isBold = (block: Block | undefined): boolean =>
    block?.kind === "paragraph" && block.paragraphKind === "prose" && boldEnds.has(block.span.end);
  const blocks = read.blocks.map((block, index): Block => {
    const next = read.blocks[index + 1];
    return isBold(block) && next && !isBold(next) ? { kind: "heading", depth: 1, span: block.span } : block;
  });
  return { ...read, blocks };
}

function isShort(text: string): boolean {
  return text.length <= WIDEST_HEADING && columns(text) <= WIDEST_HEADING && !ENDS_SENTENCE.test(text);
}

function tidy(text: string, isCode: boolean): string {
  const plain = text.replaceAll(/[\u00ad\u200b\u2060\ufeff]/gu, "");
  return isCode
    ? plain.trimEnd()
    : plain
        .replaceAll(/[^\S\n]+/gu, " ")
        .replaceAll(/ ?\n ?/gu, "\n")
        .trim();
}
