import { lastAtMost } from "../../text/search-sorted.ts";
import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { mergeSpans, type Span } from "../../text/span.ts";
import { type Collected, type InlineTree, readPhrasing } from "./markdown-phrasing.ts";
import { readSimple } from "./markdown-simple.ts";
import type { Shown } from "./markdown-shown.ts";

/** A text as its parts stand in the source. */
export type TextParts = readonly Span[];

/** Texts without any of these show what they are. */
const MARKS = /[*_~`[\\]|<(?=[A-Za-z][A-Za-z\d+.-]{1,31}:|[^\s<>]{1,64}@)/u;
/** How much is parsed at once, in code units: the parser takes more than linear time and much memory for more. */
const BATCH = 2048;
/** A text longer than this is parsed in pieces. */
const LONGEST_TEXT = 4096;
/** A piece of which marks are more than this share shows them as text: no author writes so many. */
const MOST_MARKS = 0.4;
const SHORT_TEXT = 400;
/** How much of the definitions of links that it names a batch is shown. */
const LONGEST_DEFINITIONS = 16_384;

const NONE: readonly Span[] = [];

interface Piece {
  /** Which of the texts it belongs to. */
  readonly index: number;
  readonly parts: TextParts;
  readonly text: string;
}

/**
 * Reads the inline marks of texts: emphasis, links, code.
 *
 * The result has one entry for each text. They are parsed many at a time, each as a paragraph.
 */
export function showTexts(source: string, texts: readonly TextParts[], definitions: readonly string[]): Shown[] {
  const read = new Map<number, Collected>();
  const known = new Map(definitions.map((line) => [labelOf(line), line]));
  let batch: Piece[] = [];
  let size = 0;
  const closeBatch = (): void => {
    for (const { index, visible, inline } of readBatch(batch, known)) {
      for (const part of visible) read.get(index)?.visible.push(part);
      for (const element of inline) read.get(index)?.inline.push(element);
    }
    [batch, size] = [[], 0];
  };
  for (const [index, parts] of texts.entries()) {
    if (parts.every(({ start, end }) => !MARKS.test(source.slice(start, end)))) continue;
    const shown: Collected = { visible: [], inline: [] };
    read.set(index, shown);
    for (const piece of cutText(source, parts)) {
      const text = joinPiece(source, piece);
      if (isUnmarked(text)) {
        for (const part of piece) shown.visible.push(part);
        continue;
      }
      const simple = readSimple(text);
      if (simple) {
        addShown(shown, simple, sourceSpans(piece, 0));
        continue;
      }
      if (size + text.length > BATCH) closeBatch();
      batch.push({ index, parts: piece, text });
      size += text.length;
    }
  }
  closeBatch();
  return texts.map((parts, index) => {
    const { visible, inline } = read.get(index) ?? { visible: parts, inline: NONE };
    return { visible: visible.length > 1 ? mergeSpans(visible) : visible, inline };
  });
}

/** A `!` before a tag that is left out makes no picture of the link behind it. */
function joinPiece(source: string, piece: TextParts): string {
  const texts = piece.map(({ start, end }) => source.slice(start, end));
  return texts
    .map((text, place) => (text.endsWith("!") && texts[place + 1]?.startsWith("[") ? `${text.slice(0, -1)}.` : text))
    .join("");
}

function isUnmarked(text: string): boolean {
  if (!MARKS.test(text)) return true;
  return text.length > SHORT_TEXT && (text.match(/[*_~`[\]]/gu)?.length ?? 0) > text.length * MOST_MARKS;
}

function addShown(into: Collected, { visible, inline }: Shown, toSource: (span: Span) => Span[]): void {
  for (const span of visible) for (const part of toSource(span)) into.visible.push(part);
  for (const span of inline) for (const part of around(toSource(span))) into.inline.push(part);
}

/** Cuts a long text into pieces: behind a line break, a sentence or a blank where one is near. */
function* cutText(source: string, parts: TextParts): Generator<TextParts> {
  let piece: Span[] = [];
  let room = LONGEST_TEXT;
  for (const part of parts) {
    let { start } = part;
    while (part.end - start > room) {
      const end = cutBefore(source, start, start + room);
      if (end > start) piece.push({ start, end });
      if (piece.length > 0) yield piece;
      [piece, room, start] = [[], LONGEST_TEXT, end];
    }
    if (start < part.end) piece.push({ start, end: part.end });
    room -= part.end - start;
  }
  if (piece.length > 0) yield piece;
}

function cutBefore(source: string, start: number, end: number): number {
  const near = source.slice(Math.max(start, end - 1000), end);
  const found = [/^[^]*[\r\n]/u, /^[^]*[。！？!?]/u, /^[^]*\s/u].map((pattern) => pattern.exec(near)?.[0].length ?? 0);
  const cut = found.find((length) => length > 0);
  if (cut !== undefined) return end - near.length + cut;
  return /[\uDC00-\uDFFF]/u.test(source.charAt(end)) ? end - 1 : end;
}

interface PieceShown extends Shown {
  readonly index: number;
}

