import { describe, expect, test } from "vitest";
import { seededRandom } from "../../src/evaluation/seeded-random.ts";
import { chooseThresholds, type SupportExample, trainSupport } from "../../src/evaluation/train-support.ts";

const random = seededRandom(3);
/** Right where the first number is the larger one, answerable where it is hardly smaller. */
const examples = Array.from({ length: 200 }, (): SupportExample => {
  const [one, other] = [random(), random()];
  const given = { weight: 1, groups: ["a"] };
  return { row: Float64Array.of(one, other), answerable: one > other - 0.1, right: one > other, ...given };
});
const bounds = { answeredWrongly: 0.1, declinedWrongly: 0.1 };

function probabilityOf({ weights, bias }: ReturnType<typeof trainSupport>, { row }: SupportExample): number {
  return 1 / (1 + Math.exp(-weights.reduce((sum, weight, at) => sum + weight * (row[at] ?? 0), bias)));
}

test("is repeatable to the digit", () => {
  expect(trainSupport(examples, bounds)).toEqual(trainSupport(examples, bounds));
});

test("learns what tells right sentences from others", () => {
  const learned = trainSupport(examples, bounds);
  const rightly = examples.filter((one) => probabilityOf(learned, one) > 0.5 === one.right);
  expect(rightly.length / examples.length).toBeGreaterThan(0.97);
});

test("counts an example by its weight", () => {
  const row = Float64Array.of(1);
  const said = (right: boolean, weight: number): SupportExample => ({
    row,
    answerable: true,
    right,
    weight,
    groups: [],
  });
  const pairs = [
    [said(true, 9), said(false, 1)],
    [said(true, 1), said(false, 9)],
  ];
  expect(pairs.map((pair) => probabilityOf(trainSupport(pair, bounds), said(true, 1)) > 0.5)).toEqual([true, false]);
});

/** A hundred questions of one group whose probabilities run evenly from one number to another. */
function evenly(group: string, answerable: boolean, [from, to]: readonly [number, number]): SupportExample[] {
  return Array.from({ length: 100 }, (_, at) => {
    const row = Float64Array.of(from + ((to - from) * at) / 100);
    return { row, answerable, right: answerable, weight: 1, groups: [group] };
  });
}
function choose(...members: readonly SupportExample[][]) {
  return chooseThresholds(members.flat(), (row) => row[0] ?? 0, { answeredWrongly: 0.1, declinedWrongly: 0.02 });
}

describe("thresholds", () => {
  test("keep to both bounds", () => {
    expect(choose(evenly("a", true, [0, 1]), evenly("a", false, [0, 0.8]))).toEqual({ answered: 0.72, declined: 0.02 });
  });

  test("keep to them in the worst group", () => {
    const easy = [evenly("easy", true, [0.5, 1]), evenly("easy", false, [0, 0.1])];
    const hard = [evenly("hard", true, [0.1, 1]), evenly("hard", false, [0, 0.9])];
    expect(choose(...easy, ...hard)).toEqual({ answered: 0.81, declined: 0.118 });
  });

  test("are not set by a few questions", () => {
    const few = evenly("few", false, [0.99, 1]).slice(0, 10);
    expect(choose(evenly("a", true, [0.2, 1]), few)).toEqual({ answered: 0.5, declined: 0.216 });
  });
});
