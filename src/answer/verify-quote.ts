import type { Article } from "../article/article.ts";
import { sentencesWithin } from "../article/list-sentences.ts";
import { sectionAt } from "../article/reference-to.ts";
import { type VisibleText, visibleText } from "../article/visible-text.ts";
import { wholeShown } from "../article/whole-shown.ts";
import type { Library } from "../search/library.ts";
import type { WeightedTerm } from "../search/passage-index.ts";
import { loadTogether, whenLoaded } from "../text/not-loaded.ts";
import type { Span } from "../text/span.ts";
import { contains } from "../text/span.ts";
import type { Pause } from "../text/steps.ts";
import type { Term } from "../text/terms.ts";
import type { WordingToken } from "../text/wording.ts";
import { cutWording, wordingTokens } from "../text/wording.ts";
import type { Quote } from "./answer.ts";
import { closestWindows } from "./closest-windows.ts";
import { type Comparison, compareTokens, type Difference } from "./compare-wording.ts";
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
const passagesTried = 8;
const windowsCompared = 2;
const mostPlaces = 20;
/** A longer sentence fits no message, and is not quoted around what it holds; in code units. */
const longestQuoted = 20_000;

/** What is checked. */
export interface Checked {
  readonly given: string;
  /** Only in this one. */
  readonly article?: string | undefined;
}

/** Makes what `verifyQuote` needs to know of articles, so that it has not to make it itself. */
export async function prepareVerifying(library: Library, { given, article }: Checked, pause: Pause): Promise<void> {
  const chosen = await whenLoaded(() => chooseFrom(library, library.analyse(given).terms, article));
  for (const each of chosen) await prepareFinding(each, pause);
}

/** The same for one article, in use or not. */
export async function prepareFinding(article: Article, pause: Pause): Promise<void> {
  await wholeShown.gently(article, pause);
}

/**
 * Tells whether a text stands in an article letter for letter, where, and otherwise what comes closest.
 *
 * @throws RangeError when there is no such article.
 */
export function verifyQuote(library: Library, given: string, article?: string): Verification {
  const analysed = library.analyse(given);
  const tokens = cutWording(analysed.folded);
  if (!tokens.some(({ kind }) => kind === "word")) return { kind: "empty" };
  const places = findVerbatim(chooseFrom(library, analysed.terms, article), given);
  if (places.length > 0) return { kind: "verbatim", places };
  const closest = findClosest(library, { given, tokens, terms: analysed.terms }, article);
  if (!closest || closest.comparison.agreement < leastAgreement) return { kind: "absent" };
  const { place, comparison } = closest;
  const { differences } = comparison;
  if (differences.length === 0) return { kind: "verbatim", places: [place] };
  return { kind: differences.some(({ kind }) => kind === "words") ? "changed" : "typographic", place, differences };
}

/** Finds the places in articles, in the order of these, where a text stands letter for letter. */
export function findVerbatim(articles: readonly Article[], given: string): readonly FoundText[] {
  loadTogether(articles.map((each) => () => each.text));
  const texts = [...new Set([given.trim(), withoutQuotationMarks(given.trim())])];
  for (const findIn of [findExactly, findShown]) {
    for (const text of texts) {
      const places = articles.flatMap((each) => findIn(each, text)).slice(0, mostPlaces);
      if (places.length > 0) return places.map(quoteAround);
    }
  }
  return [];
}

/** Of more articles only those are read that the text's words lead to, at most so many. */
const mostRead = 40;
/** Of a library those passages that the words lead to. */
const passagesFound = 100;

function chooseFrom(library: Library, terms: readonly Term[], article: string | undefined): readonly Article[] {
  const { articles } = library;
  const only = article === undefined ? undefined : articles.get(article);
  if (article !== undefined) return only ? [only] : [];
  if (articles.size <= mostRead) return [...articles.values()];
  const hits = library.index().search(weigh(terms), passagesFound);
  const found = new Set(new Set(hits.map((hit) => hit.article)).values().take(mostRead));
  return articles
    .values()
    .filter((each) => found.has(each))
    .toArray();
}

