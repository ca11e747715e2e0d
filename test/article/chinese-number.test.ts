import { expect, test } from "vitest";
import { chineseNumber } from "../../src/article/chinese-number.ts";

test.for([
  { name: "a digit", written: "三", value: 3 },
  { name: "ten", written: "十", value: 10 },
  { name: "tens and units", written: "二十三", value: 23 },
  { name: "a zero in between", written: "一百零五", value: 105 },
  { name: "digit by digit", written: "一〇五", value: 105 },
  { name: "两 and thousands", written: "两千零一", value: 2001 },
  { name: "units out of order", written: "十百", value: Number.NaN },
])("reads $name: $written", ({ written, value }) => {
  expect(chineseNumber(written)).toBe(value);
});
