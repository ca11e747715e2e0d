import { expect } from "vitest";
import { allSections, type Article } from "../../src/article/article.ts";
import type { FileFormat, TextFormat } from "../../src/article/formats/format.ts";
import { findBrokenInvariants } from "../../src/article/invariants.ts";
import { extractArticle, parseArticle } from "../../src/article/parse-article.ts";
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

/** The sections with what is seen of their sentences: the line below a table's header is not. */
export function shownSections(article: Article): Outline["sections"] {
  return outlineOf(article).sections.map(([heading, ...paragraphs]) => [
    heading,
    ...paragraphs.map((sentences) => sentences.map((sentence) => sentence.replace(/\n-{3}[ |-]*$/u, ""))),
  ]);
}

interface ExtractOptions {
  readonly format: FileFormat;
  readonly name?: string;
  readonly metadata?: object;
}

/** Reads an article out of a file as the program does, and asserts every invariant on it. */
export async function extractChecked(
  bytes: Uint8Array | string,
  { format, name = "test.bin", metadata }: ExtractOptions,
): Promise<Article> {
  const given = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
  const article = await extractArticle({ name, bytes: given, metadata: metadata && JSON.stringify(metadata), format });
  expect(findBrokenInvariants(article)).toEqual([]);
  return article;
}
