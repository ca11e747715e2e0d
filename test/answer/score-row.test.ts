import { expect, test } from "vitest";
import { featureNames } from "../../src/answer/features.ts";
import { createScore, scoreRow } from "../../src/answer/score-row.ts";

const rowOf = (values: Readonly<Record<string, number>>): Float64Array =>
  Float64Array.from(featureNames, (name) => values[name] ?? 0);

test("adds what is weighed directly to what the hidden units give", () => {
  const network = { direct: [2, 0], hidden: [[1, -1]], bias: [0.5], output: [3] };
  const score = createScore(network, ["words", "asks"]);
  expect(score(rowOf({ words: 1, asks: 1 }))).toBeCloseTo(2 + 3 * Math.tanh(0.5), 12);
  expect(score(rowOf({}))).toBeCloseTo(3 * Math.tanh(0.5), 12);
});

test("knows features by their names, whatever their order, and passes over others", () => {
  const network = { direct: [1, 10, 100], hidden: [], bias: [], output: [] };
  expect(createScore(network, ["asks", "long gone", "words"])(rowOf({ words: 1, asks: 1 }))).toBe(101);
});

test("counts nothing for a feature that was not learned", () => {
  const network = { direct: [1], hidden: [], bias: [], output: [] };
  expect(createScore(network, ["words"])(rowOf({ words: 1, asks: 1, lead: 1 }))).toBe(1);
});

test("scores by the learned weights: a sentence that holds the question above one that does not", () => {
  const whole = rowOf({ words: 1, pairs: 1, characters: 1, wordsBest: 1, pairsBest: 1, charactersBest: 1, passage: 1 });
  expect(scoreRow(whole)).toBeGreaterThan(scoreRow(rowOf({ passage: 1 })));
});
