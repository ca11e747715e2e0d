import { type Span, trimSpan } from "../../text/span.ts";
import { columns } from "../../text/width.ts";
import type { TextFormat, Block, FormatOptions } from "./format.ts";
import { leftOutReason } from "./left-out-lines.ts";
import { looksLikeSubtitles, subtitles } from "./subtitles.ts";

/** The widest line that may be a heading or a title, in columns. */
const WIDEST_HEADING = 64;
const WIDEST_TITLE = 90;
/** Lines are taken for hard-wrapped where the widest of a group has at least and at most so many columns. */
const NARROWEST_PAGE = 40;
const WIDEST_PAGE = 130;
/** How much of the page's width a line must fill for the next to go on in the same paragraph. */
const FULL_LINE = 0.75;

/**
 * Plain text: paragraphs are parted by blank lines, or are lines of their own; hard-wrapped lines are joined;
 * headings are short lines of their own with text below them, the first of them is the title.
 */
export const plainText: TextFormat = {
  kind: "text",
  name: "plain text",
  parse(source, options) {
    if (looksLikeSubtitles(source)) return subtitles.parse(source, options);
    const lines = readLines(source);
    const pieces = markLeftOut(lines, options);
    return { blocks: nameBlocks(source, pieces) };
  },
};

interface Line {
  /** Without white space around it; empty for a blank line. */
  readonly span: Span;
  readonly text: string;
  readonly indented: boolean;
}

type Piece = Extract<Block, { kind: "left-out" }> | { readonly kind: "text"; readonly span: Span };

function readLines(source: string): Line[] {
  const lines: Line[] = [];
  for (const match of source.matchAll(/[^\r\n\u2028\u2029\f\v]+|\r\n|[\r\n\u2028\u2029\f\v]/gu)) {
    const isBreak = /^[\r\n\u2028\u2029\f\v]/u.test(match[0]);
    if (isBreak) {
      lines.push({ span: { start: match.index, end: match.index }, text: "", indented: false });
      continue;
    }
    const span = trimSpan(source, { start: match.index, end: match.index + match[0].length });
    lines.push({
      span,
      text: source.slice(span.start, span.end),
      indented: /^(?:[ \u00a0]{2,}|\t|\u3000)/u.test(match[0]),
    });
  }
  return dropLineEnds(lines);
}

/** A break that ends a line of text is no blank line; only a second one is. */
function dropLineEnds(lines: readonly Line[]): Line[] {
  return lines.filter((line, index) => line.text !== "" || (lines[index - 1]?.text ?? "") === "");
}

/** Sets aside the lines that are no content and joins the others into paragraphs. */
function markLeftOut(lines: readonly Line[], options: FormatOptions): Piece[] {
  const filled = lines.filter((line) => line.text !== "");
  const groups = groupLines(lines);
  const pieces: Piece[] = [];
  let place = 0;
  for (const group of groups) {
    const alone = groups.length === 1 || group.every(({ text }) => text === group[0]?.text);
    let kept: Line[] = [];
    const closeParagraphs = (): void => {
      for (const piece of joinWrapped(kept)) pieces.push(piece);
      kept = [];
    };
    for (const line of group) {
      const neighbours = { previous: filled[place - 1]?.text ?? "", next: filled[place + 1]?.text ?? "" };
      const facts = { text: line.text, ...neighbours, alone, fromTop: place, fromBottom: filled.length - 1 - place };
      const reason = leftOutReason(facts, options);
      place += 1;
      if (!reason) {
        kept.push(line);
        continue;
      }
      closeParagraphs();
      pieces.push({ kind: "left-out", span: line.span, reason });
    }
    closeParagraphs();
  }
  return pieces;
}

/** Parts the lines at the blank ones. */
function groupLines(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  let open = false;
  for (const line of lines) {
    if (line.text !== "" && open) groups.at(-1)?.push(line);
    if (line.text !== "" && !open) groups.push([line]);
    open = line.text !== "";
  }
  return groups;
}

/** Letters only where no word or initial looks the same: a wrapped line may well begin with `him. ` or `U.S. `. */
const LIST_ITEM =
  /^(?:[-*•·●○■□▪]\s|[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.)、）．](?!\d)|[(（]?[a-zA-Z][)）]|[a-z]\.\s)/u;
