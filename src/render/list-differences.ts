import type { Difference } from "../answer/compare-wording.ts";
import type { Article } from "../article/article.ts";
import { shownParts } from "../article/shown-parts.ts";
import { joinShown } from "../text/shown-part.ts";
import type { Span } from "../text/span.ts";
import { escapeInline, tidyLine } from "./escape.ts";
import type { Locale } from "./locale.ts";
import { phrases } from "./phrases/all.ts";

export interface Sides {
  readonly locale: Locale;
  /** What the differences' offsets on the given side lead into. */
  readonly given: string;
  readonly article: Article;
  /** So many are listed. */
  readonly most: number;
}

/** Lists in what a text differs from its article; changed words come first, since the typography of many words is no news. */
export function listDifferences(differences: readonly Difference[], { locale, given, article, most }: Sides): string[] {
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
  const more = lines.length - most;
  return [say.differences, ...lines.slice(0, most), ...(more > 0 ? [`- ${say.more(more)}`] : [])];
}

/** Names the kinds of typography in which a text differs, each once. */
export function listKinds(differences: readonly Difference[], locale: Locale): string[] {
  const { kinds } = phrases[locale].verify;
  return [...new Set(differences.flatMap(({ kind }) => (kind === "words" ? [] : [kinds[kind]])))];
}

const mostShown = 60;

function show(text: string, span: Span | undefined): string {
  return span ? escapeInline(tidyLine(text.slice(span.start, span.end), mostShown)) : "";
}

/** Without the marks that a reader does not see. */
export function showOriginal(article: Article, span: Span | undefined): string {
  const seen = span ? joinShown(shownParts(article, span)) : "";
  return seen === "" ? show(article.text, span) : escapeInline(tidyLine(seen, mostShown));
}
