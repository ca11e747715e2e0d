import { expect, test } from "vitest";
import { readRoman } from "../../src/text/roman-numerals.ts";

test.for([
  ["I", 1],
  ["iv", 4],
  ["IX", 9],
  ["XIV", 14],
  ["xl", 40],
  ["MCMXCIX", 1999],
  ["MMMCMXCIX", 3999],
  ["Ⅳ", 4],
  ["IIII", undefined],
  ["iV", undefined],
  ["VX", undefined],
  ["IC", undefined],
  ["MMMM", undefined],
  ["", undefined],
  ["12", undefined],
  ["civil", undefined],
  ["m".repeat(100_000), undefined],
] as const)("reads %s as %s", ([written, value]) => {
  expect(readRoman(written)).toBe(value);
});
