import { expect, test } from "vitest";
import { quoteSpan } from "../../src/answer/quote-span.ts";
import type { ContextLevel } from "../../src/answer/widen-span.ts";
import { widenSpan } from "../../src/answer/widen-span.ts";
import type { Article } from "../../src/article/article.ts";
import { smallLibrary } from "../support/library.ts";

const article = articleOf("Tea\n\nBlack tea\n\nOne. Two. Three. Four. Five.\n\nSix.\n");

function articleOf(text: string): Article {
  const found = smallLibrary(text).articles.get("tea");
  if (!found) throw new Error("no article");
  return found;
}

function spanOf(part: string) {
  const start = article.text.indexOf(part);
  return { start, end: start + part.length };
}

test.for<{ name: string; part: string; level: ContextLevel; reference: string }>([
  { name: "nothing", part: "Three.", level: 0, reference: "§1 ¶1:3" },
  { name: "its neighbours", part: "Three.", level: 1, reference: "§1 ¶1:2–4" },
  { name: "the one neighbour of the first", part: "One.", level: 1, reference: "§1 ¶1:1–2" },
  { name: "the one neighbour of the last", part: "Five.", level: 1, reference: "§1 ¶1:4–5" },
  { name: "the neighbours of several", part: "Two. Three.", level: 1, reference: "§1 ¶1:1–4" },
  { name: "its paragraph", part: "Two.", level: 2, reference: "§1 ¶1:1–5" },
  { name: "nothing where it is the paragraph", part: "Six.", level: 2, reference: "§1 ¶2:1" },
])("adds $name", ({ part, level, reference }) => {
  expect(quoteSpan(article, widenSpan(article, spanOf(part), level))?.reference).toBe(reference);
});

test("leaves alone what is no sentence, and quotes none of it", () => {
  expect(widenSpan(article, spanOf("wo."), 2)).toEqual(spanOf("wo."));
  expect(quoteSpan(article, spanOf("wo."))).toBeUndefined();
});
