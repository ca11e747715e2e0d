import type { Article, Section } from "../../src/article/article.ts";
import { formatReference } from "../../src/article/format-reference.ts";
import { locateReference } from "../../src/article/locate-reference.ts";
import type { Reference } from "../../src/article/reference.ts";
import type { ResolvedReference } from "../../src/article/resolve-reference.ts";
import { escapeInline, tidyLine } from "../../src/render/escape.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import type { Span } from "../../src/text/span.ts";

export type FoundPlace =
  | {
      readonly kind: "found";
      readonly reference: Reference;
      readonly section: Section;
      readonly spans: readonly Span[];
    }
  /** What is wrong with the reference, fit to be sent. */
  | {
      readonly kind: "wrong";
      readonly problem: "invalid" | "unborne" | "out-of-range";
      readonly explanation: string;
    };

/** Reads a reference as somebody wrote it and finds its text, or says what is wrong and what there is instead. */
export function findPlace(article: Article, input: string, locale: Locale): FoundPlace {
  const say = phrases[locale].reference;
  const located = locateReference(article, input);
  const shown = escapeInline(tidyLine(input, 60));
  switch (located.kind) {
    case "found":
      return located;
    case "invalid":
      return { kind: "wrong", problem: located.kind, explanation: say.invalid(shown, "`§2 ¶1:3`") };
    case "unborne":
      return { kind: "wrong", problem: located.kind, explanation: say.unborne(shown) };
    case "out-of-range":
      return { kind: "wrong", problem: located.kind, explanation: explainRange(article, located, locale) };
  }
}

function explainRange(
  article: Article,
  { level, asked, maximum, within }: Extract<ResolvedReference, { kind: "out-of-range" }>,
  locale: Locale,
): string {
  const say = phrases[locale].reference;
  const where = within ? formatReference(within) : "";
  switch (level) {
    case "section":
      if (!within) return say.noSection(asked, article.sections[0]?.number[0] ?? 1, maximum);
      return say.noSubsection(where, asked, maximum);
    case "paragraph":
      return say.noParagraph(where, asked, maximum);
    case "sentence":
      return say.noSentence(where, asked, maximum);
  }
}
