import { allSections, type Article } from "../article/article.ts";
import type { PlacedSentence } from "../article/list-sentences.ts";
import { listSentences } from "../article/list-sentences.ts";
import { shownParts } from "../article/shown-parts.ts";
import { joinToSource, visibleText } from "../article/visible-text.ts";
import type { Library } from "../search/library.ts";
import type { Passage } from "../search/passage.ts";
import { joinShown } from "../text/shown-part.ts";
import type { Span } from "../text/span.ts";
import { contains, overlaps } from "../text/span.ts";
import type { Analyse } from "../text/terms.ts";
import type { WordingToken } from "../text/wording.ts";
import { wordingTokens } from "../text/wording.ts";
import type { Quote } from "./answer.ts";
import type { Comparing, Comparison, Difference } from "./compare-wording.ts";
import { compareWording } from "./compare-wording.ts";
import { quoteSpan } from "./quote-span.ts";

export interface FoundText {
  readonly article: Article;
  /** Exactly what was found. */
  readonly span: Span;
  /** The whole sentences or the heading that hold it; absent in what is left out. */
  readonly quote?: Quote | undefined;
}

export type Verification =
  /** No word to look for. */
  | { readonly kind: "empty" }
  /** It stands there letter for letter; at least one place, in reading order. */
  | { readonly kind: "verbatim"; readonly places: readonly FoundText[] }
  /** The words are the same (`typographic`) or not all (`changed`); differences are offsets into article and given text. */
  | {
      readonly kind: "typographic" | "changed";
      readonly place: FoundText;
      readonly differences: readonly Difference[];
    }
  | { readonly kind: "absent" };

/** With fewer of its words in one place, in order, a text is taken for somebody else's. */
const leastAgreement = 0.5;
/** A shorter stretch cannot hold so many of its words. */
const leastLength = 0.4;
const passagesTried = 8;
const windowsCompared = 2;
const mostPlaces = 20;

/**
 * Tells whether a text stands in an article letter for letter, where, and otherwise what comes closest.
 *
 * @throws RangeError when there is no such article.
 */
export function verifyQuote(library: Library, given: string, article?: string): Verification {
  const wanted = wordingTokens(given, library.analyse);
  if (!wanted.some(({ kind }) => kind === "word")) return { kind: "empty" };
  const all = [...library.articles.values()].filter(({ id }) => article === undefined || id === article);
  const texts = [given.trim(), withoutQuotationMarks(given.trim())];
  for (const findIn of [findExactly, findShown]) {
    for (const text of texts) {
      const places = all.flatMap((each) => findIn(each, text));
      if (places.length > 0) return { kind: "verbatim", places: places.slice(0, mostPlaces) };
    }
  }
  const closest = findClosest(library, wanted, { given, article });
  if (!closest || closest.comparison.agreement < leastAgreement) return { kind: "absent" };
  const { place, comparison } = closest;
  const { differences } = comparison;
  if (differences.length === 0) return { kind: "verbatim", places: [place] };
  return { kind: differences.some(({ kind }) => kind === "words") ? "changed" : "typographic", place, differences };
}

