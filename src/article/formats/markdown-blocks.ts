import type { Heading, RootContent, Table } from "mdast";
import type { Span } from "../../text/span.ts";
import type { ParagraphKind } from "../article.ts";
import type { Block } from "./format.ts";
import { htmlText } from "./html-text.ts";
import { readPhrasing } from "./markdown-phrasing.ts";
import type { MarkdownPiece } from "./markdown-pieces.ts";
import { spanOf, type Walk, withoutMarks } from "./markdown-spans.ts";
import { headingBlock, paragraphBlock } from "./markdown-shown.ts";

/** Finds headings, paragraphs and the front matter of one piece; everything else is left to be covered as markup. */
export function* markdownBlocks(source: string, piece: MarkdownPiece): Generator<Block> {
  if (piece.kind === "plain") {
    yield* plainParagraphs(source, piece);
    return;
  }
  for (const node of piece.nodes) yield* flowBlocks({ source, tree: piece }, node, undefined);
}

/** @param holder what kind of paragraph the text is in the list, quote or footnote that holds it. */
function* flowBlocks(walk: Walk, node: RootContent, holder: ParagraphKind | undefined): Generator<Block> {
  switch (node.type) {
    case "blockquote":
      for (const child of node.children) yield* flowBlocks(walk, child, "block-quote");
      return;
    case "list":
      for (const item of node.children) for (const child of item.children) yield* flowBlocks(walk, child, "list-item");
      return;
    case "footnoteDefinition":
      for (const child of node.children) yield* flowBlocks(walk, child, "prose");
      return;
    case "yaml":
      yield { kind: "left-out", span: spanOf(walk.tree, node), reason: "front-matter" };
      return;
    case "heading":
      yield* headingBlocks(walk, node, holder);
      return;
    case "paragraph":
      yield* paragraphBlock(walk.source, holder ?? "prose", readPhrasing(walk, node.children));
      return;
    case "table":
      yield* tableBlocks(walk, node);
      return;
    case "code":
      yield* textBlocks(walk, "code", [spanOf(walk.tree, node)]);
      return;
    case "html":
      yield* textBlocks(walk, holder ?? "prose", htmlText(walk.source, spanOf(walk.tree, node)));
      return;
    // The first two show nothing; the others never stand at this level, but the type of nodes is one for all.
    case "definition":
    case "thematicBreak":
    case "break":
    case "delete":
    case "emphasis":
    case "footnoteReference":
    case "image":
    case "imageReference":
    case "inlineCode":
    case "link":
    case "linkReference":
    case "listItem":
    case "strong":
    case "tableCell":
    case "tableRow":
    case "text":
      return;
  }
}

function headingBlocks(walk: Walk, node: Heading, holder: ParagraphKind | undefined): Block[] {
  const shown = readPhrasing(walk, node.children);
  return holder ? paragraphBlock(walk.source, holder, shown) : headingBlock(walk.source, node.depth, shown);
}

function tableBlocks(walk: Walk, node: Table): Block[] {
  const cells = node.children.flatMap((row) => row.children.flatMap((cell) => cell.children));
  return paragraphBlock(walk.source, "table", readPhrasing(walk, cells));
}

function textBlocks(walk: Walk, kind: ParagraphKind, texts: readonly Span[]): Block[] {
  const visible = texts.flatMap((text) => withoutMarks(walk.tree, text));
  return paragraphBlock(walk.source, kind, { visible, inline: [] });
}

/** Takes text that could not be parsed for paragraphs between blank lines. */
function* plainParagraphs(source: string, { offset, end }: MarkdownPiece): Generator<Block> {
  for (const match of source.slice(offset, end).matchAll(/[^\r\n]+(?:(?:\r\n|[\r\n])(?![ \t]*[\r\n])[^\r\n]+)*/gu)) {
    const span = { start: offset + match.index, end: offset + match.index + match[0].length };
    yield* paragraphBlock(source, "prose", { visible: [span], inline: [] });
  }
}
