import { expect, test } from "vitest";
import type { FeatureName } from "../../src/answer/features.ts";
import { columnOf } from "../support/candidates.ts";

interface Row {
  readonly column: FeatureName;
  readonly asked: string;
  readonly text: string;
  readonly values: readonly number[];
}

const rows: readonly Row[] = [
  { column: "asksForNames", asked: "Did Adam pay?", text: "It rains.", values: [1] },
  { column: "asksForNames", asked: "Who pays?", text: "It rains.", values: [0] },
  { column: "properHere", asked: "Did Adam meet Berta?", text: "Adam came. It rained.", values: [0.5, 0] },
  { column: "properNear", asked: "Did Adam pay?", text: "Adam came. He paid. It rained.", values: [1, 1, 0] },
  {
    column: "rivalName",
    asked: "Did Adam pay?",
    text: "Yesterday Berta paid. Adam paid. It rained.",
    values: [1, 0, 0],
  },
  { column: "rivalName", asked: "谁付了钱?", text: "李白付了钱。", values: [0] },
];

test.for(rows)("$column of $asked", ({ column, asked, text, values }) => {
  expect(columnOf(column, asked, text)).toEqual(values);
});
