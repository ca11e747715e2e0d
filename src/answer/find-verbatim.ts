import type { Article } from "../article/article.ts";
import { sentencesWithin } from "../article/list-sentences.ts";
import { sectionAt } from "../article/reference-to.ts";
import { wholeShown } from "../article/whole-shown.ts";
import { loadTogether } from "../text/not-loaded.ts";
import type { Span } from "../text/span.ts";
import { contains } from "../text/span.ts";
import type { Quote } from "./answer.ts";
import { quoteSpan } from "./quote-span.ts";
import type { FoundText } from "./verification.ts";

const mostPlaces = 20;
/** A longer sentence fits no message, and is not quoted around what it holds; in code units. */
const longestQuoted = 20_000;

/** Finds the places in articles, in the order of these, where a text stands letter for letter. */
export function findVerbatim(articles: readonly Article[], given: string): readonly FoundText[] {
  loadTogether(articles.map((each) => () => each.text));
  for (const find of [findExactly, findShown]) {
    const places = articles.flatMap((article) => find(article, given, mostPlaces).map((span) => ({ article, span })));
    if (places.length > 0) return places.slice(0, mostPlaces).map(quoteAround);
  }
  return [];
}

/** Finds at most so many places in one article, in reading order. */
export function placesIn(article: Article, given: string, most: number): readonly Span[] {
  const exact = findExactly(article, given, most);
  return exact.length > 0 ? exact : findShown(article, given, most);
}

/** In the source as it is. */
function findExactly(article: Article, given: string, most: number): Span[] {
  return placesOf(article.text, given, most);
}

/** In what readers see of the article: a quote is shown without the marks that its source has. */
function findShown(article: Article, given: string, most: number): Span[] {
  const shown = wholeShown.now(article);
  return placesOf(shown.text, given, most).map(({ start, end }) => ({
    start: shown.toSource(start),
    end: shown.toSource(end - 1) + 1,
  }));
}

/** What is pasted has line breaks of one kind, whatever kind the article has. */
const lineBreaks = ["\n", "\r\n", "\r"];

function placesOf(text: string, given: string, most: number): Span[] {
  if (!/[\r\n]/u.test(given)) return placesOfExactly(text, given, most);
  const spellings = lineBreaks.map((lineBreak) => given.replaceAll(/\r\n?|\n/gu, lineBreak));
  for (const spelling of new Set([given, ...spellings])) {
    const places = placesOfExactly(text, spelling, most);
    if (places.length > 0) return places;
  }
  return [];
}

function placesOfExactly(text: string, given: string, most: number): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(given); at !== -1 && places.length < most;) {
    places.push({ start: at, end: at + given.length });
    at = text.indexOf(given, at + given.length);
  }
  return places;
}

/** Quotes whole what a place stands in; where it reaches into another section, what it begins with. */
export function quoteAround({ article, span }: Pick<FoundText, "article" | "span">): FoundText {
  const held = [...sentencesWithin(article, span)];
  const [first] = held;
  const section = first && sectionAt(article.sections, first.start);
  const last = held.findLast(({ start }) => sectionAt(article.sections, start) === section);
  if (!first || !last) return { article, span, quote: quoteHeading(article, span) };
  const whole = { start: first.start, end: last.end };
  const isShort = whole.end - whole.start <= longestQuoted;
  return { article, span, quote: isShort ? quoteSpan(article, whole, [span]) : undefined };
}

/** The title or heading that holds a span. */
function quoteHeading(article: Article, span: Span): Quote | undefined {
  const headings = [article.titleSpan, sectionAt(article.sections, span.start)?.heading];
  const heading = headings.find((each) => each && contains(each, span));
  return heading && quoteSpan(article, heading, [span]);
}
