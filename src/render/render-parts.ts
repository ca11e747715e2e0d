import { type Between, type CheckedPart, type PartsVerdict, placesOf } from "../answer/verification.ts";
import type { Article } from "../article/article.ts";
import { escapeInline, tidyLine } from "./escape.ts";
import { listDifferences, listKinds, showOriginal } from "./list-differences.ts";
import type { Locale } from "./locale.ts";
import { phrases } from "./phrases/all.ts";

export interface PartsOptions {
  readonly locale: Locale;
  /** What was checked. */
  readonly text: string;
}

const mostCharacters = 60;
const mostDifferences = 4;
/** So many words that were left out are named themselves, in characters. */
const mostNamed = 60;

/** Says of a quote in parts whether all stand in the article, in their order, each one's place, and what is left out between them. */
export function renderParts(verdict: PartsVerdict, options: PartsOptions): string[] {
  const say = phrases[options.locale].places.parts;
  const checked = verdict.parts.length;
  const unchecked = verdict.unchecked > 0 ? [say.unchecked(checked, checked + verdict.unchecked)] : [];
  return [headOf(verdict, options.locale), ...unchecked, ...verdict.parts.flatMap((part) => renderPart(part, options))];
}

function headOf({ parts, order }: PartsVerdict, locale: Locale): string {
  const say = phrases[locale].places.parts;
  const kinds = parts.map(({ verdict }) => verdict.kind);
  const differing = kinds.filter((kind) => kind === "changed" || kind === "absent").length;
  if (differing > 0) return say.changed(differing, parts.length);
  if (order === "apart") return say.apart(parts.length);
  if (order === "changed") return say.reordered(parts.length);
  if (parts.some(({ between }) => between && isReplaced(between))) return say.replaced(parts.length);
  return kinds.includes("typographic") ? say.same(parts.length) : say.verbatim(parts.length);
}

function renderPart({ span, verdict, between }: CheckedPart, { locale, text }: PartsOptions): string[] {
  const say = phrases[locale];
  const given = text.slice(span.start, span.end);
  const [place] = placesOf(verdict);
  const gap = between && place ? [`-# ⋯ ${sayBetween(place.article, between, locale)}`] : [];
  const shown = escapeInline(tidyLine(given, mostCharacters));
  const reference = place?.quote ? ` · ${escapeInline(place.quote.reference)}` : "";
  switch (verdict.kind) {
    case "verbatim":
      return [...gap, `✔ ${shown}${reference}`];
    case "typographic":
      return [...gap, `≈ ${shown}${reference} (${listKinds(verdict.differences, locale).join(", ")})`];
    case "changed": {
      const sides = { locale, given, article: verdict.place.article, most: mostDifferences };
      return [...gap, `✖ ${shown}${reference}`, ...listDifferences(verdict.differences, sides).slice(1)];
    }
    case "absent":
      return [`✖ ${shown} · ${say.places.parts.absent}`];
  }
}

/** Words in brackets where the article has others: they may turn what it says into the opposite. */
function isReplaced({ inserted, words }: Between): boolean {
  return inserted.length > 0 && words !== 0;
}

function sayBetween(article: Article, between: Between, locale: Locale): string {
  const say = phrases[locale].places.parts;
  const { span, words, sentences, inserted } = between;
  if (isReplaced(between) && span.end - span.start <= mostNamed) {
    const given = inserted.map((each) => escapeInline(tidyLine(each, 40))).join(", ");
    return say.inPlace(given, showOriginal(article, span));
  }
  if (words === undefined) return say.leftOutSentences(sentences);
  if (words === 0) return say.nothing;
  if (span.end - span.start <= mostNamed) return say.leftOut(showOriginal(article, span));
  return say.leftOutCount({ words, sentences, isChinese: article.language === "zh" });
}
