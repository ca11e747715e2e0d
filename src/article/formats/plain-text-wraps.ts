import { columns } from "../../text/width.ts";
import { beginsTurn, isSpeaker, type Labels, mayBeLastWord } from "./plain-text-labels.ts";
import type { Line } from "./plain-text-lines.ts";
import { readLineNumber } from "./plain-text-numbers.ts";
import { endsSentence, isBrokenWord, isBulleted, isListItem, mayEndParagraph } from "./plain-text-shapes.ts";
import { isVersion } from "./plain-text-versions.ts";

/** Lines are taken for hard-wrapped where the widest of a group has at least and at most so many columns. */
const NARROWEST_PAGE = 40;
const WIDEST_PAGE = 130;
/** Narrower pages are known by lines of one width, of which at least so many end in the middle of a sentence. */
const NARROWEST_EVEN = 20;
const LEAST_EVEN = 2;
const NARROWEST_QUOTE = 12;
/** How much of the page's width a line must fill for the next to go on in the same paragraph. */
const FULL_LINE = 0.75;

interface Layout {
  readonly widths: readonly number[];
  readonly page: number;
  /** Lines end where the page does, not where a paragraph does. */
  readonly isWrapped: boolean;
  /** What an indented line does among others: it begins a paragraph, or goes on in one whose first line stands out. */
  readonly indents: "begin" | "go-on" | "nothing";
  readonly least: number;
  /** For each line whether it begins with a small letter and ends a sentence, by itself or with such lines below. */
  readonly closing: readonly boolean[];
}

