import { expect } from "vitest";
import { allSections, type Article } from "../../src/article/article.ts";
import type { TextFormat } from "../../src/article/formats/format.ts";
import { findBrokenInvariants } from "../../src/article/invariants.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import type { Span } from "../../src/text/span.ts";

interface ParseOptions {
  readonly metadata?: object;
  readonly format?: TextFormat;
}

/** Parses an article as the program does, and asserts every invariant on it. */
export function parseChecked(source: string, { metadata, format }: ParseOptions = {}): Article {
  const bytes = new TextEncoder().encode(source);
  const article = parseArticle({ name: "test.txt", bytes, metadata: metadata && JSON.stringify(metadata), format });
  expect(findBrokenInvariants(article)).toEqual([]);
  return article;
}

export interface Outline {
  readonly title: string;
  /** The sentences of each paragraph under each heading, which is "" where there is none. */
  readonly sections: readonly (readonly [heading: string, ...paragraphs: (readonly string[])[]])[];
  readonly leftOut: readonly string[];
}

/** What an article holds, cut from its text. */
export function outlineOf(article: Article): Outline {
  const cut = ({ start, end }: Span): string => article.text.slice(start, end);
  return {
    title: article.title,
    sections: [...allSections(article.sections)].map(({ heading, paragraphs }) => [
      heading ? cut(heading) : "",
      ...paragraphs.map(({ sentences }) => sentences.map(({ span }) => cut(span))),
    ]),
    leftOut: article.leftOut.map(({ span, reason }) => `${reason}: ${cut(span)}`),
  };
}
