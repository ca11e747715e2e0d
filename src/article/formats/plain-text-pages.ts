import type { Line } from "./plain-text-lines.ts";
import { readLineNumber } from "./plain-text-numbers.ts";
import { endsSentence, hasHeadingForm } from "./plain-text-shapes.ts";

/** What can only number a page: `[Page 1]`, `Page 3 of 9`, `第 3 页 共 9 页`, `- 3 -`. */
const PAGE_NUMBER =
  /^(?:[[(（【]\s?(?:page|pg\.|p\.)\s?\d{1,4}(?:\s?(?:of|\/)\s?\d{1,4})?\s?[\])）】]|(?:page|pg\.|p\.)\s?\d{1,4}\s?(?:of|\/)\s?\d{1,4}|(?:第\s?\d{1,4}\s?[页頁]\s?[,，、/|]?\s?)?[(（]?(?:共|总|總)\s?\d{1,4}\s?[页頁][)）]?(?:\s?第\s?\d{1,4}\s?[页頁])?|[-–—~·]{1,2}\s?\d{1,4}\s?[-–—~·]{1,2})$/iu;
/** What may number a page where another does likewise, or where a page ends. */
const PAGE_LIKE = /^(?:page\s?\d{1,4}|第\s?\d{1,4}\s?[页頁]|\d{1,4}\s?\/\s?\d{1,4})$/iu;
const BARE_NUMBER = /^(?:\d{1,4}|[ivxlc]{1,7})$/u;
/** A running foot: words, a wide gap, the page. */
const FOOT = /(?:(?<!\s)\s{3,}|\t)(?:\[page \d{1,4}\]|page \d{1,4}(?: of \d{1,4})?|第\s?\d{1,4}\s?[页頁].{0,12})$/iu;
const LONGEST = 120;
/** A line that returns without page breaks does so at least so many lines apart, and this evenly. */
const SHORTEST_PAGE = 20;
const EVENNESS = 0.15;

/** Tells for each line whether it belongs to the page rather than to the text: running heads and feet, page numbers. */
export function markPages(lines: readonly Line[]): boolean[] {
  const short = lines.map(({ text }) => (text.length <= LONGEST ? text : ""));
  const likely = short.filter((text) => PAGE_LIKE.test(text)).length;
  const isBreak = (index: number): boolean =>
    lines[index]?.isPageStart === true || lines[index + 1]?.isPageStart === true;
  const marks = short.map((text, index) => {
    if (PAGE_NUMBER.test(text) || FOOT.test(text)) return true;
    if (PAGE_LIKE.test(text)) return likely > 1 || isBreak(index);
    return BARE_NUMBER.test(text) && isBreak(index);
  });
  for (const index of findRunningLines(lines, short, marks)) marks[index] = true;
  return marks;
}

/** The lines that return at the edges of pages, or at regular distances. */
function findRunningLines(lines: readonly Line[], short: readonly string[], numbers: readonly boolean[]): number[] {
  const edges = findEdges(lines, numbers);
  const places = new Map<string, number[]>();
  for (const [index, text] of short.entries()) {
    const key = runningKey(text);
    if (key === "" || numbers[index] === true) continue;
    const known = places.get(key);
    if (known) known.push(index);
    else places.set(key, [index]);
  }
  const depths = lineNumbers(lines);
  return [...places.values()].flatMap((indexes) => {
    const [first = 0] = indexes;
    const text = short[first] ?? "";
    if (indexes.length < 2 || endsSentence(text)) return [];
    const isWide = /\S\s{3,}\S/u.test(text);
    const atEdges = indexes.filter((index) => edges.has(index) || (index === 0 && isWide));
    const running = atEdges.some((index) => index > 0) ? atEdges : regular(indexes, lines, depths);
    const isNamed =
      readLineNumber(text) !== undefined || (hasHeadingForm(text, false) && standsApart(lines, first, numbers));
    const mayLead = !isWide && (first < 3 || isNamed);
    return mayLead ? running.filter((index) => index !== first) : running;
  });
}

/** Tells whether a line stands by itself below the end of a sentence, as a heading does. */
function standsApart(lines: readonly Line[], index: number, numbers: readonly boolean[]): boolean {
  const before = lines[numbers[index - 1] === true ? index - 2 : index - 1];
  const isLone = (lines[index]?.blanks ?? 0) > 0 && (lines[index + 1]?.blanks ?? 0) > 0;
  return isLone && endsSentence(before?.text ?? "");
}

/** The first and last lines of pages. */
function findEdges(lines: readonly Line[], numbers: readonly boolean[]): ReadonlySet<number> {
  const edges = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (line.isPageStart) for (const edge of [index - 1, index]) edges.add(edge);
    if (numbers[index] !== true) continue;
    for (const edge of [index - 1, index + 1]) edges.add(edge);
    // The page's number may stand at its foot or behind the next page's head.
    if (lines[index + 1]?.isPageStart) edges.add(index + 2);
  }
  return edges;
}

/** A running line without the page that it tells. */
function runningKey(text: string): string {
  if (!/\s\s|\d/u.test(text)) return /\p{L}/u.test(text) ? text : "";
  const bare = text.replace(/(?:(?<!\s)\s{2,}|\s?[|｜·]\s?)\d{1,4}$|^\d{1,4}(?:\s{2,}|\s?[|｜·]\s?)/u, "");
  return /\p{L}/u.test(bare) ? bare.replaceAll(/\s+/gu, " ") : "";
}

function lineNumbers(lines: readonly Line[]): number[] {
  let number = 0;
  return lines.map(({ blanks }) => (number += blanks + 1));
}

function regular(indexes: readonly number[], lines: readonly Line[], depths: readonly number[]): readonly number[] {
  if (indexes.length < 3) return [];
  const isLone = (index: number): boolean => (lines[index]?.blanks ?? 1) > 0 && (lines[index + 1]?.blanks ?? 1) > 0;
  const gaps = indexes.slice(1).map((index, at) => (depths[index] ?? 0) - (depths[indexes[at] ?? 0] ?? 0));
  const [least, most] = gaps.reduce(([low, high], gap) => [Math.min(low, gap), Math.max(high, gap)], [Infinity, 0]);
  return least >= SHORTEST_PAGE && most <= least * (1 + EVENNESS) && indexes.every(isLone) ? indexes : [];
}
