import { columns } from "../../text/width.ts";
import { beginsTurn, type Labels } from "./plain-text-labels.ts";
import type { Line } from "./plain-text-lines.ts";
import { readLineNumber } from "./plain-text-numbers.ts";
import type { Piece, TextPiece } from "./plain-text-pieces.ts";
import { isBrokenWord, isDateline, isListItem, isSpeech, mayEndParagraph } from "./plain-text-shapes.ts";

/** A line that goes on behind a blank line or a page's end is at least so wide, in columns. */
const NARROWEST_PAGE = 40;
const WIDEST_PAGE = 130;
const FULL_LINE = 0.75;
/** So many wide lines end in the middle of a sentence before blank lines count for nothing. */
const LEAST_BROKEN = 3;

/** Lines of one page differ by a mark that may not begin a line. */
const MARGIN = 4;
const words = new Intl.Segmenter("zh", { granularity: "word" });
const LONGEST_WORD = 4;

/** A piece that others are joined to is a copy of the one that was cut. */
interface OpenPiece extends TextPiece {
  readonly runs: Line[][];
}

interface Open {
  readonly piece: TextPiece;
  readonly at: number;
  readonly copy?: OpenPiece;
}

/** Joins paragraphs that the end of a page cuts in two, and lines that blank lines part although their sentence goes on. */
export function joinPieces(pieces: readonly Piece[], labels: Labels): Piece[] {
  const spacing = readSpacing(pieces);
  const joined: Piece[] = [];
  let open: Open | undefined;
  for (const piece of pieces) {
    if (piece.kind === "left-out") {
      if (piece.reason !== "page-furniture") open = undefined;
      joined.push(piece);
      continue;
    }
    const isAcross = open !== undefined && joined.length > open.at + 1;
    if (open && mayJoin(open.piece, piece, labels) && continues(open.piece, piece, { isAcross, spacing })) {
      const copy = open.copy ?? { ...open.piece, runs: open.piece.runs.map((run) => [...run]) };
      append(copy, piece, isAcross);
      joined.length = open.at;
      joined.push(copy);
      open = { piece: copy, at: open.at, copy };
      continue;
    }
    open = { piece, at: joined.length };
    joined.push(piece);
  }
  return joined;
}

function append({ runs }: OpenPiece, next: TextPiece, isAcross: boolean): void {
  for (const [index, run] of next.runs.entries()) {
    const last = runs.at(-1);
    if (index === 0 && !isAcross && last) for (const line of run) last.push(line);
    else runs.push([...run]);
  }
}

/** What begins like an item, a turn or a numbered line begins a paragraph wherever it stands. */
function mayJoin(open: TextPiece, next: TextPiece, labels: Labels): boolean {
  const first = next.runs[0]?.[0];
  if (!first || open.underline !== undefined || next.underline !== undefined) return false;
  if (open.form === "block-quote" || next.form === "block-quote") {
    return (
      open.form === next.form && open.runs[0]?.[0]?.quote?.depth === first.quote?.depth && next.isLone && open.isLone
    );
  }
  if (next.form !== "prose" || (open.form !== "prose" && open.form !== "list-item")) return false;
  if (isListItem(first.text) || isDateline(first.text) || isSpeech(first.text)) return false;
  return !beginsTurn(first.text, labels) && readLineNumber(first.text)?.isNamed !== true;
}

interface Spacing {
  /** The width of lines that blank lines part although sentences go on; absent where a text has none. */
  readonly page?: number;
  /** The width of the widest line by itself. */
  readonly widest: number;
  /** The first piece, which may be the title. */
  readonly first: TextPiece | undefined;
  /** First lines of paragraphs stand further in than the others. */
  readonly isIndented: boolean;
}

