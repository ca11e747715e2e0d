import type { Nodes, PhrasingContent, RootContent } from "mdast";
import { mergeSpans, type Span } from "../../text/span.ts";
import type { ParagraphKind } from "../article.ts";
import type { Block } from "./format.ts";
import { htmlText } from "./html-text.ts";
import { headingBlock, paragraphBlock, type Shown } from "./markdown-shown.ts";
import type { MarkdownPiece } from "./markdown-pieces.ts";

type Tree = Extract<MarkdownPiece, { kind: "tree" }>;

/** What the walk needs to know everywhere. */
interface Walk {
  readonly source: string;
  readonly tree: Tree;
}

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
  const kind = holder ?? "prose";
  switch (node.type) {
    case "yaml":
      yield { kind: "left-out", span: spanOf(walk.tree, node), reason: "front-matter" };
      return;
    case "heading":
      if (holder) yield* paragraphBlock(walk.source, kind, phrasing(walk, node.children));
      else yield* headingBlock(walk.source, node.depth, phrasing(walk, node.children));
      return;
    case "paragraph":
      yield* paragraphBlock(walk.source, kind, phrasing(walk, node.children));
      return;
    case "blockquote":
      for (const child of node.children) yield* flowBlocks(walk, child, "block-quote");
      return;
    case "list":
      for (const item of node.children) for (const child of item.children) yield* flowBlocks(walk, child, "list-item");
      return;
    case "footnoteDefinition":
      for (const child of node.children) yield* flowBlocks(walk, child, "prose");
      return;
    case "table": {
      const cells = node.children.flatMap((row) => row.children.flatMap((cell) => cell.children));
      yield* paragraphBlock(walk.source, "table", phrasing(walk, cells));
      return;
    }
    case "code":
      yield* paragraphBlock(walk.source, "code", { visible: withoutMarks(walk.tree, spanOf(walk.tree, node)), inline: [] });
      return;
    case "html": {
      const texts = htmlText(walk.source, spanOf(walk.tree, node));
      yield* paragraphBlock(walk.source, kind, { visible: texts.flatMap((text) => withoutMarks(walk.tree, text)), inline: [] });
      return;
    }
    case "definition":
    case "thematicBreak":
      return;
    // Never at this level; the type of nodes is one for all.
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

/** What inline content shows, and its elements with their marks. */
function phrasing(walk: Walk, children: readonly PhrasingContent[]): Shown {
  const visible: Span[] = [];
  const inline: Span[] = [];
  showChildren(walk, children, { visible, inline });
  return { visible: mergeSpans(visible), inline };
}

interface Collected {
  readonly visible: Span[];
  readonly inline: Span[];
}

function showChildren(walk: Walk, children: readonly PhrasingContent[], into: Collected): void {
  const openTags: { readonly name: string; readonly start: number }[] = [];
  for (const child of children) {
    const span = spanOf(walk.tree, child);
    switch (child.type) {
      case "text":
        for (const part of withoutMarks(walk.tree, span)) into.visible.push(part);
        break;
      case "inlineCode":
        for (const part of withoutMarks(walk.tree, span)) into.visible.push(part);
        into.inline.push(span);
        break;
      case "break":
        // The line break itself parts words; the backslash or the blanks before it are marks.
        into.visible.push({ start: span.start + walk.source.slice(span.start, span.end).search(/[\r\n]|$/u), end: span.end });
        break;
      case "emphasis":
      case "strong":
      case "delete":
      case "link":
      case "linkReference":
        into.inline.push(span);
        showChildren(walk, child.children, into);
        break;
      case "html":
        pairTag(openTags, { tag: walk.source.slice(span.start, span.end), span }, into.inline);
        break;
      case "footnoteReference":
      case "image":
      case "imageReference":
        break;
    }
  }
}

/** Takes `<b>…</b>` for an inline element, so that a quote does not hold the one tag without the other. */
function pairTag(
  open: { readonly name: string; readonly start: number }[],
  { tag, span }: { readonly tag: string; readonly span: Span },
  inline: Span[],
): void {
  const [, slash, name = ""] = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)/u.exec(tag) ?? [];
  if (name === "" || tag.endsWith("/>")) return;
  if (slash === "") {
    open.push({ name: name.toLowerCase(), start: span.start });
    return;
  }
  if (open.at(-1)?.name !== name.toLowerCase()) return;
  const opening = open.pop();
  if (opening) inline.push({ start: opening.start, end: span.end });
}

function spanOf(tree: Tree, node: Nodes): Span {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  // An unclosed block at the end of a piece runs on into the definitions behind it.
  return { start: Math.min(tree.offset + start, tree.end), end: Math.min(tree.offset + end, tree.end) };
}

/** The parts of a span between the marks inside of it. */
function withoutMarks(tree: Tree, span: Span): Span[] {
  const parts: Span[] = [];
  let start = span.start;
  for (let index = firstMarkBehind(tree, span.start); ; index += 1) {
    const mark = tree.marks[index];
    if (!mark || tree.offset + mark.start >= span.end) break;
    if (tree.offset + mark.start > start) parts.push({ start, end: tree.offset + mark.start });
    start = Math.max(start, tree.offset + mark.end);
  }
  if (start < span.end) parts.push({ start, end: span.end });
  return parts;
}

/** The index of the first mark that ends behind `offset`, by binary search. */
function firstMarkBehind(tree: Tree, offset: number): number {
  let [low, high] = [0, tree.marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tree.offset + (tree.marks[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes text that could not be parsed for paragraphs between blank lines. */
function* plainParagraphs(source: string, { offset, end }: MarkdownPiece): Generator<Block> {
  for (const match of source.slice(offset, end).matchAll(/[^\r\n]+(?:(?:\r\n|[\r\n])(?![ \t]*[\r\n])[^\r\n]+)*/gu)) {
    const span = { start: offset + match.index, end: offset + match.index + match[0].length };
    yield* paragraphBlock(source, "prose", { visible: [span], inline: [] });
  }
}
