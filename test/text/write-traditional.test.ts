import { expect, test } from "vitest";
import { writeTraditional } from "../../src/text/write-traditional.ts";

test.for([
  { simplified: "Meta盘后股价应声下跌多少？", traditional: "Meta盤後股價應聲下跌多少？" },
  { simplified: "皇后的头发在后面", traditional: "皇后的頭髮在後面" },
  { simplified: "里面的面条，理发和发展", traditional: "裡面的麵條，理髮和發展" },
  { simplified: "乾隆皇帝", traditional: "乾隆皇帝" },
  { simplified: "関係なし & English", traditional: "関係なし & English" },
  { simplified: "", traditional: "" },
])("writes $simplified", ({ simplified, traditional }) => {
  expect(writeTraditional(simplified)).toBe(traditional);
});
