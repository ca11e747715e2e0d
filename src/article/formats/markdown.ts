import type { TextFormat } from "./format.ts";
import { coverSource, setLinesAside } from "./left-out-gaps.ts";
import { markdownBlocks } from "./markdown-blocks.ts";
import { readFrontMatter } from "./markdown-front-matter.ts";
import { readMarkdown } from "./markdown-reader.ts";

/**
 * Markdown as it is found: CommonMark and GitHub's tables, front matter, and what sites' generators, wikis and Discord add.
 *
 * Headings inside quotes and lists open no section; they are paragraphs there. The alternative text of images is not
 * visible, the text between HTML tags is.
 */
export const markdown: TextFormat = markdownFormat("Markdown", false);

/** Markdown with components: no indent makes code, and braces hold expressions. */
export const mdx: TextFormat = markdownFormat("MDX", true);

function markdownFormat(name: string, isMdx: boolean): TextFormat {
  return {
    kind: "text",
    name,
    parse(source, options) {
      const front = readFrontMatter(source);
      const read = readMarkdown(source, { from: front?.span.end ?? 0, mdx: isMdx });
      const blocks = markdownBlocks(source, read);
      if (front) blocks.unshift({ kind: "left-out", span: front.span, reason: "front-matter" });
      const kept = setLinesAside(source, blocks, options);
      return { blocks: coverSource(source, kept), ...(front?.title !== undefined && { title: front.title }) };
    },
  };
}