const ENDS_SENTENCE = /[。！？!?.…；][”"』」’')）]*$/u;

/** Joins the lines of one group where they are hard-wrapped; otherwise each line stands for itself. */
function joinWrapped(group: readonly Line[]): Piece[] {
  const widths = group.map((line) => columns(line.text));
  const page = widths.reduce((widest, width) => Math.max(widest, width), 0);
  const fills = (index: number): boolean => (widths[index] ?? 0) >= page * FULL_LINE;
  const full = group.slice(0, -1).filter((_, index) => fills(index));
  const broken = full.filter(({ text }) => !ENDS_SENTENCE.test(text));
  const wrapped = page >= NARROWEST_PAGE && page <= WIDEST_PAGE && broken.length * 2 >= full.length;
  const pieces: Extract<Piece, { kind: "text" }>[] = [];
  for (const [index, line] of group.entries()) {
    const before = pieces.at(-1);
    const begins = LIST_ITEM.test(line.text) || (line.indented && group[index - 1]?.indented === false);
    const goesOn = (wrapped && fills(index - 1)) || isBroken(group[index - 1]?.text ?? "", line.text);
    if (before && goesOn && !begins) {
      pieces[pieces.length - 1] = { kind: "text", span: { start: before.span.start, end: line.span.end } };
      continue;
    }
    pieces.push({ kind: "text", span: line.span });
  }
  return pieces;
}

/** A hyphen at the end of a line breaks a word, however long the line is: `appren-`, `tice`. */
function isBroken(before: string, text: string): boolean {
  return /[\p{Script=Latin}][-\u2010\u2011\u00ad]$/u.test(before) && /^\p{Ll}/u.test(text);
}

/** Tells headings, the title and paragraphs apart. */
function nameBlocks(source: string, pieces: readonly Piece[]): Block[] {
  const texts = pieces.filter((piece) => piece.kind === "text");
  const kinds = new Map(
    nameTexts(texts.map((piece) => source.slice(piece.span.start, piece.span.end))).map((kind, index) => [
      texts[index],
      kind,
    ]),
  );
  return pieces.map((piece): Block => {
    if (piece.kind === "left-out") return piece;
    const { span } = piece;
    switch (kinds.get(piece) ?? "paragraph") {
      case "title":
        return { kind: "title", span };
      case "heading":
        return { kind: "heading", span, depth: 1 };
      case "paragraph": {
        const paragraphKind = LIST_ITEM.test(source.slice(span.start, span.end)) ? "list-item" : "prose";
        return { kind: "paragraph", paragraphKind, span, visible: [span], inline: [] };
      }
    }
  });
}

type TextKind = "title" | "heading" | "paragraph";

/**
 * A run of short lines is a heading only where text follows it: its last line is. A run at the very top begins with
 * the title. Longer runs elsewhere are lists, addresses or verse, and stay paragraphs.
 */
function nameTexts(texts: readonly string[]): TextKind[] {
  const kinds: TextKind[] = texts.map(() => "paragraph");
  for (let from = 0; from < texts.length;) {
    let to = from;
    while (to < texts.length && looksLikeHeading(texts[to] ?? "", to === 0)) to += 1;
    if (to > from && to < texts.length) nameRun(kinds, texts, { from, to });
    from = Math.max(to, from + 1);
  }
  return kinds;
}

function nameRun(
  kinds: TextKind[],
  texts: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const last = to - 1;
  if (from === 0) {
    kinds[0] = "title";
    if (last > 0) kinds[last] = "heading";
    return;
  }
  if (to - from > 3 && !NUMBERED.test(texts[last] ?? "")) return;
  kinds[last] = "heading";
  if (last > from && NUMBERED.test(texts[last - 1] ?? "")) kinds[last - 1] = "heading";
}

const NUMBERED =
  /^(?:第[\d〇零一二三四五六七八九十百]+[章节節部篇回编編卷条條]|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:\.\d{1,2}){0,3}[.、．]?\s|(?:chapter|section|part|appendix)\s+[\divxlc]+\b)/iu;

/** A line that holds a date and at most who published or changed the text then. */
const DATELINE =
  /^(?:[^\d]{0,12}(?:发布|發布|發佈|更新|刊登|公布|公佈|published|updated|posted|dated?)[^\d]{0,6})?(?:[\p{L}\s]{0,8}\d{2,4}\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}\s*日?|\w{3,9}\.? \d{1,2},? \d{4})[^\d]{0,8}(?:发布|發布|發佈|更新|刊登|公布|公佈)?$/iu;

function looksLikeHeading(text: string, first: boolean): boolean {
  const widest = first ? WIDEST_TITLE : WIDEST_HEADING;
  if (text.length > widest || columns(text) > widest || !/\p{L}/u.test(text)) return false;
  if (/[。！；…，,、;：:.][”"』」’']*$/u.test(text) || /[。；]|[.!?]\s/u.test(text.replace(NUMBERED, ""))) return false;
  if (/^[-*•·●○■□▪]\s/u.test(text)) return false;
  if (DATELINE.test(text)) return false;
  // Contact lines and the like: addresses of the web or of mail, telephone numbers.
  return !/:\/\/|www\.|@\w|\d{3,4}[-\s]\d{3,4}/u.test(text);
}
