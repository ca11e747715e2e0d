import fc from "fast-check";
import { expect, test } from "vitest";
import { alignSequences, type Step } from "../../src/answer/align-sequences.ts";

const align = (first: readonly number[], second: readonly number[], most = 600): Step[] | undefined =>
  alignSequences(Int32Array.from(first), Int32Array.from(second), most);

test.for([
  { name: "nothing", first: [], second: [], steps: [] },
  { name: "equal lists", first: [1, 2], second: [1, 2], steps: ["both", "both"] },
  { name: "what only the second has", first: [1, 3], second: [1, 2, 3], steps: ["both", "second", "both"] },
  { name: "what only the first has", first: [1, 2, 3], second: [1, 3], steps: ["both", "first", "both"] },
  { name: "an exchange, the first's item first", first: [1, 2], second: [1, 3], steps: ["both", "first", "second"] },
  { name: "one empty list", first: [], second: [4, 5], steps: ["second", "second"] },
])("aligns $name", ({ first, second, steps }) => {
  expect(align(first, second)).toEqual(steps);
});

const list = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 30 });

test("leaves over the fewest items, and what it takes for equal is", () => {
  fc.assert(
    fc.property(list, list, (first, second) => {
      const steps = align(first, second) ?? [];
      const count = (step: Step): number => steps.filter((each) => each === step).length;
      expect(count("both") + count("first")).toBe(first.length);
      expect(count("both") + count("second")).toBe(second.length);
      expect(count("both")).toBe(longestCommon(first, second));
      expect(pairsOf(steps, first, second).every(([one, other]) => one === other)).toBe(true);
    }),
    { numRuns: 500, seed: 1 },
  );
});

test("gives up where more differ than may, and only then", () => {
  fc.assert(
    fc.property(list, list, fc.integer({ min: 0, max: 20 }), (first, second, most) => {
      const differing = first.length + second.length - 2 * longestCommon(first, second);
      expect(align(first, second, most) === undefined).toBe(differing > most);
    }),
    { numRuns: 500, seed: 1 },
  );
});

function pairsOf(steps: readonly Step[], first: readonly number[], second: readonly number[]) {
  let [one, other] = [0, 0];
  return steps.flatMap((step) => {
    const pair = [first[one], second[other]] as const;
    if (step !== "second") one += 1;
    if (step !== "first") other += 1;
    return step === "both" ? [pair] : [];
  });
}

/** By the plain table. */
function longestCommon(first: readonly number[], second: readonly number[]): number {
  let row = second.map(() => 0);
  for (const item of first) {
    const next: number[] = [];
    for (const [at, other] of second.entries()) {
      next.push(item === other ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