/** Joins the lines of one group into paragraphs where they are hard-wrapped; otherwise each line stands for itself. */
export function joinWrapped(group: readonly Line[], labels: Labels): (readonly Line[])[] {
  const [only] = group;
  if (only && group.length === 1) return [[only]];
  const layout = readLayout(group);
  const paragraphs: Line[][] = [];
  for (const [index, line] of group.entries()) {
    const open = paragraphs.at(-1);
    const before = group[index - 1];
    if (open && before && goesOn({ open, before, line, index }, layout, labels)) open.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

function readLayout(group: readonly Line[]): Layout {
  const least = group.reduce((smallest, { indent }) => Math.min(smallest, indent), Number.POSITIVE_INFINITY);
  const widths = group.map(({ text, indent }) => columns(text) + indent - least);
  const page = widths.reduce((widest, width) => Math.max(widest, width), 0);
  const full = group.slice(0, -1).filter((_, index) => (widths[index] ?? 0) >= page * FULL_LINE);
  const broken = full.filter(({ text }) => !endsSentence(text));
  const isPage = page >= NARROWEST_PAGE || (page >= NARROWEST_EVEN && isEven(group, widths, page));
  const isWrapped = isPage && page <= WIDEST_PAGE && broken.length * 2 >= full.length;
  return {
    widths,
    page,
    isWrapped,
    indents: readIndents(group, { widths, page, least }),
    least,
    closing: readClosing(group),
  };
}

const BEGINS_SMALL = /^["“'‘(]?\p{Ll}/u;

function readClosing(group: readonly Line[]): boolean[] {
  const closing = group.map(() => false);
  for (let index = group.length - 1; index >= 0; index -= 1) {
    const text = group[index]?.text ?? "";
    closing[index] = BEGINS_SMALL.test(text) && (mayEndParagraph(text) || closing[index + 1] === true);
  }
  return closing;
}

/** Chinese that is broken wherever the page ends. */
function isEven(group: readonly Line[], widths: readonly number[], page: number): boolean {
  const cut = group.filter(
    ({ text }, index) => (widths[index] ?? 0) >= page - 2 && /[\p{Script=Han}，、]$/u.test(text),
  );
  const wide = widths.slice(0, -1).filter((width) => width >= page - 2);
  return cut.length >= LEAST_EVEN && cut.length * 2 >= wide.length;
}

/** A line that stands further in than the one before it, which ends no sentence, goes on in it. */
function readIndents(
  group: readonly Line[],
  { widths, page, least }: Pick<Layout, "widths" | "page" | "least">,
): Layout["indents"] {
  const isIn = (line: Line | undefined): boolean => line !== undefined && line.indent > least + 1;
  if (!group.some(isIn)) return "nothing";
  if (isIn(group[0])) return "begin";
  const further = group.flatMap((line, index) => (index > 0 && isIn(line) && !isIn(group[index - 1]) ? [index] : []));
  const runOn = further.filter((index) => {
    const before = group[index - 1]?.text ?? "";
    const isFull = (widths[index - 1] ?? 0) >= page * FULL_LINE;
    return !mayEndParagraph(before) && (isFull || /^\p{Ll}/u.test(group[index]?.text ?? ""));
  });
  return runOn.length * 2 >= further.length && runOn.length > 0 ? "go-on" : "begin";
}

interface Place {
  /** The paragraph that stands open, with the line before in it. */
  readonly open: readonly Line[];
  readonly before: Line;
  readonly line: Line;
  readonly index: number;
}

function goesOn(place: Place, layout: Layout, labels: Labels): boolean {
  const { open, before, line, index } = place;
  if (belongsToItem(place, labels)) return true;
  if (beginsParagraph(place, layout, labels)) return false;
  if (isBrokenWord(before.text, line.text)) return true;
  if (open.length === 1 && isSpeaker(before.text, labels)) return true;
  const isFull = (layout.widths[index - 1] ?? 0) >= layout.page * FULL_LINE;
  if (layout.isWrapped && isFull) return true;
  const isLower = BEGINS_SMALL.test(line.text);
  const isOpen = !mayEndParagraph(before.text);
  const isFurtherIn = line.indent > (open[0]?.indent ?? 0);
  const isItem = isListItem(open[0]?.text ?? "");
  if (isFurtherIn && (layout.indents === "go-on" || isItem))
    return isFull || isLower || (isOpen && /^\p{Script=Han}/u.test(line.text));
  if (!isOpen) return false;
  if (!layout.isWrapped && !line.quote) return layout.closing[index] === true && isBegun(place);
  // A ragged line: it ends in the middle of a sentence although the page is wider.
  if (isLower) return true;
  if (line.quote && /^\p{Script=Han}/u.test(line.text) && (layout.widths[index - 1] ?? 0) >= NARROWEST_QUOTE)
    return true;
  return /[，、,]$/u.test(before.text) || (open.length > 1 && /^\p{Script=Han}/u.test(line.text));
}

/** Several words, the first with a capital, go on in a line that begins small; entries that all begin small stay apart. */
function isBegun({ open, before, line }: Place): boolean {
  const isNoTerm = line.indent <= before.indent + 1;
  return isNoTerm && /^\P{L}{0,3}\p{Lu}/u.test(open[0]?.text ?? "") && /\S\s\S/u.test(before.text);
}

/** Whatever stands further in than an item's dot or dash is the item's. */
function belongsToItem({ open, before, line }: Place, labels: Labels): boolean {
  const [item] = open;
  if (!item || line.indent <= item.indent || isListItem(line.text) || beginsTurn(line.text, labels)) return false;
  if (isBulleted(item.text)) return true;
  return isListItem(item.text) && !mayEndParagraph(before.text) && BEGINS_SMALL.test(line.text);
}

function beginsParagraph({ open, before, line }: Place, layout: Layout, labels: Labels): boolean {
  const { text, indent } = line;
  const isName = isCapitals(before.text) && !isSpeaker(before.text, labels);
  if (open.length === 1 && isName && /\p{Ll}/u.test(text)) return true;
  const isTurn = beginsTurn(text, labels) && (mayEndParagraph(before.text) || !mayBeLastWord(text));
  if (isListItem(text) || isTurn || (open.length === 1 && isVersion(before.text))) return true;
  if (isVersion(text) && (mayEndParagraph(before.text) || isListItem(open[0]?.text ?? ""))) return true;
  const isIn = indent > layout.least + 1;
  if (layout.indents === "begin" && isIn && (layout.least < indent || before.indent < indent)) return true;
  if (layout.indents === "go-on" && !isIn) return true;
  const number = readLineNumber(text);
  if (number?.isNamed !== true) return false;
  return mayEndParagraph(before.text) || columns(before.text) < layout.page * FULL_LINE;
}

/** A line of capitals alone names what stands below it: `SYNOPSIS`. */
function isCapitals(text: string): boolean {
  return text.length <= NARROWEST_PAGE && /\p{Lu}\P{Ll}*\p{Lu}/u.test(text) && !/[\p{Ll}\p{Script=Han}]/u.test(text);
}