/** People put what they quote into quotation marks of their own. */
function withoutQuotationMarks(text: string): string {
  const opened = text.replace(/^(?:["“”„'‘’「『«>]\s*)+/u, "");
  if (opened === text) return text;
  return opened.replace(/(?<![\s"“”'‘’」』»])[\s"“”'‘’」』»]+$/u, "") || text;
}

/** In the source as it is. */
function findExactly(article: Article, given: string): FoundText[] {
  return foundAt(article, placesOf(article.text, given));
}

/** In what readers see of the article: a quote is shown without the marks that its source has. */
function findShown(article: Article, given: string): FoundText[] {
  const shown = joinToSource(shownParts(article, { start: 0, end: article.text.length }));
  const places = placesOf(shown.text, given);
  return foundAt(
    article,
    places.map(({ start, end }) => ({ start: shown.toSource(start), end: shown.toSource(end - 1) + 1 })),
  );
}

/** What is pasted has line breaks of one kind, whatever kind the article has. */
const lineBreaks = ["\n", "\r\n", "\r"];

function placesOf(text: string, given: string): Span[] {
  if (!/[\r\n]/u.test(given)) return placesOfExactly(text, given);
  const spellings = lineBreaks.map((lineBreak) => given.replaceAll(/\r\n?|\n/gu, lineBreak));
  return [given, ...spellings].map((each) => placesOfExactly(text, each)).find(({ length }) => length > 0) ?? [];
}

function placesOfExactly(text: string, given: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(given); at !== -1 && places.length < mostPlaces;) {
    places.push({ start: at, end: at + given.length });
    at = text.indexOf(given, at + given.length);
  }
  return places;
}

function foundAt(article: Article, places: readonly Span[]): FoundText[] {
  if (places.length === 0) return [];
  const sentences = listSentences(article);
  return places.map((span) => ({ article, span, quote: quoteAround(article, sentences, span) }));
}

function quoteAround(article: Article, sentences: readonly PlacedSentence[], span: Span): Quote | undefined {
  const held = sentences.filter((sentence) => overlaps(sentence.span, span));
  const [first, last] = [held[0], held.at(-1)];
  if (!first || !last) return quoteHeading(article, span);
  return quoteSpan(article, { start: first.span.start, end: last.span.end }, [span]);
}

/** The title or heading that holds a span. */
function quoteHeading(article: Article, span: Span): Quote | undefined {
  const headings = [article.titleSpan, ...[...allSections(article.sections)].map(({ heading }) => heading)];
  const heading = headings.find((each) => each && contains(each, span));
  return heading && quoteSpan(article, heading, [span]);
}

interface Closest {
  readonly place: FoundText;
  readonly comparison: Comparison;
}

interface Given {
  readonly given: string;
  readonly article: string | undefined;
}

/** Compares the text with runs of sentences that share most with it, over the ends of paragraphs too. */
function findClosest(
  library: Library,
  wanted: readonly WordingToken[],
  { given, article }: Given,
): Closest | undefined {
  const index = library.index(article);
  const terms = library
    .analyse(given)
    .terms.map(({ text, kind }) => ({ text, weight: kind === "character" ? 0.2 : 1 }));
  const hits = index.search(terms, passagesTried);
  const listed = createListing();
  const score = createScore(wanted, library.analyse);
  const windows = hits.flatMap(({ passage }) => windowsAround(passage, listed(passage.article), given.length));
  const scored = windows
    .map((window) => ({ window, score: score(window) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, windowsCompared);
  const compared = scored.flatMap(
    ({ window }) =>
      compareWindow(window, given, { analyse: library.analyse, regional: library.lexicon.regional }) ?? [],
  );
  return compared.toSorted((a, b) => b.comparison.agreement - a.comparison.agreement)[0];
}

interface Window {
  readonly article: Article;
  readonly span: Span;
  readonly sentences: readonly PlacedSentence[];
}

/** Lists an article's sentences once. */
function createListing(): (article: Article) => readonly PlacedSentence[] {
  const listed = new Map<Article, readonly PlacedSentence[]>();
  return (article) => {
    const sentences = listed.get(article) ?? listSentences(article);
    listed.set(article, sentences);
    return sentences;
  };
}

/** Runs of sentences that begin in a passage and are about as long as the text. */
function windowsAround(passage: Passage, all: readonly PlacedSentence[], length: number): Window[] {
  const { article, sentences } = passage;
  const from = all.findIndex(({ span }) => span.start === sentences[0]?.span.start);
  return sentences.flatMap((_, offset) => {
    const windows: Window[] = [];
    const first = all[from + offset];
    if (!first) return [];
    for (let to = from + offset; to < all.length; to += 1) {
      const span = { start: first.span.start, end: all[to]?.span.end ?? first.span.end };
      const isEnough = span.end - span.start >= length * leastLength;
      if (isEnough) windows.push({ article, span, sentences: all.slice(from + offset, to + 1) });
      if (span.end - span.start > length * 1.3 + 20) break;
    }
    return windows;
  });
}

function countSkeletons(tokens: readonly WordingToken[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { skeleton } of tokens) counts.set(skeleton, (counts.get(skeleton) ?? 0) + 1);
  return counts;
}

/** Measures what a run of sentences shares with the text, less a little for all that it has besides. */
function createScore(wanted: readonly WordingToken[], analyse: Analyse): (window: Window) => number {
  const counts = countSkeletons(wanted);
  const known = new Map<PlacedSentence, readonly WordingToken[]>();
  const tokensOf = (article: Article, sentence: PlacedSentence): readonly WordingToken[] => {
    const cached = known.get(sentence);
    if (cached) return cached;
    const tokens = wordingTokens(joinShown(shownParts(article, sentence.span)), analyse);
    known.set(sentence, tokens);
    return tokens;
  };
  return ({ article, sentences }) => {
    const tokens = sentences.flatMap((sentence) => tokensOf(article, sentence));
    let shared = 0;
    for (const [skeleton, times] of countSkeletons(tokens)) shared += Math.min(times, counts.get(skeleton) ?? 0);
    return shared / wanted.length - (0.2 * (tokens.length - shared)) / Math.max(1, tokens.length);
  };
}

function compareWindow({ article, span, sentences }: Window, given: string, comparing: Comparing): Closest | undefined {
  const visible = visibleText(article, span);
  const comparison = compareWording(visible.text, given, comparing);
  if (!comparison) return undefined;
  const toSource = ({ start, end }: Span): Span => ({
    start: visible.toSource(start),
    end: visible.toSource(end - 1) + 1,
  });
  const differences = comparison.differences.map((difference): Difference =>
    difference.original ? { ...difference, original: toSource(difference.original) } : difference,
  );
  const covered = toSource(comparison.covered);
  const place = { article, span: covered, quote: quoteAround(article, sentences, covered) };
  return { place, comparison: { ...comparison, differences, covered } };
}
