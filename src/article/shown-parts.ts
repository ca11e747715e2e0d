import { overlaps, type Span, splitsCodePoint, trimSpan } from "../text/span.ts";
import type { ShownPart } from "../text/shown-part.ts";
import { cutVerbatim, type Verbatim } from "../text/verbatim.ts";
import type { Article, Paragraph, Section } from "./article.ts";
import { separator, visibleParts } from "./visible-parts.ts";

/** A slice of an article with what readers see of it. */
export interface Cut {
  /** UTF-16 offsets into the article's text. */
  readonly span: Span;
  /** Exactly `article.text.slice(span.start, span.end)`. */
  readonly text: Verbatim;
  /** What readers see of it, in reading order: slices within `span`; at least one. */
  readonly shown: readonly ShownPart[];
}

/**
 * Cuts a slice from an article, for quoting: the one place where it is decided what is shown of it.
 *
 * @throws RangeError when the span is empty, lies outside the text, or would cut a character in two.
 */
export function cutQuote(article: Article, span: Span): Cut {
  const text = cutVerbatim(article.text, span);
  const shown = shownParts(article, span);
  return { span, text, shown: shown.length > 0 ? shown : [{ span, text, before: "" }] };
}

/**
 * Lists what readers see of a stretch of an article: title, headings, and the visible parts of paragraphs.
 *
 * Gives nothing for a stretch of what is left out.
 */
export function shownParts(article: Article, span: Span): ShownPart[] {
  return joinSeen(article.text, [...seenWithin(article, wholeCharacters(article.text, span))]);
}

/** The same without title and headings. */
export function shownProse(article: Article, span: Span): ShownPart[] {
  return joinSeen(
    article.text,
    [...seenWithin(article, wholeCharacters(article.text, span))].filter(({ of }) => of.kind !== "heading"),
  );
}

/** Tells whether some stretches of an article surely show more than so many code units, without cutting anything. */
export function showsMoreThan(article: Article, spans: readonly Span[], most: number): boolean {
  let length = 0;
  for (const span of spans) {
    for (const seen of seenWithin(article, span)) {
      const { start, end } = trimSpan(article.text, seen.span);
      length += Math.max(0, end - start);
      if (length > most) return true;
    }
  }
  return false;
}

/** Lists what a stretch of an article shows and some parts do not hold; nothing where the parts are all there is to see. */
export function unseenBetween(article: Article, span: Span, parts: readonly Span[]): Span[] {
  const unseen: Span[] = [];
  let next = 0;
  for (const seen of seenWithin(article, span)) {
    let { start } = seen.span;
    for (let part = parts[next]; part && part.start < seen.span.end; part = parts[next]) {
      if (part.start > start) unseen.push({ start, end: part.start });
      start = Math.max(start, part.end);
      if (part.end > seen.span.end) break;
      next += 1;
    }
    if (start < seen.span.end) unseen.push({ start, end: seen.span.end });
  }
  return unseen.filter((each) => !isBlank(article.text, each));
}

/** Without the halves of characters at both ends: a span that comes from outside may cut them. */
function wholeCharacters(source: string, { start, end }: Span): Span {
  return {
    start: splitsCodePoint(source, start) ? start + 1 : start,
    end: splitsCodePoint(source, end) ? end - 1 : end,
  };
}

/** A visible stretch of an article. */
export interface Seen {
  readonly span: Span;
  readonly of: Paragraph | { readonly kind: "heading" };
}

/** What is visible within a span, cut to it. */
function* seenWithin(article: Article, span: Span): Generator<Seen> {
  yield* headingWithin(article.titleSpan, article.titleVisible, span);
  yield* seenInSections(article.sections, span);
}

function* seenInSections(sections: readonly Section[], span: Span): Generator<Seen> {
  for (const section of overlapping(sections, span)) {
    yield* headingWithin(section.heading, section.headingVisible, span);
    for (const paragraph of overlapping(section.paragraphs, span)) {
      for (const part of visibleParts(paragraph, span)) yield { span: part, of: paragraph };
    }
    yield* seenInSections(section.sections, span);
  }
}

function* headingWithin(heading: Span | undefined, visible: readonly Span[] | undefined, span: Span): Generator<Seen> {
  const of = { kind: "heading" } as const;
  for (const part of visible ?? (heading ? [heading] : [])) {
    if (overlaps(part, span)) yield { span: cutTo(part, span), of };
  }
}

function cutTo(one: Span, other: Span): Span {
  return { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) };
}

/** Those of some items in reading order that share something with a span, found by binary search. */
function* overlapping<Item extends { readonly span: Span }>(items: readonly Item[], span: Span): Generator<Item> {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((items[middle]?.span.end ?? 0) > span.start) high = middle;
    else low = middle + 1;
  }
  for (let index = low; index < items.length; index += 1) {
    const item = items[index];
    if (!item || item.span.start >= span.end) return;
    yield item;
  }
}

/** White space at both ends shows nothing. */
function joinSeen(source: string, seen: readonly Seen[]): ShownPart[] {
  const isFilled = ({ span }: Seen): boolean => !isBlank(source, span);
  const [first, last] = [seen.findIndex(isFilled), seen.findLastIndex(isFilled)];
  const parts: ShownPart[] = [];
  for (let index = Math.max(0, first); index <= last; index += 1) {
    const [before, part] = [seen[index - 1], seen[index]];
    if (!part) break;
    const isEnd = index === first || index === last;
    const trimmed = isEnd ? trimSpan(source, part.span) : part.span;
    const span = {
      start: index === first ? trimmed.start : part.span.start,
      end: index === last ? trimmed.end : part.span.end,
    };
    const parted = index === first || !before ? "" : betweenSeen(source, before, part);
    parts.push({ span, text: cutVerbatim(source, span), before: parted });
  }
  return parts;
}

function isBlank(source: string, span: Span): boolean {
  const { start, end } = trimSpan(source, span);
  return start >= end;
}

/** What stands between two things seen when they are shown. */
export function betweenSeen(source: string, before: Seen, part: Seen): ShownPart["before"] {
  if (before.of === part.of) return shownGap(source, part.of.kind, { before: before.span, part: part.span });
  return touchesBreak(source, { before: before.span, part: part.span }) ? "" : "\n";
}

interface Neighbours {
  readonly before: Span;
  readonly part: Span;
}

/**
 * What is shown for a gap between two visible parts of a paragraph.
 *
 * What a line's end parted is one line again; but lines of code, verse and tables stay lines.
 */
export function shownGap(source: string, kind: Seen["of"]["kind"], { before, part }: Neighbours): ShownPart["before"] {
  const gap = source.slice(before.end, part.start);
  const breaksLine = LINE_BREAK_TAG.test(gap) || (BY_LINE.has(kind) && isParted(gap) && /[\r\n]/u.test(gap));
  if (!breaksLine) return separator(source, before, part);
  return touchesBreak(source, { before, part }) ? "" : "\n";
}

const LINE_BREAK_TAG = /<br\s{0,9}\/?>/iu;
const BY_LINE: ReadonlySet<Seen["of"]["kind"]> = new Set(["code", "table", "verse"]);

/** White space within what is left out, such as a link's title, parts nothing. */
function isParted(gap: string): boolean {
  return /^\s|\s$/u.test(gap);
}

function touchesBreak(source: string, { before, part }: Neighbours): boolean {
  return /[\r\n]/u.test(source.charAt(before.end - 1) + source.charAt(part.start));
}
