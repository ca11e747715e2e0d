import { expect, test } from "vitest";
import { readOrdinalNumber } from "../../src/text/ordinal-numbers.ts";

/** What is read, and how much of the text. */
const read: readonly (readonly [text: string, number: string, length: number])[] = [
  ["37条", "37", 2],
  ["三十七条", "37", 3],
  ["一百七十五条", "175", 5],
  ["一〇五", "105", 3],
  ["91-1 条", "91-1", 4],
  ["91之1", "91-1", 4],
  ["十二之一", "12-1", 4],
  ["12-15条", "12", 2],
  ["7a", "7-a", 2],
  ["3 100", "3", 1],
  ["xiv.", "14", 3],
  ["i:", "1", 1],
  ["v", "5", 1],
];

test.for(read)("reads %s as %s", ([text, number, length]) => {
  const ordinal = readOrdinalNumber(text, 0);
  expect(`${ordinal?.value}${ordinal?.suffix === undefined ? "" : `-${ordinal.suffix}`}`).toBe(number);
  expect(ordinal?.end).toBe(length);
});

test.for([
  "",
  "条",
  "一百二",
  "三五",
  "一二三",
  "十十",
  "3.2",
  "3:2",
  "7abc",
  "91-1-2",
  "1234567",
  "i am",
  "c",
  "mix",
  "iiii",
])("reads nothing in %j", (text) => {
  expect(readOrdinalNumber(text, 0)).toBeUndefined();
});
