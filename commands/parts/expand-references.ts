import { quoteSpan } from "../../src/answer/quote-span.ts";
import type { Quote } from "../../src/answer/answer.ts";
import { findAskedNumbers } from "../../src/article/asked-numbers.ts";
import { comparableLabel } from "../../src/article/written-number.ts";
import type { Article, Section } from "../../src/article/article.ts";
import { headingText } from "../../src/article/article.ts";
import { formatReference } from "../../src/article/format-reference.ts";
import { landmarksOf } from "../../src/article/landmarks.ts";
import { cutQuote } from "../../src/article/shown-parts.ts";
import type { Locale } from "../../src/render/locale.ts";
import { phrases } from "../../src/render/phrases/all.ts";
import { renderAnswer } from "../../src/render/render-answer.ts";
import type { MessageReply } from "../../src/render/reply.ts";
import { sourceButton } from "../../src/render/source-button.ts";
import type { Library } from "../../src/search/library.ts";
import type { Span } from "../../src/text/span.ts";
import { explainEmpty } from "./explain-empty.ts";
import { findPlace } from "./find-place.ts";

/** A message is not to become a book. */
const mostReferences = 4;
const mostNamed = 10;

/**
 * Answers the references in a message with their quotes; of several articles the id comes first: `[[handbook §2]]`.
 *
 * Gives nothing where none of them is meant as a reference: double brackets have other uses.
 */
export function expandReferences(
  library: Library,
  references: readonly string[],
  locale: Locale,
): MessageReply | undefined {
  const meant = references.filter(isMeant);
  const found = meant.slice(0, mostReferences).flatMap((reference) => expand(library, reference, locale) ?? []);
  if (found.length === 0) return undefined;
  const explanations = found.flatMap(({ explanation }) => explanation ?? []);
  const more = meant.length > mostReferences ? [`-# ${phrases[locale].reference.tooMany(mostReferences)}`] : [];
  const quotes = found.flatMap((each) => each.quotes);
  const shared = { articles: library.articles, locale, private: false };
  const message = renderAnswer({ kind: "quotes", quotes, added: [] }, { ...shared, intro: [...explanations, ...more] });
  const [first] = quotes;
  const article = first && library.articles.get(first.article);
  const buttons = article ? sourceButton(article, first.span, phrases[locale].buttons.source) : [];
  return buttons.length > 0 ? { ...message, components: [{ kind: "buttons", buttons }] } : message;
}

function isMeant(reference: string): boolean {
  return /\d|[一二三四五六七八九十§¶]/u.test(reference) || findAskedNumbers(comparableLabel(reference)).length > 0;
}

interface Expanded {
  readonly quotes: readonly Quote[];
  readonly explanation?: string;
}

function expand(library: Library, written: string, locale: Locale): Expanded | undefined {
  const { article, reference } = readArticle(library, written);
  if (!article) {
    const given = written.replaceAll("`", "");
    const ids = Array.from(library.articles.keys().take(mostNamed), (id) => `\`[[${id} ${given}]]\``);
    return ids.length === 0 ? undefined : { quotes: [], explanation: phrases[locale].whichArticle(ids) };
  }
  const place = findPlace(article, reference, locale);
  // A message may hold double brackets of another kind; only what reads as a reference gets an answer.
  if (place.kind === "wrong") {
    const isReference = place.problem === "unborne" || /[§¶]/u.test(written);
    return isReference ? { quotes: [], explanation: place.explanation } : undefined;
  }
  if (place.spans.length === 0) return { quotes: [], explanation: explainEmpty(article, place.section, locale) };
  return {
    quotes: place.spans.map((span) =>
      quoteAny(article, place.section, { span, reference: formatReference(place.reference) }),
    ),
  };
}

function readArticle(
  library: Library,
  written: string,
): { readonly article: Article | undefined; readonly reference: string } {
  const [first = "", ...rest] = written.split(/\s+/u);
  const named = library.articles.get(first);
  if (named && rest.length > 0) return { article: named, reference: rest.join(" ") };
  const [only, another] = library.articles.values();
  return { article: another ? undefined : only, reference: written };
}

/** Sentences have a reference of their own; a whole section keeps the one that was written. */
function quoteAny(
  article: Article,
  section: Section,
  { span, reference }: { readonly span: Span; readonly reference: string },
): Quote {
  const whole = {
    article: article.id,
    ...cutQuote(article, span),
    landmarks: landmarksOf(article, span),
    score: 0,
    matches: [],
    companions: [],
  };
  const quote = quoteSpan(article, span);
  // Whoever names a place gets just that.
  return quote ? { ...quote, companions: [] } : { ...whole, reference, section: headingText(article, section) };
}
