import fc from "fast-check";
import { expect, test } from "vitest";
import ranking from "../../data/languages/ranking.json" with { type: "json" };
import { featureNames } from "../../src/answer/features.ts";
import { createScore, type Score, scoreColumns, type Tree } from "../../src/answer/score-columns.ts";

/** The score of one candidate. */
function scoreOf(score: Score, values: Readonly<Record<string, number>>): number | undefined {
  const columns = featureNames.map((name) => (values[name] === undefined ? undefined : Float64Array.of(values[name])));
  return score({ columns, size: 1, fixed: [] })[0];
}

/** Asks one feature: at most `threshold` gives `low`, more gives `high`. */
function stump(feature: number, threshold: number, [low, high]: readonly [number, number]): Tree {
  return { feature: [feature, -1, -1], value: [threshold, low, high], right: [2, 0, 0] };
}

test("adds what the leaves say that a row falls into", () => {
  const score = createScore([stump(0, 0.5, [1, 2]), stump(1, 0, [10, 20])], ["words", "asks"]);
  expect(scoreOf(score, {})).toBe(11);
  expect(scoreOf(score, { words: 0.5 })).toBe(11);
  expect(scoreOf(score, { words: 0.6, asks: 1 })).toBe(22);
});

test("goes down several nodes", () => {
  // words > 0.5, and then asks > 0: the left child stands right behind its parent.
  const tree: Tree = { feature: [0, -1, 1, -1, -1], value: [0.5, 1, 0, 2, 3], right: [2, 0, 4, 0, 0] };
  const score = createScore([stump(0, 9, [0, 0]), tree], ["words", "asks"]);
  expect([{}, { words: 1 }, { words: 1, asks: 1 }].map((values) => scoreOf(score, values))).toEqual([1, 2, 3]);
});

test("knows features by their names, and takes one that is not measured for 0", () => {
  expect(scoreOf(createScore([stump(1, 0, [5, 7])], ["long gone", "words"]), { words: 1 })).toBe(7);
  expect(scoreOf(createScore([stump(0, 0, [5, 7])], ["long gone", "words"]), { words: 1 })).toBe(5);
});

test("scores by what was learned: a sentence that holds the question above one that does not", () => {
  const whole = { words: 1, pairs: 1, characters: 1, wordsBest: 1, pairsBest: 1, charactersBest: 1, passage: 1 };
  expect(scoreOf(scoreColumns, whole)).toBeGreaterThan(scoreOf(scoreColumns, { passage: 1 }) ?? Infinity);
});

test("scores to the digit as walking down each tree does", () => {
  const { trees, features } = ranking;
  const values = fc.array(fc.constantFrom(0, 0.1, 0.25, 0.5, 0.7, 1, 1.5), {
    minLength: featureNames.length,
    maxLength: featureNames.length,
  });
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 3 }), (rows) => {
      const columns = featureNames.map((_, place) => Float64Array.from(rows, (row) => row[place] ?? 0));
      const fixed = columns.map((column, place) => (place % 3 === 0 ? column : undefined));
      const walked = rows.map((row) => walk(trees, features, row));
      for (const each of [[], fixed, fixed]) {
        expect([...scoreColumns({ columns, size: rows.length, fixed: each })]).toEqual(walked);
      }
    }),
    { numRuns: 200 },
  );
});

function walk(trees: readonly Tree[], features: readonly string[], row: readonly number[]): number {
  const places = features.map((name) => featureNames.findIndex((measured) => measured === name));
  return trees.reduce((score, { feature, value, right }) => {
    let node = 0;
    for (let asked = feature[node] ?? -1; asked >= 0; asked = feature[node] ?? -1) {
      node = (row[places[asked] ?? -1] ?? 0) <= (value[node] ?? 0) ? node + 1 : (right[node] ?? 0);
    }
    return score + (value[node] ?? 0);
  }, 0);
}

test("refuses a tree of more leaves than a number has bits", () => {
  const deep = Array.from({ length: 32 }, (_, at) => at);
  const tree: Tree = {
    feature: [...deep.flatMap(() => [0, -1]), -1],
    value: [...deep.flatMap((at) => [at, at]), 32],
    right: [...deep.flatMap((at) => [2 * at + 2, 0]), 0],
  };
  expect(() => createScore([tree], ["words"])).toThrow(RangeError);
});