function readBatch(batch: readonly Piece[], known: ReadonlyMap<string, string>): PieceShown[] {
  if (batch.length === 0) return [];
  // The parser swallows a byte order mark at the very beginning, and all its positions with it.
  let text = "\n";
  const starts = batch.map((piece) => {
    // What is behind a mark is no definition, though it may look like one.
    text += ".";
    const start = text.length;
    text += `${withoutBlankLines(piece.text)}\n\n`;
    return start;
  });
  const tree = tryParse(openToIdeographs(text) + definitionsFor(text, known));
  if (!tree) return batch.map(({ index, parts }) => ({ index, visible: parts, inline: [] }));
  const found = batch.map((): { visible: Span[]; inline: Span[]; isRead: boolean } => ({
    visible: [],
    inline: [],
    isRead: false,
  }));
  let place = 0;
  for (const node of tree.root.children) {
    const offset = node.position?.start.offset ?? 0;
    while (place + 1 < starts.length && (starts[place + 1] ?? 0) <= offset + 1) place += 1;
    const piece = found[place];
    if (node.type !== "paragraph" || !piece || offset >= text.length) continue;
    readPhrasing(tree, node.children, piece);
    piece.isRead = true;
  }
  return batch.map(({ index, parts }, at) => {
    const toSource = sourceSpans(parts, starts[at] ?? 0);
    const { visible, inline, isRead } = found[at] ?? { visible: [], inline: [], isRead: false };
    if (!isRead) return { index, visible: parts, inline: [] };
    return { index, visible: visible.flatMap(toSource), inline: inline.flatMap((span) => around(toSource(span))) };
  });
}

/** A line that marks alone made up would part the text. */
function withoutBlankLines(text: string): string {
  return text.replaceAll(/(?<=[\r\n])[ \t]*[\r\n]/gu, (blank) => "x".repeat(blank.length));
}

const IDEOGRAPH = String.raw`[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]`;
const BEHIND_MARK = new RegExp(String.raw`(?<=(?![*~\p{Ps}\p{Pi}])[\p{P}\p{S}](?:\*{1,3}|~~))${IDEOGRAPH}`, "gu");
const BEFORE_MARK = new RegExp(String.raw`${IDEOGRAPH}(?=(?:\*{1,3}|~~)(?![*~\p{Pe}\p{Pf}])[\p{P}\p{S}])`, "gu");

const WITHIN = String.raw`__${IDEOGRAPH}(?:[^_\r\n]{0,200}${IDEOGRAPH})?__`;
const BEFORE_UNDERLINED = new RegExp(`${IDEOGRAPH}(?=${WITHIN})`, "gu");
const BEHIND_UNDERLINED = new RegExp(`(?<=${WITHIN})${IDEOGRAPH}`, "gu");

/**
 * Lets marks open and close between an ideograph and punctuation: `**注意：**首次`, `说**“是”**了`.
 *
 * CommonMark asks for white space there, which Chinese does not write. The parser sees punctuation on both sides.
 */
function openToIdeographs(text: string): string {
  return text
    .replaceAll(BEHIND_MARK, "，")
    .replaceAll(BEFORE_MARK, "，")
    .replaceAll(BEFORE_UNDERLINED, "，")
    .replaceAll(BEHIND_UNDERLINED, "，");
}

function labelOf(label: string): string {
  const inner = /\[(?<label>(?:[^\][\\]|\\.)*)\]/u.exec(label)?.groups?.["label"] ?? "";
  return inner.trim().replaceAll(/\s+/gu, " ").toLowerCase();
}

/** The definitions of the links that a text may name. */
function definitionsFor(text: string, known: ReadonlyMap<string, string>): string {
  if (known.size === 0) return "";
  const found = new Set<string>();
  let length = 0;
  for (const [label] of text.matchAll(/\[(?:[^\][\\]|\\.){1,300}\]/gu)) {
    const definition = known.get(labelOf(label));
    if (definition === undefined || found.has(definition)) continue;
    length += definition.length + 1;
    if (length > LONGEST_DEFINITIONS) break;
    found.add(definition);
  }
  return [...found].map((definition) => `${definition}\n`).join("");
}

const MARK_TOKENS = ["codeTextSequence", "codeTextPadding", "escapeMarker", "linePrefix"] as const;
/** Blocks, elements and the like are read elsewhere, and character references stay as they stand. */
const OTHERS =
  "blockQuote characterReference codeFenced codeIndented headingAtx htmlFlow htmlText list setextUnderline thematicBreak".split(
    " ",
  );

/** Gives nothing where the parser fails, be it for the depth of the stack or for a fault of its own. */
function tryParse(text: string): (InlineTree & { readonly root: Root }) | undefined {
  const marks: Span[] = [];
  const collect = (token: {
    readonly start: { readonly offset: number };
    readonly end: { readonly offset: number };
  }): void => {
    marks.push({ start: token.start.offset, end: token.end.offset });
  };
  try {
    const root = fromMarkdown(text, {
      extensions: [gfmStrikethrough(), { disable: { null: OTHERS } }],
      mdastExtensions: [
        gfmStrikethroughFromMarkdown(),
        { enter: Object.fromEntries(MARK_TOKENS.map((token) => [token, collect])) },
      ],
    });
    return { text, root, marks: mergeSpans(marks) };
  } catch {
    return undefined;
  }
}

/** Where a span of a text that begins at `offset` stands in the source: in several parts, where marks part it. */
function sourceSpans(parts: TextParts, offset: number): (span: Span) => Span[] {
  const starts: number[] = [];
  let length = offset;
  for (const { start, end } of parts) {
    starts.push(length);
    length += end - start;
  }
  return (span) => {
    const found: Span[] = [];
    for (let index = lastAtMost(starts, span.start); index < parts.length; index += 1) {
      const [part, at] = [parts[index], starts[index] ?? 0];
      if (!part || at >= span.end) break;
      const start = part.start + Math.max(0, span.start - at);
      const end = Math.min(part.end, part.start + span.end - at);
      if (start < end) found.push({ start, end });
    }
    return found;
  };
}

function around(spans: readonly Span[]): Span[] {
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last ? [{ start: first.start, end: last.end }] : [];
}
