import { expect, test } from "vitest";
import { seededRandom } from "../../src/evaluation/seeded-random.ts";
import { type SupportExample, trainSupport } from "../../src/evaluation/train-support.ts";

const random = seededRandom(3);
/** Answerable where the first number is the larger one. */
const examples = Array.from({ length: 200 }, (_, index): SupportExample => {
  const row = Float64Array.of(random(), random());
  return { row, answerable: (row[0] ?? 0) > (row[1] ?? 0), weight: 1, calibrates: index % 2 === 0 };
});

function scoreOf({ weights, bias }: ReturnType<typeof trainSupport>, { row }: SupportExample): number {
  return weights.reduce((sum, weight, at) => sum + weight * (row[at] ?? 0), bias);
}

test("is repeatable to the digit", () => {
  expect(trainSupport(examples, 0.05)).toEqual(trainSupport(examples, 0.05));
});

test("learns what tells answerable questions from others", () => {
  const learned = trainSupport(examples, 0);
  const rightly = examples.filter((one) => scoreOf(learned, one) > 0 === one.answerable);
  expect(rightly.length / examples.length).toBeGreaterThan(0.97);
});

test.for([
  { name: "none", share: 0 },
  { name: "a tenth", share: 0.1 },
  { name: "a half", share: 0.5 },
])("declines $name of the answerable questions that calibrate", ({ share }) => {
  const learned = trainSupport(examples, share);
  const calibrating = examples.filter(({ answerable, calibrates }) => answerable && calibrates);
  const declined = calibrating.filter(
    (one) => 1 / (1 + Math.exp(-scoreOf(learned, one))) < learned.thresholds.declined - 0.001,
  );
  expect(Math.abs(declined.length / calibrating.length - share)).toBeLessThan(0.02);
});

test("counts an example by its weight", () => {
  const row = Float64Array.of(1);
  const said = (answerable: boolean, weight: number): SupportExample => ({ row, answerable, weight, calibrates: true });
  const scores = [
    [said(true, 9), said(false, 1)],
    [said(true, 1), said(false, 9)],
  ].map((pair) => scoreOf(trainSupport(pair, 0), said(true, 1)) > 0);
  expect(scores).toEqual([true, false]);
});
