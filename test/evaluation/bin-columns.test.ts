import { expect, test } from "vitest";
import { binColumns, MOST_BINS } from "../../src/evaluation/bin-columns.ts";

const tableOf = (...columns: readonly (readonly number[])[]): Float64Array[] =>
  (columns[0] ?? []).map((_, row) => Float64Array.from(columns, (column) => column[row] ?? 0));

test.for([
  { name: "gives each of few numbers a bin", column: [3, 1, 2], bins: [2, 0, 1], cuts: [1, 2] },
  { name: "gives one number one bin", column: [4, 4, 4], bins: [0, 0, 0], cuts: [] },
  { name: "parts what is mostly 0 from the rest", column: [0, 0, 0, 0, 1], bins: [0, 0, 0, 0, 1], cuts: [0] },
])("$name", ({ column, bins, cuts }) => {
  const binned = binColumns(tableOf(column));
  expect({ bins: [...binned.bins], cuts: [...(binned.cuts[0] ?? [])] }).toEqual({ bins, cuts });
});

test("gives many numbers no more bins than there are, none much fuller than others", () => {
  const { bins } = binColumns(tableOf(Array.from({ length: 4800 }, (_, at) => at / 100)));
  const sizes = [...Map.groupBy(bins, (bin) => bin).values()].map((members) => members.length);
  expect(sizes).toHaveLength(MOST_BINS);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
});

test("bins each column by itself", () => {
  const { bins, rows, columns } = binColumns(tableOf([1, 2], [6, 5]));
  expect({ bins: [...bins], rows, columns }).toEqual({ bins: [0, 1, 1, 0], rows: 2, columns: 2 });
});

test("knows no columns of no rows", () => {
  expect(binColumns([])).toEqual({ rows: 0, columns: 0, bins: new Uint8Array(), cuts: [] });
});
