import { expect, test } from "vitest";
import { cosine, lexRank } from "../../src/answer/lexrank.ts";

const bag = (...words: string[]) => new Map(words.map((word) => [word, 1]));

test("ranks highest what is like most others", () => {
  const ranks = lexRank([bag("tea", "green"), bag("tea", "green", "black"), bag("tea", "black"), bag("boat")]);
  expect(ranks.indexOf(Math.max(...ranks))).toBe(1);
  expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1);
});

test("jumps to what fits the subject", () => {
  const [one = 0, other = 0] = lexRank([bag("tea"), bag("boat")], { bias: [1, 3] });
  expect(other).toBeGreaterThan(one);
});

test.for([
  { name: "nothing", vectors: [], ranks: [] },
  { name: "one text", vectors: [bag("tea")], ranks: [1] },
  { name: "texts without terms", vectors: [bag(), bag()], ranks: [0.5, 0.5] },
])("ranks $name", ({ vectors, ranks }) => {
  expect(lexRank(vectors)).toEqual(ranks);
});

test.for([
  { name: "equal texts", one: bag("a", "b"), other: bag("b", "a"), like: 1 },
  { name: "texts apart", one: bag("a"), other: bag("b"), like: 0 },
  { name: "half of two terms each", one: bag("a", "b"), other: bag("b", "c"), like: 0.5 },
])("compares $name", ({ one, other, like }) => {
  expect(cosine(one, other)).toBeCloseTo(like);
});
