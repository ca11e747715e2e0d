import type { Span } from "../../text/span.ts";
import type { ParagraphKind } from "../article.ts";
import { lookAheadIn } from "./look-ahead.ts";
import type { Leaf } from "./markdown-leaves.ts";
import type { MarkSearch } from "./markdown-marks.ts";
import type { Tag } from "./markdown-tags.ts";

/** What holds the lines below its first one: a quote by its mark, the others by their indent. */
export interface Container {
  readonly kind: "quote" | "item" | "footnote" | "definition" | "admonition";
  /** The columns by which its lines are indented. */
  readonly width: number;
  /** Whether it holds anything yet. */
  readonly begun: boolean;
}

/** A text that goes on until something ends it. */
export interface OpenText {
  readonly kind: "text";
  readonly paragraphKind: ParagraphKind;
  readonly depth: number | undefined;
  readonly parts: Span[];
  /** With which part each of its lines begins. */
  readonly lines: number[];
  /** Tags that are not closed yet. */
  readonly tags: Tag[];
  readonly elements: Span[];
  readonly local: Span[];
  readonly alone: boolean;
}

export interface OpenFence {
  readonly kind: "fence";
  readonly mark: string;
  readonly indent: number;
  readonly parts: Span[];
}

export interface OpenIndented {
  readonly kind: "indented";
  readonly parts: Span[];
  /** Blank lines that belong to it only where more of it follows. */
  blank: Span[];
}

export interface OpenTable {
  readonly kind: "table";
  /** Its rows are elements rather than lines. */
  readonly html: boolean;
  readonly rows: Span[][][];
}

/** What is known while a source is read line by line. */
export interface MarkdownState {
  readonly source: string;
  /** Components may stand anywhere, braces hold expressions, and no indent makes code. */
  readonly mdx: boolean;
  readonly search: MarkSearch;
  readonly leaves: Leaf[];
  /** The definitions of links, as they stand. */
  readonly definitions: string[];
  containers: Container[];
  /** The names of HTML's elements and of components that are open, outermost first. */
  elements: string[];
  open: OpenText | OpenFence | OpenIndented | OpenTable | undefined;
  /** The line before is blank, or there is none. */
  afterBlank: boolean;
  /** The marks of directives that are written as code and hold text. */
  readonly proseFences: string[];
  /** Code within a sentence reaches to here, over the end of its line. */
  literalUntil: number;
}

export function beginMarkdown(source: string, mdx: boolean): MarkdownState {
  return {
    source,
    mdx,
    search: { source, look: lookAheadIn(source), expressions: mdx, spoilers: true },
    leaves: [],
    definitions: [],
    containers: [],
    elements: [],
    open: undefined,
    afterBlank: true,
    proseFences: [],
    literalUntil: 0,
  };
}

/** What kind of paragraph a text is where it stands. */
function kindHere({ containers, elements }: MarkdownState): ParagraphKind {
  const element = elements.findLast((name) => name === "li" || name === "blockquote");
  if (element !== undefined) return element === "li" ? "list-item" : "block-quote";
  switch (containers.at(-1)?.kind) {
    case "quote":
      return "block-quote";
    case "item":
      return "list-item";
    case "footnote":
    case "definition":
    case "admonition":
    case undefined:
      return "prose";
  }
}

/** Whether headings open sections here: they do not within quotes and lists. */
function holdsHeadings({ containers, elements }: MarkdownState): boolean {
  return (
    containers.every(({ kind }) => kind === "admonition") &&
    !elements.some((name) => name === "li" || name === "blockquote")
  );
}

/** Most texts hold no elements; a list for each would take much memory. */
const NONE: readonly Span[] = [];

/** Ends what is open; `blank` says that a blank line does, or the source's end. */
export function closeLeaf(state: MarkdownState, blank = false): void {
  const { open, leaves } = state;
  state.open = undefined;
  switch (open?.kind) {
    case "text": {
      if (open.parts.length === 0) return;
      const { paragraphKind, depth, parts, elements, local } = open;
      leaves.push({
        kind: "text",
        paragraphKind,
        depth,
        parts,
        elements: elements.length > 0 ? elements : NONE,
        local: local.length > 0 ? local : NONE,
        alone: open.alone && blank && open.lines.length === 1,
      });
      return;
    }
    case "fence":
    case "indented":
      leaves.push({ kind: "code", parts: open.parts });
      return;
    case "table":
      leaves.push({ kind: "table", rows: open.rows });
      return;
    case undefined:
      return;
  }
}

/** The text that is open, or a new one. */
export function openText(state: MarkdownState, depth?: number): OpenText {
  if (state.open?.kind === "text" && depth === undefined) return state.open;
  closeLeaf(state);
  const heading = depth ?? elementDepth(state);
  const isHeading = heading !== undefined && holdsHeadings(state);
  const open: OpenText = {
    kind: "text",
    paragraphKind: kindHere(state),
    depth: isHeading ? heading : undefined,
    parts: [],
    lines: [],
    tags: [],
    elements: [],
    local: [],
    alone: state.afterBlank && state.containers.length === 0 && state.elements.length === 0,
  };
  state.open = open;
  return open;
}

function elementDepth({ elements }: MarkdownState): number | undefined {
  const heading = elements.findLast((name) => /^h[1-6]$/u.test(name));
  return heading === undefined ? undefined : Number(heading.slice(1));
}

/** Adds a text that is a paragraph of its own: a title in a mark, the value of an attribute. */
export function addParagraph(state: MarkdownState, part: Span): void {
  closeLeaf(state);
  if (part.start >= part.end) return;
  const paragraphKind = kindHere(state);
  state.leaves.push({ kind: "text", paragraphKind, parts: [part], elements: NONE, local: NONE, alone: false });
}
