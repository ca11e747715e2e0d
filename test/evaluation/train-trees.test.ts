import { describe, expect, test } from "vitest";
import type { Tree } from "../../src/answer/score-columns.ts";
import { seededRandom } from "../../src/evaluation/seeded-random.ts";
import { type RankingExample, trainTrees } from "../../src/evaluation/train-trees.ts";

const options = {
  trees: 30,
  leaves: 6,
  rate: 0.3,
  leastRows: 3,
  damping: 1,
  columnShare: 1,
  questionShare: 0.9,
  seed: 7,
};

/** Questions of five rows of three numbers; the right row is the one that `isRight` says. */
function examples(isRight: (row: Float64Array, rows: readonly Float64Array[]) => boolean): RankingExample[] {
  const random = seededRandom(1);
  return Array.from({ length: 60 }, () => {
    const rows = Array.from({ length: 5 }, () => Float64Array.of(random(), random(), random()));
    return { rows, right: rows.map((row) => isRight(row, rows)), weight: 1 };
  });
}

const largestSecond = examples((row, rows) => row[1] === Math.max(...rows.map((other) => other[1] ?? 0)));

function fromMiddle(row: Float64Array): number {
  return Math.abs((row[0] ?? 0) - 0.5);
}

function score(trees: readonly Tree[], row: Float64Array): number {
  return trees.reduce((sum, { feature, value, right }) => {
    let node = 0;
    for (let at = feature[0] ?? -1; at >= 0; at = feature[node] ?? -1) {
      node = (row[at] ?? 0) <= (value[node] ?? 0) ? node + 1 : (right[node] ?? 0);
    }
    return sum + (value[node] ?? 0);
  }, 0);
}

function shareRanked(trees: readonly Tree[], questions: readonly RankingExample[]): number {
  const hits = questions.filter(({ rows, right }) => {
    const scores = rows.map((row) => score(trees, row));
    return right[scores.indexOf(Math.max(...scores))];
  });
  return hits.length / questions.length;
}

describe("is repeatable to the digit", () => {
  test("with the same examples and seed", () => {
    expect(trainTrees(largestSecond, options)).toEqual(trainTrees(largestSecond, options));
  });

  test("and another with another seed", () => {
    expect(trainTrees(largestSecond, { ...options, seed: 8 })).not.toEqual(trainTrees(largestSecond, options));
  });
});

test("learns to put the right row first where one number tells it", () => {
  expect(shareRanked(trainTrees(largestSecond, options), largestSecond)).toBeGreaterThan(0.95);
});

test("learns that neither many nor little of a number is right", () => {
  const middle = examples((row, rows) => fromMiddle(row) === Math.min(...rows.map(fromMiddle)));
  expect(shareRanked(trainTrees(middle, { ...options, trees: 80 }), middle)).toBeGreaterThan(0.85);
});

test("lets a heavier example win over a lighter one that says the contrary", () => {
  const rows = [Float64Array.of(1, 0, 0), Float64Array.of(0, 1, 0)];
  const said = (right: readonly boolean[], weight: number): RankingExample => ({ rows, right, weight });
  const examplesOfBoth = [said([true, false], 3), said([false, true], 1)];
  const trees = trainTrees(examplesOfBoth, { ...options, leastRows: 1, questionShare: 1.1 });
  expect(shareRanked(trees, [said([true, false], 1)])).toBe(1);
});

test("passes over questions that have nothing to choose between", () => {
  const rows = [Float64Array.of(1, 0, 0), Float64Array.of(0, 1, 0)];
  const useless = [true, false].map((right) => ({ rows, right: [right, right], weight: 1 }));
  expect(trainTrees([...useless, ...largestSecond], options)).toEqual(trainTrees(largestSecond, options));
});

test("learns nothing from nothing", () => {
  expect(trainTrees([], options)).toEqual([]);
});