function weigh(terms: readonly Term[]): WeightedTerm[] {
  const weights = new Map<string, number>();
  for (const { text, kind } of terms) weights.set(text, kind === "character" ? 0.2 : 1);
  return [...weights].map(([text, weight]) => ({ text, weight }));
}

/** People put what they quote into quotation marks of their own. */
function withoutQuotationMarks(text: string): string {
  const [opening = ""] = /^(?:["“”„'‘’「『«>]\s*)+/u.exec(text) ?? [];
  if (opening === "") return text;
  let end = text.length;
  while (end > opening.length && CLOSING.test(text.charAt(end - 1))) end -= 1;
  return text.slice(opening.length, end) || text;
}

const CLOSING = /[\s"“”'‘’」』»]/u;

type Place = Pick<FoundText, "article" | "span">;

/** In the source as it is. */
function findExactly(article: Article, given: string): Place[] {
  return placesOf(article.text, given).map((span) => ({ article, span }));
}

/** In what readers see of the article: a quote is shown without the marks that its source has. */
function findShown(article: Article, given: string): Place[] {
  const shown = wholeShown.now(article);
  return placesOf(shown.text, given).map(({ start, end }) => ({
    article,
    span: { start: shown.toSource(start), end: shown.toSource(end - 1) + 1 },
  }));
}

/** What is pasted has line breaks of one kind, whatever kind the article has. */
const lineBreaks = ["\n", "\r\n", "\r"];

function placesOf(text: string, given: string): Span[] {
  if (!/[\r\n]/u.test(given)) return placesOfExactly(text, given);
  const spellings = lineBreaks.map((lineBreak) => given.replaceAll(/\r\n?|\n/gu, lineBreak));
  for (const spelling of new Set([given, ...spellings])) {
    const places = placesOfExactly(text, spelling);
    if (places.length > 0) return places;
  }
  return [];
}

function placesOfExactly(text: string, given: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(given); at !== -1 && places.length < mostPlaces;) {
    places.push({ start: at, end: at + given.length });
    at = text.indexOf(given, at + given.length);
  }
  return places;
}

function quoteAround({ article, span }: Place): FoundText {
  const held = [...sentencesWithin(article, span)];
  const [first, last] = [held[0], held.at(-1)];
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

interface Closest {
  readonly place: FoundText;
  readonly comparison: Comparison;
}

interface Given {
  readonly given: string;
  readonly tokens: readonly WordingToken[];
  readonly terms: readonly Term[];
}

/** Compares the text with runs of sentences that share most with it, over the ends of paragraphs too. */
function findClosest(
  library: Library,
  { given, tokens, terms }: Given,
  article: string | undefined,
): Closest | undefined {
  const { analyse, lexicon } = library;
  const weighted = terms.map(({ text, kind }) => ({ text, weight: kind === "character" ? 0.2 : 1 }));
  const hits = library.index(article).search(weighted, passagesTried);
  const passages = loadTogether(hits.map((hit) => () => hit.passage));
  const windows = closestWindows(passages, { length: given.length, tokens, analyse }, windowsCompared);
  const compared = windows.flatMap((window) => {
    const visible = visibleText(window.article, window.span);
    const original = { text: visible.text, tokens: wordingTokens(visible.text, analyse) };
    const comparison = compareTokens(original, { text: given, tokens }, lexicon.regional);
    return comparison ? [inSource(window.article, visible, comparison)] : [];
  });
  return compared.toSorted((a, b) => b.comparison.agreement - a.comparison.agreement)[0];
}

function inSource(article: Article, visible: VisibleText, comparison: Comparison): Closest {
  const toSource = ({ start, end }: Span): Span => ({
    start: visible.toSource(start),
    end: visible.toSource(end - 1) + 1,
  });
  const differences = comparison.differences.map((difference): Difference =>
    difference.original ? { ...difference, original: toSource(difference.original) } : difference,
  );
  const covered = toSource(comparison.covered);
  return { place: quoteAround({ article, span: covered }), comparison: { ...comparison, differences, covered } };
}
