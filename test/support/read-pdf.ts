import { expect } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { pdf } from "../../src/article/formats/pdf/pdf.ts";
import { findBrokenInvariants } from "../../src/article/invariants.ts";
import { extractArticle } from "../../src/article/parse-article.ts";
import { makePdf, type PdfPlan } from "./make-pdf.ts";

/** Reads a made-up PDF as the program does, and asserts every invariant on it. */
export async function readPdf(plan: PdfPlan | Uint8Array): Promise<Article> {
  const bytes = plan instanceof Uint8Array ? plan : makePdf(plan);
  const article = await extractArticle({ name: "test.pdf", bytes, format: pdf });
  expect(findBrokenInvariants(article)).toEqual([]);
  const starts = (article.landmarks ?? []).map(({ start }) => start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  return article;
}

/** The label of the page on which some words begin. */
export function pageOf(article: Article, words: string): string | undefined {
  const at = article.text.indexOf(words);
  return article.landmarks?.findLast(({ start }) => at >= 0 && start <= at)?.label;
}
