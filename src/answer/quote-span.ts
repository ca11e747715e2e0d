import type { Article } from "../article/article.ts";
import { headingText } from "../article/article.ts";
import { formatReference } from "../article/format-reference.ts";
import { landmarksOf } from "../article/landmarks.ts";
import { rememberSpans } from "../article/remember-spans.ts";
import { sectionNumbered } from "../article/section-numbered.ts";
import { cutQuote } from "../article/shown-parts.ts";
import { referenceTo } from "../article/reference-to.ts";
import type { Span } from "../text/span.ts";
import { contains } from "../text/span.ts";
import type { Quote } from "./answer.ts";
import { findCompanions } from "./find-companions.ts";

/** Quotes whole sentences of one section; gives nothing for a span that is none. */
export function quoteSpan(article: Article, span: Span, matches: readonly Span[] = []): Quote | undefined {
  const quote = quoteWhole(article, span);
  if (!quote || matches.length === 0) return quote;
  return { ...quote, matches: matches.filter((match) => contains(span, match)) };
}

/** What does not depend on what is asked. */
const quoteWhole = rememberSpans((article: Article, span: Span): Quote | undefined => {
  const reference = referenceTo(article, span);
  if (!reference) return undefined;
  const section = sectionNumbered(article.sections, reference.section);
  return {
    article: article.id,
    ...cutQuote(article, span),
    reference: formatReference(reference),
    landmarks: landmarksOf(article, span),
    section: section ? headingText(article, section) : "",
    score: 0,
    matches: [],
    companions: findCompanions(article, span),
  };
});
