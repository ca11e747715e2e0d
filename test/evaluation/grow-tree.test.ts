import { expect, test } from "vitest";
import { binColumns } from "../../src/evaluation/bin-columns.ts";
import { type Growing, growTree } from "../../src/evaluation/grow-tree.ts";

const options = { leaves: 8, rate: 1, leastRows: 1, damping: 0 };

/** Rows of two columns; `slope` is what the score of each row should go down by. */
function growingOf(rows: readonly (readonly [number, number])[], slope: readonly number[], given = {}): Growing {
  return {
    table: binColumns(rows.map((row) => Float64Array.from(row))),
    columns: [0, 1],
    first: Float64Array.from(slope),
    second: new Float64Array(rows.length).fill(1),
    options: { ...options, ...given },
  };
}

const corners = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;
const all = Int32Array.of(0, 1, 2, 3);

test("parts rows where their slopes differ, the left child right behind its parent", () => {
  const { feature, value, right } = growTree(all, growingOf(corners, [1, 1, -2, -2]));
  expect({ feature, value, right }).toEqual({ feature: [0, -1, -1], value: [0, -1, 2], right: [2, 0, 0] });
});

test("goes on within a part", () => {
  const { feature, value } = growTree(all, growingOf(corners, [0, 0, -1, -3]));
  expect({ feature, value }).toEqual({ feature: [0, -1, 1, -1, -1], value: [0, 0, 0, 1, 3] });
});

test.for([
  { name: "has enough leaves", given: { leaves: 1 }, leaf: 1 },
  { name: "would have too few rows in one", given: { leastRows: 3 }, leaf: 1 },
  { name: "learns a part of what would fit", given: { leaves: 1, rate: 0.1 }, leaf: 0.1 },
  { name: "is drawn towards 0", given: { leaves: 1, damping: 4 }, leaf: 0.5 },
])("is one leaf where it $name", ({ given, leaf }) => {
  const tree = growTree(all, growingOf(corners, [0, 0, -1, -3], given));
  expect(tree).toEqual({ feature: [-1], value: [leaf], right: [0], cut: [0] });
});

test("asks only for the columns that it may", () => {
  const growing = { ...growingOf(corners, [1, 1, -2, -2]), columns: [1] };
  expect(growTree(all, growing).feature).toEqual([-1]);
});
