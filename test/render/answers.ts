import type { Companion, CompanionKind, Quote } from "../../src/answer/answer.ts";
import type { Article } from "../../src/article/article.ts";
import { cutQuote } from "../../src/article/shown-parts.ts";
import type { Span } from "../../src/text/span.ts";

/** An article of one section and one paragraph, made by hand so that rendering can be tested alone. */
export function oneParagraph(text: string, given: Partial<Article> = {}): Article {
  const span = { start: 0, end: text.length };
  return {
    id: "one",
    title: "One",
    language: "en",
    source: { address: "https://example.org/page" },
    version: "0123456789abcdef",
    text,
    sections: [
      {
        number: [0],
        span,
        paragraphs: [{ kind: "prose", span, visible: [span], sentences: [{ span }] }],
        sections: [],
      },
    ],
    leftOut: [],
    ...given,
  };
}

/** Quotes a part of an article; `matches` are parts of it too. */
export function quoteOf(article: Article, part: string, given: Partial<Quote> = {}): Quote {
  const span = spanOf(article, part);
  return {
    article: article.id,
    ...cutQuote(article, span),
    reference: "§0 ¶1:1",
    landmarks: [],
    section: "Section",
    score: 1,
    matches: [],
    companions: [],
    ...given,
  };
}

/** A part of an article as something that must be read with a quote. */
export function companionOf(article: Article, kind: CompanionKind, part: string): Companion {
  const span = spanOf(article, part);
  return { kind, ...cutQuote(article, span) };
}

export function spanOf(article: Article, part: string): Span {
  const start = article.text.indexOf(part);
  return { start, end: start + part.length };
}

export function shelf(...articles: readonly Article[]): ReadonlyMap<string, Article> {
  return new Map(articles.map((article) => [article.id, article]));
}