/** Looks for texts in which a blank line stands below every line. */
function readSpacing(pieces: readonly Piece[]): Spacing {
  const first = pieces.find((piece) => piece.kind === "text");
  const lone = pieces.flatMap((piece) =>
    piece.kind === "text" && piece.isLone ? (piece.runs[0]?.slice(0, 1) ?? []) : [],
  );
  const page = lone.reduce((widest, { text }) => Math.max(widest, columns(text.slice(0, WIDEST_PAGE * 2))), 0);
  const wide = page > WIDEST_PAGE ? [] : lone.filter(({ text }) => columns(text) >= page * FULL_LINE);
  const broken = wide.filter(({ text }) => !mayEndParagraph(text));
  if (page < NARROWEST_PAGE || broken.length < LEAST_BROKEN || broken.length * 2 < wide.length)
    return { widest: page, first, isIndented: false };
  const further = lone.filter(({ indent }) => indent > 1).length;
  return { page, widest: page, first, isIndented: further > 0 && further < lone.length };
}

interface Between {
  readonly isAcross: boolean;
  readonly spacing: Spacing;
}

function continues(open: TextPiece, next: TextPiece, { isAcross, spacing }: Between): boolean {
  const [last, first] = [open.runs.at(-1)?.at(-1), next.runs[0]?.[0]];
  if (!last || !first) return false;
  if (isBrokenWord(last.text, first.text)) return true;
  const isFull =
    spacing.page !== undefined &&
    isLoneLine(next) &&
    columns(last.text.slice(0, WIDEST_PAGE)) >= spacing.page * FULL_LINE;
  if (isFull && spacing.isIndented && first.indent <= 1) return true;
  if (mayEndParagraph(last.text) || (isFull && spacing.isIndented)) return false;
  const isWide = columns(last.text.slice(0, WIDEST_PAGE)) >= NARROWEST_PAGE;
  const isPageEnd = isAcross || first.isPageStart;
  if (/^["“'‘(]?\p{Ll}/u.test(first.text)) {
    const begins = /^\P{L}{0,3}\p{Lu}/u.test(open.runs[0]?.[0]?.text ?? "");
    const ends =
      next.runs[0]?.length !== 1 ||
      mayEndParagraph(first.text) ||
      columns(first.text.slice(0, WIDEST_PAGE)) >= NARROWEST_PAGE;
    return (isWide && ((begins && ends) || isFull)) || (isPageEnd && wordy(open));
  }
  if (!/^[\p{Script=Han}，、。]/u.test(first.text)) return isFull;
  if (isFull || /[，、]$/u.test(last.text)) return isFull || isWide || isPageEnd;
  return isWide && (isPageEnd || isCutClause(open, next, spacing));
}

/** A single Chinese line that a blank line cuts: within a word, at the page's width, or before a line that stands less far in. */
function isCutClause(open: TextPiece, next: TextPiece, spacing: Spacing): boolean {
  const [line, follows] = [open.runs.at(-1)?.at(-1), next.runs[0]?.[0]];
  const begin = open.runs[0]?.[0];
  if (!line || !follows || !begin || !open.isLone || !next.isLone) return false;
  const [width, below] = [line, follows].map(({ text }) => columns(text.slice(0, WIDEST_PAGE + 1)));
  if (width === undefined || width > WIDEST_PAGE || follows.indent > 1 || follows.indent > begin.indent) return false;
  if (!/[，；：]/u.test(line.text) || !/\p{Script=Han}$/u.test(line.text.slice(-2))) return false;
  if (!mayEndParagraph(follows.text) && (below ?? 0) < NARROWEST_PAGE) return false;
  if (begin.indent > 1 || isWithinWord(line.text, follows.text)) return true;
  return open !== spacing.first && width >= spacing.widest - MARGIN;
}

function isWithinWord(before: string, text: string): boolean {
  const head = before.slice(-LONGEST_WORD);
  return words.segment(head + text.slice(0, LONGEST_WORD)).containing(head.length)?.index !== head.length;
}

function isLoneLine({ isLone, runs }: TextPiece): boolean {
  return isLone && runs.length === 1 && runs[0]?.length === 1;
}

/** Several lines, or one of several words. */
function wordy({ runs }: TextPiece): boolean {
  return (
    runs.length > 1 || (runs[0]?.length ?? 0) > 1 || /\s\S+\s/u.test(runs[0]?.[0]?.text.slice(0, WIDEST_PAGE) ?? "")
  );
}
