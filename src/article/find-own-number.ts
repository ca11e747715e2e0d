import type { Article } from "./article.ts";
import { listSections } from "./list-sections.ts";
import { type NumberedKind, type OwnNumber, rankOf } from "./own-number.ts";
import type { Bearer, OwnNumbers } from "./own-numbers.ts";
import type { Span } from "../text/span.ts";

export type Borne =
  /** In reading order; several where numbers begin anew: 第一节 of each 章. */
  | { readonly kind: "borne"; readonly bearers: readonly Bearer[] }
  /** Others bear numbers of this kind, but nothing bears this one; `isAlike` where theirs are written in the same way. */
  | { readonly kind: "unborne"; readonly isAlike: boolean }
  /** Nothing bears a number of this kind: it can only mean a place. */
  | { readonly kind: "uncounted" };

/** What else may be meant by a kind where nothing bears a number of it. */
const NEAR: Readonly<Record<NumberedKind, readonly NumberedKind[]>> = {
  part: ["part", "item", "chapter", "section"],
  chapter: ["chapter", "item", "part", "section"],
  section: ["section", "item", "chapter", "part", "clause", "article"],
  article: ["article", "clause", "section", "item"],
  clause: ["clause", "article", "section", "item"],
  appendix: ["appendix"],
  item: ["item", "clause", "article"],
};
const COUNTS_PLACES: ReadonlySet<NumberedKind> = new Set(["part", "chapter", "section"]);

/**
 * Finds what bears a number, the innermost of a path: 第二章 and in it 第一节.
 *
 * @param path the numbers asked for, outermost first.
 */
export function findOwnNumber(article: Article, numbers: OwnNumbers, path: readonly OwnNumber[]): Borne {
  let within: readonly Bearer[] | undefined;
  for (const asked of path) {
    const outer = within;
    const [only, ...others] = outer ?? [];
    const isItem = asked.style === "第项" && findOne(article, insideOf(numbers, outer), asked).kind === "borne";
    if (only && others.length === 0 && SUBPARAGRAPHS.has(asked.style) && !isItem) {
      const subparagraph = findSubparagraph(numbers, only, Number(asked.readings[0]));
      return subparagraph ? { kind: "borne", bearers: [subparagraph] } : { kind: "unborne", isAlike: true };
    }
    const found = findOne(article, insideOf(numbers, outer), asked);
    if (found.kind !== "borne") return found;
    within = found.bearers;
  }
  return within ? { kind: "borne", bearers: within } : { kind: "uncounted" };
}

/** 款 counts a provision's paragraphs on the Mainland, 項 in Taiwan, where 款 are items. */
const SUBPARAGRAPHS: ReadonlySet<string> = new Set(["第款", "第项"]);

function insideOf(numbers: OwnNumbers, outer: readonly Bearer[] | undefined): OwnNumbers {
  if (!outer) return numbers;
  const places = outer.map((each) => heldBy(numbers, each));
  return numbers.filter((bearer) => {
    const { start } = spanOf(bearer);
    return places.some((place) => start > place.start && start < place.end);
  });
}

function findOne(article: Article, numbers: OwnNumbers, asked: OwnNumber): Borne {
  // `the first article that he wrote` is no first item of a list.
  const isLoose = asked.style !== "ordinal" || COUNTS_PLACES.has(asked.kind);
  for (const kind of isLoose ? NEAR[asked.kind] : [asked.kind]) {
    const counted = numbers.filter((bearer) => bearer.number.kind === kind && mayBeMeant(bearer, asked));
    if (counted.length === 0 || (kind !== asked.kind && !isNumbered(article, counted))) continue;
    const bearers = chooseBearers(counted, asked);
    if (bearers.length > 0) return { kind: "borne", bearers };
    const isAlike = counted.some(({ number }) => number.style === asked.style);
    if (counted.length > 1 || !COUNTS_PLACES.has(asked.kind)) return { kind: "unborne", isAlike };
  }
  return { kind: "uncounted" };
}

