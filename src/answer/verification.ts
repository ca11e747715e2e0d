import type { Article } from "../article/article.ts";
import type { Span } from "../text/span.ts";
import type { Quote } from "./answer.ts";
import type { Difference } from "./compare-wording.ts";
import type { QuotedForm } from "./quoted/quoted-forms.ts";

export interface FoundText {
  readonly article: Article;
  /** Exactly what was found. */
  readonly span: Span;
  /** The whole sentences or the heading that hold it; absent in what is left out. */
  readonly quote?: Quote | undefined;
}

export type Verification = Verdict & { readonly quoted: Quoted };

/** What was checked of a given text. */
export interface Quoted extends QuotedForm {
  /** Words in brackets that were left aside: those of whoever quotes. */
  readonly added: readonly string[];
}

export type Verdict =
  /** No word to look for. */
  { readonly kind: "empty" } | WholeVerdict | PartsVerdict;

export type WholeVerdict =
  /** It stands there letter for letter; at least one place, in reading order. */
  | { readonly kind: "verbatim"; readonly places: readonly FoundText[] }
  /** The words are the same (`typographic`) or not all (`changed`); differences are offsets into article and checked text. */
  | {
      readonly kind: "typographic" | "changed";
      readonly place: FoundText;
      readonly differences: readonly Difference[];
    }
  | { readonly kind: "absent" };

/** Of a quote in parts, with something left out or replaced between them. */
export interface PartsVerdict {
  readonly kind: "parts";
  /** At least two. */
  readonly parts: readonly CheckedPart[];
  /** Whether they follow one another as they were given, as far as they were found; `apart` are those of several articles. */
  readonly order: "kept" | "changed" | "apart";
  /** So many more were not looked for. */
  readonly unchecked: number;
}

export interface CheckedPart {
  /** In the checked text. */
  readonly span: Span;
  /** Verbatim, it names one place; its differences are offsets into the part. */
  readonly verdict: WholeVerdict;
  /** What stands in the article between the part before and this one, where both were found one behind the other. */
  readonly between?: Between | undefined;
}

export interface Between {
  /** In the article. */
  readonly span: Span;
  /** Absent where it is too long to count. */
  readonly words: number | undefined;
  /** Whole ones. */
  readonly sentences: number;
  /** Words in brackets that were given here: where there are some, they stand in place of the article's. */
  readonly inserted: readonly string[];
}

/** Where a text was found, or what comes closest to it. */
export function placesOf(verdict: Verdict): readonly FoundText[] {
  switch (verdict.kind) {
    case "verbatim":
      return verdict.places;
    case "typographic":
    case "changed":
      return [verdict.place];
    case "parts":
      return verdict.parts.flatMap((part) => placesOf(part.verdict).slice(0, 1));
    case "empty":
    case "absent":
      return [];
  }
}
