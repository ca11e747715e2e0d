import { describe, expect, test } from "vitest";
import { seededRandom } from "../../src/evaluation/seeded-random.ts";
import { type RankingExample, rounded, trainNetwork } from "../../src/evaluation/train-network.ts";

const options = { hidden: 3, epochs: 30, rate: 0.05, decay: 1e-5, seed: 7 };

/** Questions of five rows of three numbers; the right row is the one that `isRight` says. */
function examples(
  isRight: (row: Float64Array, rows: readonly Float64Array[]) => boolean,
  count = 40,
): RankingExample[] {
  const random = seededRandom(1);
  return Array.from({ length: count }, () => {
    const rows = Array.from({ length: 5 }, () => Float64Array.of(random(), random(), random()));
    return { rows, right: rows.map((row) => isRight(row, rows)), weight: 1 };
  });
}

const largestSecond = examples((row, rows) => row[1] === Math.max(...rows.map((other) => other[1] ?? 0)));

function fromMiddle(row: Float64Array): number {
  return Math.abs((row[0] ?? 0) - 0.5);
}

type Network = ReturnType<typeof trainNetwork>;

function product(weights: readonly number[], row: Float64Array): number {
  return weights.reduce((sum, weight, at) => sum + weight * (row[at] ?? 0), 0);
}

function score({ direct, hidden, bias, output }: Network, row: Float64Array): number {
  const units = hidden.map((weights, unit) => Math.tanh((bias[unit] ?? 0) + product(weights, row)));
  return product(direct, row) + units.reduce((sum, value, unit) => sum + value * (output[unit] ?? 0), 0);
}

function shareRanked(network: Network, questions: readonly RankingExample[]): number {
  const hits = questions.filter(({ rows, right }) => {
    const scores = rows.map((row) => score(network, row));
    return right[scores.indexOf(Math.max(...scores))];
  });
  return hits.length / questions.length;
}

describe("is repeatable to the digit", () => {
  test("with the same examples and seed", () => {
    expect(trainNetwork(largestSecond, options)).toEqual(trainNetwork(largestSecond, options));
  });

  test("and another with another seed", () => {
    const other = trainNetwork(largestSecond, { ...options, seed: 8 });
    expect(other).not.toEqual(trainNetwork(largestSecond, options));
  });
});

test("learns to put the right row first where one number tells it", () => {
  const network = trainNetwork(largestSecond, { ...options, epochs: 100 });
  expect(shareRanked(network, largestSecond)).toBeGreaterThan(0.95);
});

test("learns what no single number tells", () => {
  // Right is the row whose first number is the nearest to one half: neither many nor little of it.
  const middle = examples((row, rows) => {
    const best = Math.min(...rows.map(fromMiddle));
    return fromMiddle(row) === best;
  });
  const network = trainNetwork(middle, { ...options, hidden: 6, epochs: 300 });
  expect(shareRanked(network, middle)).toBeGreaterThan(0.85);
});

test("lets a heavier example win over a lighter one that says the contrary", () => {
  const rows = [Float64Array.of(1, 0, 0), Float64Array.of(0, 1, 0)];
  const said = (right: readonly boolean[], weight: number): RankingExample => ({ rows, right, weight });
  const { direct } = trainNetwork([said([true, false], 3), said([false, true], 1)], { ...options, hidden: 0 });
  expect(direct[0] ?? 0).toBeGreaterThan(direct[1] ?? 0);
});

test("passes over questions that have nothing to choose between", () => {
  const rows = [Float64Array.of(1, 0, 0), Float64Array.of(0, 1, 0)];
  const useless = [true, false].map((right) => ({ rows, right: [right, right], weight: 1 }));
  expect(trainNetwork([...useless, ...largestSecond], options)).toEqual(trainNetwork(largestSecond, options));
});

test("has the shape of its input, in four digits", () => {
  const { direct, hidden, bias, output } = trainNetwork(largestSecond, options);
  expect([direct.length, hidden.map((row) => row.length), bias.length, output.length]).toEqual([3, [3, 3, 3], 3, 3]);
  const weights = [...direct, ...hidden.flat(), ...bias, ...output];
  expect(weights).toEqual(weights.map(rounded));
});

test("learns nothing from nothing", () => {
  expect(trainNetwork([], { ...options, hidden: 1 })).toEqual({
    direct: [],
    hidden: [[]],
    bias: [0],
    output: [expect.any(Number)],
  });
});
