import { isoDay } from "../community/days.ts";
import type { Difference } from "../answer/compare-wording.ts";
import type { FoundText, Verification } from "../answer/verify-quote.ts";
import type { Article } from "../article/article.ts";
import { shownParts } from "../article/shown-parts.ts";
import { joinShown } from "../text/shown-part.ts";
import { contains, type Span } from "../text/span.ts";
import { escapeInline, escapeLine, tidyLine } from "./escape.ts";
import type { Locale } from "./locale.ts";
import { phrases } from "./phrases/all.ts";
import { renderAnswer } from "./render-answer.ts";
import type { MessageReply } from "./reply.ts";
import { contentLimit } from "./reply.ts";

export interface VerificationOptions {
  readonly articles: ReadonlyMap<string, Article>;
  readonly locale: Locale;
  readonly private: boolean;
  /** What was to be checked. */
  readonly given: string;
  /** Where it was said to stand, or why that place cannot be found; absent where none was given. */
  readonly cited?: Cited | undefined;
  /** The newest of the versions no longer in use that have the text letter for letter. */
  readonly stood?: OlderVersion | undefined;
}

export interface OlderVersion {
  readonly title: string;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export type Cited =
  | { readonly kind: "place"; readonly article: Article; readonly spans: readonly Span[]; readonly reference: string }
  | { readonly kind: "wrong"; readonly explanation: string };

const mostGivenCharacters = 400;
const mostDifferences = 8;
const mostPlaces = 3;

/** Says whether a text stands in the article, where, what differs, and apart from that whether it is where it was cited. */
export function renderVerification(verification: Verification, options: VerificationOptions): MessageReply {
  const verdict = renderVerdict(verification, options);
  const given = escapeLine(tidyLine(options.given, mostGivenCharacters));
  const intro = [
    ...(given === "" ? [] : [`-# 🔎 ${given}`]),
    ...renderStood(verification, options),
    ...verdict,
    ...renderCited(verification, options),
  ];
  const places = placesOf(verification).slice(0, mostPlaces);
  const quotes = places.flatMap(({ quote }) =>
    quote ? [{ ...quote, matches: marksIn(verification, quote.matches) }] : [],
  );
  const unique = quotes.filter(
    (quote, index) => quotes.findIndex(({ span }) => span.start === quote.span.start) === index,
  );
  const answer = { kind: "quotes", quotes: unique, added: [] } as const;
  const shared = { articles: options.articles, locale: options.locale, private: options.private };
  const message = renderAnswer(answer, { ...shared, intro: fitting(intro) });
  return message;
}

/** An older version comes first: that is where the text is from. */
function renderStood(verification: Verification, { stood, locale }: VerificationOptions): string[] {
  if (!stood) return [];
  const say = phrases[locale].library.verify;
  const day = isoDay(stood.at);
  const title = escapeInline(tidyLine(stood.title, 100));
  const line = say.stood({ title, date: day, hash: stood.version.slice(0, 8) });
  return placesOf(verification).length > 0 ? [line, say.present] : [line];
}

/** The quotes below need some room as well. */
function fitting(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (const line of lines) if ([...kept, line].join("\n").length <= contentLimit - 300) kept.push(line);
  return kept;
}

function placesOf(verification: Verification): readonly FoundText[] {
  switch (verification.kind) {
    case "verbatim":
      return verification.places;
    case "typographic":
    case "changed":
      return [verification.place];
    case "empty":
    case "absent":
      return [];
  }
}

/** Bold marks what was found or, in the closest place, what differs there. */
function marksIn(verification: Verification, found: readonly Span[]): readonly Span[] {
  if (verification.kind !== "changed") return found;
  return verification.differences.flatMap(({ kind, original }) => (kind === "words" && original ? [original] : []));
}

function renderVerdict(verification: Verification, { locale, given }: VerificationOptions): string[] {
  const say = phrases[locale].verify;
  switch (verification.kind) {
    case "empty":
      return [say.empty];
    case "absent":
      return [say.absent];
    case "verbatim": {
      const [first] = verification.places;
      const isPart = first?.quote?.shown.some((part) => !contains(first.span, part.span)) === true;
      const count = verification.places.length;
      const lines = [isPart ? say.verbatimPart : say.verbatim, ...(count > 1 ? [say.places(count)] : [])];
      return first?.quote ? lines : [...lines, say.outside];
    }
    case "typographic":
    case "changed": {
      const typographic = [
        ...new Set(verification.differences.flatMap(({ kind }) => (kind === "words" ? [] : [say.kinds[kind]]))),
      ];
      const head = verification.kind === "typographic" ? say.typographic(typographic) : say.changed;
      return [
        head,
        ...listDifferences(verification.differences, { locale, given, article: verification.place.article }),
      ];
    }
  }
}

interface Sides {
  readonly locale: Locale;
  readonly given: string;
  readonly article: Article;
}

/** Changed words come first; the typography of many words is no news. */
function listDifferences(differences: readonly Difference[], { locale, given, article }: Sides): string[] {
  const say = phrases[locale].verify;
  const ordered = differences.toSorted((a, b) => Number(a.kind !== "words") - Number(b.kind !== "words"));
  const lines = ordered
    .filter(({ kind }) => kind !== "spaces")
    .map((difference) => {
      const [own, theirs] = [show(given, difference.given), showOriginal(article, difference.original)];
      if (theirs === "") return `- ${say.added(own)}`;
      return own === "" ? `- ${say.missing(theirs)}` : `- ~~${own}~~ → **${theirs}**`;
    });
  if (lines.length === 0) return [];
  const more = lines.length - mostDifferences;
  return [say.differences, ...lines.slice(0, mostDifferences), ...(more > 0 ? [`- ${say.more(more)}`] : [])];
}

const mostShown = 60;

function show(text: string, span: Span | undefined): string {
  return span ? escapeInline(tidyLine(text.slice(span.start, span.end), mostShown)) : "";
}

/** Without the marks that a reader does not see. */
function showOriginal(article: Article, span: Span | undefined): string {
  const seen = span ? joinShown(shownParts(article, span)) : "";
  return seen === "" ? show(article.text, span) : escapeInline(tidyLine(seen, mostShown));
}

/** Keeps "it exists" and "it is where you said" apart. */
function renderCited(verification: Verification, { cited, locale }: VerificationOptions): string[] {
  if (!cited || verification.kind === "empty") return [];
  if (cited.kind === "wrong") return [cited.explanation];
  const say = phrases[locale].verify.cited;
  const places = placesOf(verification);
  if (places.length === 0) return [say.nowhere(cited.reference)];
  const within = places.map((place) => shareWithin(place, cited));
  if (within.includes("whole")) return [say.here(cited.reference)];
  const actual = places.find((_, index) => within[index] === "part") ?? places[0];
  const reference = actual?.quote?.reference ?? "?";
  return [within.includes("part") ? say.partly(cited.reference, reference) : say.elsewhere(cited.reference, reference)];
}

function shareWithin(
  { article, span }: FoundText,
  cited: Extract<Cited, { kind: "place" }>,
): "whole" | "part" | "none" {
  if (article.id !== cited.article.id) return "none";
  const shared = cited.spans.reduce(
    (sum, each) => sum + Math.max(0, Math.min(each.end, span.end) - Math.max(each.start, span.start)),
    0,
  );
  if (shared === 0) return "none";
  return shared >= span.end - span.start ? "whole" : "part";
}