/** The second paragraph of a provision; items (一)、(二) are none. */
function findSubparagraph(numbers: OwnNumbers, outer: Bearer, count: number): Bearer | undefined {
  const { section } = outer;
  const { from, to } = outer.paragraphs ?? { from: 1, to: section.paragraphs.length };
  const isItem = (paragraph: number): boolean =>
    numbers.some(
      (each) => each.section === section && each.number.kind === "item" && each.paragraphs?.from === paragraph,
    );
  const own = Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((each) => !isItem(each));
  const [first, next] = [own[count - 1], own[count]];
  return first === undefined
    ? undefined
    : { number: outer.number, section, paragraphs: { from: first, to: next === undefined ? to : next - 1 } };
}

/** Items of a list are no sections, unless their numbers have parts: `2.1`. */
function mayBeMeant({ number, paragraphs }: Bearer, asked: OwnNumber): boolean {
  const isList = paragraphs !== undefined && number.kind === "item" && !/^d\d/u.test(number.style);
  return !isList || !COUNTS_PLACES.has(asked.kind);
}

/** Tells whether most headings of one level, or several paragraphs, bear such numbers: a lone one is a name. */
function isNumbered(article: Article, bearers: readonly Bearer[]): boolean {
  if (bearers.some(({ paragraphs }) => paragraphs)) return bearers.length > 1;
  const depth = bearers[0]?.section.number.length;
  const level = listSections(article).filter(({ number, heading }) => heading && number.length === depth);
  return bearers.length > 1 && bearers.length * 2 >= level.length;
}

/** Headings go before paragraphs, the outermost way of numbering before others, long ones before a table of contents. */
function chooseBearers(counted: readonly Bearer[], asked: OwnNumber): readonly Bearer[] {
  const alike = counted.filter(({ number }) => number.readings.some((reading) => asked.readings.includes(reading)));
  const exact = alike.filter(({ number }) => number.readings[0] === asked.readings[0]);
  const named = (exact.length > 0 ? exact : alike).filter(
    ({ number }) => number.kind !== "appendix" || number.style === asked.style,
  );
  const same = named.length > 0 ? named : alike;
  const headed = same.filter(({ paragraphs }) => !paragraphs);
  if (headed.length > 0) return outermost(headed, counted);
  const largest = same.reduce((size, bearer) => Math.max(size, sizeOf(bearer)), 0);
  const ended = same.filter((bearer) => sizeOf(bearer) * 4 >= largest);
  // Lists begin anew all over a text; which of them is meant nobody can tell.
  return ended[0]?.number.kind === "item" && ended.length > 1 ? [] : ended;
}

function outermost(bearers: readonly Bearer[], counted: readonly Bearer[]): readonly Bearer[] {
  if (bearers[0]?.number.kind !== "item") return bearers;
  const firsts = new Map<string, number>();
  for (const [index, { number }] of counted.entries()) {
    if (!firsts.has(number.style)) firsts.set(number.style, index);
  }
  const rank = ({ number, section }: Bearer): number => section.number.length * 100 + (firsts.get(number.style) ?? -1);
  const least = bearers.reduce((lowest, bearer) => Math.min(lowest, rank(bearer)), Number.POSITIVE_INFINITY);
  return bearers.filter((bearer) => rank(bearer) === least);
}

function sizeOf(bearer: Bearer): number {
  const { start, end } = spanOf(bearer);
  return end - start;
}

/** Where a bearer's text stands, its heading included. */
function spanOf({ section, paragraphs }: Bearer): Span {
  if (!paragraphs) return section.span;
  const first = section.paragraphs[paragraphs.from - 1]?.span ?? section.span;
  return { start: first.start, end: section.paragraphs[paragraphs.to - 1]?.span.end ?? first.end };
}

/** What bears a number holds what stands before the next of its level or above, also where headings are not nested. */
function heldBy(numbers: OwnNumbers, outer: Bearer): Span {
  const { start, end } = spanOf(outer);
  const next = numbers.find((each) => spanOf(each).start > start && rankOf(each.number) <= rankOf(outer.number));
  return { start, end: Math.max(end, next ? spanOf(next).start : Number.POSITIVE_INFINITY) };
}
