import { expect, test } from "vitest";
import { featureNames } from "../../src/answer/features.ts";
import { createScore, scoreRow, type Tree } from "../../src/answer/score-row.ts";

const rowOf = (values: Readonly<Record<string, number>>): Float64Array =>
  Float64Array.from(featureNames, (name) => values[name] ?? 0);

/** Asks one feature: at most `threshold` gives `low`, more gives `high`. */
function stump(feature: number, threshold: number, [low, high]: readonly [number, number]): Tree {
  return { feature: [feature, -1, -1], value: [threshold, low, high], right: [2, 0, 0] };
}

test("adds what the leaves say that a row falls into", () => {
  const score = createScore([stump(0, 0.5, [1, 2]), stump(1, 0, [10, 20])], ["words", "asks"]);
  expect(score(rowOf({}))).toBe(11);
  expect(score(rowOf({ words: 0.5 }))).toBe(11);
  expect(score(rowOf({ words: 0.6, asks: 1 }))).toBe(22);
});

test("goes down several nodes", () => {
  // words > 0.5, and then asks > 0: the left child stands right behind its parent.
  const tree: Tree = { feature: [0, -1, 1, -1, -1], value: [0.5, 1, 0, 2, 3], right: [2, 0, 4, 0, 0] };
  const score = createScore([stump(0, 9, [0, 0]), tree], ["words", "asks"]);
  expect([{}, { words: 1 }, { words: 1, asks: 1 }].map((values) => score(rowOf(values)))).toEqual([1, 2, 3]);
});

test("knows features by their names, and takes one that is not measured for 0", () => {
  expect(createScore([stump(1, 0, [5, 7])], ["long gone", "words"])(rowOf({ words: 1 }))).toBe(7);
  expect(createScore([stump(0, 0, [5, 7])], ["long gone", "words"])(rowOf({ words: 1 }))).toBe(5);
});

test("scores by what was learned: a sentence that holds the question above one that does not", () => {
  const whole = rowOf({ words: 1, pairs: 1, characters: 1, wordsBest: 1, pairsBest: 1, charactersBest: 1, passage: 1 });
  expect(scoreRow(whole)).toBeGreaterThan(scoreRow(rowOf({ passage: 1 })));
});
