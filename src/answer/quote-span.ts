import type { Article } from "../article/article.ts";
import { allSections, headingText } from "../article/article.ts";
import { formatReference } from "../article/format-reference.ts";
import { landmarksOf } from "../article/landmarks.ts";
import { cutQuote } from "../article/shown-parts.ts";
import { referenceTo } from "../article/reference-to.ts";
import type { Span } from "../text/span.ts";
import { contains } from "../text/span.ts";
import type { Quote } from "./answer.ts";
import { findCompanions } from "./find-companions.ts";

/** Quotes whole sentences of one section; gives nothing for a span that is none. */
export function quoteSpan(article: Article, span: Span, matches: readonly Span[] = []): Quote | undefined {
  const reference = referenceTo(article, span);
  if (!reference) return undefined;
  const number = reference.section.join(".");
  const section = [...allSections(article.sections)].find((each) => each.number.join(".") === number);
  return {
    article: article.id,
    ...cutQuote(article, span),
    reference: formatReference(reference),
    landmarks: landmarksOf(article, span),
    section: section ? headingText(article, section) : "",
    score: 0,
    matches: matches.filter((match) => contains(span, match)),
    companions: findCompanions(article, span),
  };
}
