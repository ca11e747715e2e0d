import { expect, test } from "vitest";
import { chineseNumber } from "../../src/text/chinese-numerals.ts";

test.for([
  { name: "a digit", written: "三", value: 3 },
  { name: "ten", written: "十", value: 10 },
  { name: "tens and units", written: "二十三", value: 23 },
  { name: "a zero in between", written: "一百零五", value: 105 },
  { name: "digit by digit", written: "一〇五", value: 105 },
  { name: "两 and thousands", written: "两千零一", value: 2001 },
  { name: "Traditional", written: "兩萬", value: 20_000 },
  { name: "the short form of tens", written: "廿三", value: 23 },
  { name: "formal", written: "貳拾參", value: 23 },
  { name: "units out of order", written: "十百", value: undefined },
  { name: "what leaves a place out", written: "一百二", value: undefined },
  { name: "other characters", written: "第三", value: undefined },
  { name: "nothing", written: "", value: undefined },
  { name: "more than a number has", written: "一".repeat(200_000), value: undefined },
])("reads $name: $written", ({ written, value }) => {
  expect(chineseNumber(written)).toBe(value);
});
