import type { Article } from "../article/article.ts";
import { sentencesWithin } from "../article/list-sentences.ts";
import { shownParts } from "../article/shown-parts.ts";
import { loadTogether } from "../text/not-loaded.ts";
import { joinShown } from "../text/shown-part.ts";
import { contains, type Span } from "../text/span.ts";
import type { Analyse } from "../text/terms.ts";
import { wordingTokens } from "../text/wording.ts";
import { placesIn, quoteAround } from "./find-verbatim.ts";
import type { GivenPiece } from "./quoted/cut-pieces.ts";
import { orderPlaces } from "./quoted/order-places.ts";
import { type Between, type CheckedPart, type PartsVerdict, placesOf, type WholeVerdict } from "./verification.ts";

export interface Parts {
  readonly text: string;
  readonly pieces: readonly GivenPiece[];
  /** Where they are looked for letter by letter. */
  readonly chosen: readonly Article[];
  /** Only in this one. */
  readonly article: string | undefined;
  readonly analyse: Analyse;
  /** Finds what comes closest to one of them, in one article or any. */
  readonly compare: (text: string, article: string | undefined) => WholeVerdict;
}

const mostParts = 20;
/** A common word stands everywhere; so many of its places are tried. */
const mostPlaces = 500;
/** The words of a longer stretch are not counted, in code units. */
const longestCounted = 4000;

/** Checks the parts of a quote one by one, and whether they stand in the order in which they were given. */
export function verifyParts(given: Parts): PartsVerdict {
  const spans = wordsOf(given.pieces);
  const parts = spans.slice(0, mostParts).map((span) => ({ span, text: given.text.slice(span.start, span.end) }));
  const article = choosePrimary(given.chosen, parts);
  const lists = parts.map(({ text }) => (article ? findPart(article, text) : []));
  const chain = orderPlaces(lists.filter((list) => list.length > 0));
  let found = 0;
  const checked = parts.map(({ span, text }, index): CheckedPart => {
    const [first] = lists[index] ?? [];
    const place = first && (chain?.[found] ?? first);
    if (first) found += 1;
    if (article && place)
      return { span, verdict: { kind: "verbatim", places: [quoteAround({ article, span: place })] } };
    return { span, verdict: findElsewhere(text, given, article) };
  });
  const unchecked = spans.length - parts.length;
  return { kind: "parts", parts: addBetween(checked, given), order: orderOf(checked), unchecked };
}

/** Tells whether an article has all parts letter for letter, in their order. */
export function areVerbatim(article: Article, text: string, pieces: readonly GivenPiece[]): boolean {
  const spans = wordsOf(pieces);
  const lists = spans.map(({ start, end }) => findPart(article, text.slice(start, end)));
  return spans.length > 0 && spans.length <= mostParts && orderPlaces(lists) !== undefined;
}

function wordsOf(pieces: readonly GivenPiece[]): Span[] {
  return pieces.flatMap(({ kind, span }) => (kind === "words" ? [span] : []));
}

/** A sentence that was cut may have got another mark at the cut. */
function findPart(article: Article, text: string): readonly Span[] {
  const begun = text.slice(marksBefore(text));
  const bare = begun.slice(0, begun.length - marksBehind(begun));
  for (const form of new Set([text, begun, bare])) {
    const places = form === "" ? [] : placesIn(article, form, mostPlaces);
    if (places.length > 0) return places;
  }
  return [];
}

const MARK = /[\s.,;:!?。，、；：！？]/u;

function marksBefore(text: string): number {
  let count = 0;
  while (count < text.length && MARK.test(text.charAt(count))) count += 1;
  return count;
}

function marksBehind(text: string): number {
  let count = 0;
  while (count < text.length && MARK.test(text.charAt(text.length - 1 - count))) count += 1;
  return count;
}

/** The article that has most of the parts, in their order rather than in another. */
function choosePrimary(chosen: readonly Article[], parts: readonly { readonly text: string }[]): Article | undefined {
  loadTogether(chosen.map((each) => () => each.text));
  let best: { readonly article: Article; readonly score: number } | undefined;
  for (const article of chosen) {
    const lists = parts.map(({ text }) => findPart(article, text)).filter((list) => list.length > 0);
    const score = lists.length + (lists.length > 0 && orderPlaces(lists) ? 0.5 : 0);
    if (score > (best?.score ?? 0)) best = { article, score };
  }
  return best?.article;
}

/** Letter for letter in another article, or what comes closest where the other parts stand, or anywhere. */
function findElsewhere(text: string, { chosen, article: only, compare }: Parts, primary: Article | undefined) {
  for (const article of chosen) {
    const [span] = article === primary ? [] : findPart(article, text);
    if (span) return { kind: "verbatim", places: [quoteAround({ article, span })] } as const;
  }
  const near = compare(text, primary?.id ?? only);
  return near.kind === "absent" && primary && only === undefined ? compare(text, undefined) : near;
}

function orderOf(parts: readonly CheckedPart[]): PartsVerdict["order"] {
  const places = parts.flatMap(({ verdict }) => placesOf(verdict).slice(0, 1));
  if (places.some(({ article }) => article !== places[0]?.article)) return "apart";
  const isKept = places.every(({ span }, index) => index === 0 || span.start >= (places[index - 1]?.span.end ?? 0));
  return isKept ? "kept" : "changed";
}

function addBetween(parts: readonly CheckedPart[], given: Parts): CheckedPart[] {
  return parts.map((part, index) => {
    const [last, { span: at }] = [parts[index - 1], part];
    const [before, here] = [last, part].map((each) => each && placesOf(each.verdict)[0]);
    if (!last || !before || !here || before.article !== here.article || before.span.end > here.span.start) return part;
    const span = { start: before.span.end, end: here.span.start };
    const inserted = given.pieces.flatMap((piece) => {
      const isHere = piece.kind === "insertion" && piece.span.start >= last.span.end && piece.span.end <= at.start;
      return isHere ? [given.text.slice(piece.words.start, piece.words.end).trim()] : [];
    });
    return { ...part, between: { ...countBetween(here.article, span, given.analyse), span, inserted } };
  });
}

function countBetween(article: Article, span: Span, analyse: Analyse): Pick<Between, "words" | "sentences"> {
  const isCounted = span.end - span.start <= longestCounted;
  const tokens = isCounted ? wordingTokens(joinShown(shownParts(article, span)), analyse) : [];
  let sentences = 0;
  for (const sentence of sentencesWithin(article, span)) if (contains(span, sentence)) sentences += 1;
  return { words: isCounted ? tokens.filter(({ kind }) => kind === "word").length : undefined, sentences };
}
