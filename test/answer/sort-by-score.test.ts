import fc from "fast-check";
import { expect, test } from "vitest";
import { sortByScore } from "../../src/answer/sort-by-score.ts";

test.for([
  { name: "none", scores: [], order: [], sorted: [] },
  { name: "one", scores: [3], order: [0], sorted: [0] },
  { name: "the highest first", scores: [1, 3, -2], order: [0, 1, 2], sorted: [1, 0, 2] },
  { name: "equal ones by their place", scores: [1, 1, 1, 1, 2], order: [3, 1, 2, 0, 4], sorted: [4, 3, 1, 2, 0] },
])("$name", ({ scores, order, sorted }) => {
  expect([...sortByScore(Float64Array.from(scores), Int32Array.from(order))]).toEqual(sorted);
});

test("as a sort by comparing does", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.nat(9)), { maxLength: 70 }), (all) => {
      const [scores, order] = [all.map(([score]) => score / 7), all.map(([, place]) => place)];
      const compared = [...all.keys()].toSorted(
        (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (order[a] ?? 0) - (order[b] ?? 0),
      );
      expect([...sortByScore(Float64Array.from(scores), Int32Array.from(order))]).toEqual(compared);
    }),
  );
});
