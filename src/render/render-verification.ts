import { isoDay } from "../community/days.ts";
import type { Quote } from "../answer/answer.ts";
import { type FoundText, placesOf, type Verification } from "../answer/verification.ts";
import type { Article } from "../article/article.ts";
import { contains, mergeSpans, type Span } from "../text/span.ts";
import { escapeInline, escapeLine, tidyLine } from "./escape.ts";
import { listDifferences, listKinds } from "./list-differences.ts";
import type { Locale } from "./locale.ts";
import { phrases } from "./phrases/all.ts";
import { renderAnswer } from "./render-answer.ts";
import { renderParts } from "./render-parts.ts";
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
const mostParts = 6;
const mostAdded = 10;

/** Says whether a text stands in the article, where, what differs, and apart from that whether it is where it was cited. */
export function renderVerification(verification: Verification, options: VerificationOptions): MessageReply {
  const verdict = renderVerdict(verification, options);
  const given = escapeLine(tidyLine(options.given.replaceAll(MARKS, ""), mostGivenCharacters));
  const intro = [
    ...(given === "" ? [] : [`-# 🔎 ${given}`]),
    ...renderStood(verification, options),
    ...verdict,
    ...renderAdded(verification, options),
    ...renderCited(verification, options),
  ];
  const answer = { kind: "quotes", quotes: quotesOf(verification), added: [] } as const;
  const shared = { articles: options.articles, locale: options.locale, private: options.private };
  const message = renderAnswer(answer, { ...shared, intro: fitting(intro) });
  return message;
}

/** Of a block quote, as it was written. */
const MARKS = /^[ \t]*>{1,3}[ \t]+/gmu;

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

/** Each quote once, with all that is marked in it. */
function quotesOf(verification: Verification): Quote[] {
  const quotes = new Map<string, Quote>();
  const most = verification.kind === "parts" ? mostParts : mostPlaces;
  for (const place of placesOf(verification).slice(0, most)) {
    if (!place.quote) continue;
    const matches = marksIn(verification, place);
    const key = `${place.article.id} ${place.quote.span.start}`;
    const known = quotes.get(key);
    quotes.set(key, { ...(known ?? place.quote), matches: mergeSpans([...(known?.matches ?? []), ...matches]) });
  }
  return [...quotes.values()];
}

/** Bold marks what was found or, in the closest place, what differs there. */
function marksIn(verification: Verification, { quote, article, span }: FoundText): readonly Span[] {
  switch (verification.kind) {
    case "changed":
      return verification.differences.flatMap(({ kind, original }) => (kind === "words" && original ? [original] : []));
    case "parts": {
      const part = verification.parts.find(({ verdict }) => placesOf(verdict)[0]?.span === span);
      if (part?.verdict.kind === "changed")
        return marksIn({ ...part.verdict, quoted: verification.quoted }, { article, span, quote });
      return quote?.matches ?? [];
    }
    case "verbatim":
    case "typographic":
    case "empty":
    case "absent":
      return quote?.matches ?? [];
  }
}

function renderVerdict(verification: Verification, { locale }: VerificationOptions): string[] {
  const say = phrases[locale].verify;
  const { quoted } = verification;
  switch (verification.kind) {
    case "empty":
      return [say.empty];
    case "absent":
      return [say.absent];
    case "verbatim": {
      const [first] = verification.places;
      const isPart = first?.quote?.shown.some((part) => !contains(first.span, part.span)) === true;
      const lines = [isPart ? say.verbatimPart : say.verbatim, ...sayPlaces(verification.places.length, locale)];
      return first?.quote ? lines : [...lines, say.outside];
    }
    case "typographic":
    case "changed": {
      const { differences, place } = verification;
      const head = verification.kind === "typographic" ? say.typographic(listKinds(differences, locale)) : say.changed;
      const sides = { locale, given: quoted.text, article: place.article, most: mostDifferences };
      return [head, ...listDifferences(differences, sides)];
    }
    case "parts":
      return renderParts(verification, { locale, text: quoted.text });
  }
}

function sayPlaces(count: number, locale: Locale): string[] {
  if (count <= 1) return [];
  const say = phrases[locale];
  return [count > mostPlaces ? say.places.parts.places(mostPlaces, count) : say.verify.places(count)];
}

/** Words in brackets, which are not the article's. */
function renderAdded({ quoted }: Verification, { locale }: VerificationOptions): string[] {
  const words = quoted.added.slice(0, mostAdded).map((each) => escapeInline(tidyLine(each, 40)));
  return words.length > 0 ? [phrases[locale].places.parts.added(words)] : [];
}

/** Keeps "it exists" and "it is where you said" apart. */
function renderCited(verification: Verification, { cited, locale }: VerificationOptions): string[] {
  if (!cited || verification.kind === "empty") return [];
  if (cited.kind === "wrong") return [cited.explanation];
  const say = phrases[locale].verify.cited;
  const places = placesOf(verification);
  if (places.length === 0) return [say.nowhere(cited.reference)];
  const within = places.map((place) => shareWithin(place, cited));
  const isHere = verification.kind === "parts" ? within.every((share) => share === "whole") : within.includes("whole");
  if (isHere) return [say.here(cited.reference)];
  const isPartly = within.some((share) => share !== "none");
  const actual = places.find((_, index) => within[index] === "part") ?? places[0];
  const actually = verification.kind === "parts" ? places : actual ? [actual] : [];
  const references = new Set(actually.map(({ quote }) => quote?.reference ?? "?"));
  const reference = [...references].join(", ");
  return [isPartly ? say.partly(cited.reference, reference) : say.elsewhere(cited.reference, reference)];
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
