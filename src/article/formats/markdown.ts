import { parseDocument } from "yaml";
import type { TextFormat, Block } from "./format.ts";
import { coverSource, setLinesAside } from "./left-out-gaps.ts";
import { markdownBlocks } from "./markdown-blocks.ts";
import { limitMarkup } from "./markdown-limits.ts";
import { type MarkdownPiece, readPieces } from "./markdown-pieces.ts";

/** A front matter longer than this (in UTF-16 code units) is left out unread. */
const LONGEST_FRONT_MATTER = 65_536;

/**
 * Markdown (CommonMark with GitHub's extensions and YAML front matter).
 *
 * Headings inside quotes and lists open no section; they are paragraphs there. The alternative text of images is not
 * visible, the text between HTML tags is.
 */
export const markdown: TextFormat = {
  kind: "text",
  name: "Markdown",
  parse(source, options) {
    const blocks: Block[] = [];
    let title: string | undefined;
    for (const piece of readPieces(source, limitMarkup(source))) {
      title ??= frontMatterTitle(piece);
      // One by one: spreading a long list into `push` overflows the stack.
      for (const block of markdownBlocks(source, piece)) blocks.push(block);
    }
    const kept = setLinesAside(source, blocks, options);
    return { blocks: coverSource(source, kept), ...(title !== undefined && { title }) };
  },
};

/** Broken YAML, or a title that is no text, gives no title: the article then takes it from elsewhere. */
function frontMatterTitle(piece: MarkdownPiece): string | undefined {
  const first = piece.kind === "tree" ? piece.nodes[0] : undefined;
  if (first?.type !== "yaml" || first.value.length > LONGEST_FRONT_MATTER) return undefined;
  try {
    const title = parseDocument(first.value, { logLevel: "silent" }).get("title");
    return typeof title === "string" && title.trim() !== "" ? title.trim() : undefined;
  } catch {
    return undefined;
  }
}
