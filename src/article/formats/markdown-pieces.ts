import type { RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";
import { mergeSpans, type Span } from "../../text/span.ts";

/** Some top-level nodes of a source; positions in them count from `offset`. */
export type MarkdownPiece =
  | {
      readonly kind: "tree";
      readonly offset: number;
      readonly end: number;
      readonly nodes: readonly RootContent[];
      /** Marks inside of what a node spans: `>` and indents of continued lines, fences, backticks. In order. */
      readonly marks: readonly Span[];
    }
  /** Text that the parser failed on. */
  | { readonly kind: "plain"; readonly offset: number; readonly end: number };

/** How much is parsed at once, in code units: the parser needs more than linear time and much memory for more. */
const PIECE = 32_768;
/** A single list, quote or paragraph longer than this is cut in two. */
const LONGEST_PIECE = 131_072;
/** How much of all link definitions every piece is shown. */
const LONGEST_DEFINITIONS = 16_384;

const MARK_TOKENS = [
  "blockQuotePrefix",
  "listItemIndent",
  "linePrefix",
  "codeFencedFence",
  "codeTextSequence",
  "codeTextPadding",
  "gfmFootnoteDefinitionIndent",
] as const;

/**
 * Parses a source piece by piece, in reading order.
 *
 * A piece ends before its last top-level node, which the next piece begins with: what stands before that node is
 * complete whatever follows. `limited` is the source as the parser may see it, of the same length.
 */
export function* readPieces(source: string, limited: string): Generator<MarkdownPiece> {
  const definitions = source.length > PIECE ? findDefinitions(limited) : "";
  for (let offset = skipByteOrderMarks(source, 0); offset < source.length;) {
    const piece = readPiece(limited, offset, definitions);
    yield piece;
    offset = skipByteOrderMarks(source, piece.end);
  }
}

/** The parser swallows a mark at the beginning, and all its positions with it. */
function skipByteOrderMarks(source: string, offset: number): number {
  let behind = offset;
  while (source.startsWith("\uFEFF", behind)) behind += 1;
  return behind;
}

/** Collects link and footnote definitions, so that a link is known in whatever piece it stands. */
function findDefinitions(source: string): string {
  let definitions = "";
  for (const [line] of source.matchAll(/^ {0,3}\[[^\]\r\n]{1,200}\]:[^\r\n]*/gmu)) {
    if (definitions.length + line.length > LONGEST_DEFINITIONS) break;
    definitions += `\n${line}`;
  }
  return definitions && `\n${definitions}`;
}

function readPiece(source: string, offset: number, definitions: string): MarkdownPiece {
  const piece = parsePiece(source, { start: offset, end: lineEnd(source, offset + PIECE) }, definitions);
  if (piece.end === source.length) return piece;
  const shorter = withoutLastNode(source, piece);
  if (shorter) return shorter;
  const longer = parsePiece(source, { start: offset, end: lineEnd(source, offset + LONGEST_PIECE) }, definitions);
  return longer.end === source.length ? longer : (withoutLastNode(source, longer) ?? longer);
}

function parsePiece(source: string, { start, end }: Span, definitions: string): MarkdownPiece {
  const parsed = tryParse(source.slice(start, end) + definitions);
  if (!parsed) return { kind: "plain", offset: start, end };
  const nodes = parsed.nodes.filter((node) => startOf(node) < end - start);
  return { kind: "tree", offset: start, end, nodes, marks: parsed.marks };
}

/** Gives nothing where a single node fills the piece. */
function withoutLastNode(source: string, piece: MarkdownPiece): MarkdownPiece | undefined {
  if (piece.kind === "plain") return piece;
  const end = lineStart(source, piece.offset + startOf(piece.nodes.at(-1)));
  return end > piece.offset ? { ...piece, end, nodes: piece.nodes.slice(0, -1) } : undefined;
}

interface Parsed {
  readonly nodes: readonly RootContent[];
  readonly marks: readonly Span[];
}

/** Gives nothing where the parser fails, be it for the depth of the stack or for a fault of its own. */
function tryParse(text: string): Parsed | undefined {
  const marks: Span[] = [];
  const collect = (token: {
    readonly start: { readonly offset: number };
    readonly end: { readonly offset: number };
  }): void => {
    marks.push({ start: token.start.offset, end: token.end.offset });
  };
  // The transforms would look for addresses once more and make nodes without positions.
  const extensions = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));
  try {
    const { children } = fromMarkdown(text, {
      extensions: [frontmatter(["yaml"]), githubSyntax()],
      mdastExtensions: [
        frontmatterFromMarkdown(["yaml"]),
        ...extensions,
        { enter: Object.fromEntries(MARK_TOKENS.map((token) => [token, collect])) },
      ],
    });
    return { nodes: children, marks: mergeSpans(marks) };
  } catch {
    return undefined;
  }
}

/**
 * GitHub's syntax but for bare addresses, which show themselves whether they are links or not.
 *
 * Looking for them at every letter takes most of the time, and more than linear time in a long paragraph.
 */
function githubSyntax(): ReturnType<typeof gfm> {
  const syntax = gfm();
  const text = Object.entries(syntax.text ?? {}).map(([code, constructs]) => {
    const list = [constructs ?? []].flat();
    return [code, list.filter(({ name }) => !name?.endsWith("Autolink"))] as const;
  });
  return { ...syntax, text: Object.fromEntries(text.filter(([, constructs]) => constructs.length > 0)) };
}

function startOf(node: RootContent | undefined): number {
  return node?.position?.start.offset ?? 0;
}

/** The first offset behind a line break at or behind `offset`. */
function lineEnd(source: string, offset: number): number {
  const lineBreak = /\r\n|[\r\n]/gu;
  lineBreak.lastIndex = offset;
  return lineBreak.exec(source) ? lineBreak.lastIndex : source.length;
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\r\n]/u.test(text.charAt(start - 1))) start -= 1;
  return start;
}
