import { expect, test } from "vitest";
import { cutTokens, joinTokens } from "../../src/languages/question-tokens.ts";

test.for([
  { text: "open-source ai", key: "open source ai" },
  { text: "谷歌 cloud服务", key: "谷歌cloud服务" },
  { text: "马克·扎克伯格", key: "马克扎克伯格" },
  { text: "trip.com", key: "trip com" },
  { text: "google's ads", key: "google ads" },
  { text: "b站", key: "b站" },
])("joins $text as tables know it", ({ text, key }) => {
  expect(joinTokens(cutTokens(text))).toBe(key);
});

test("tells what a comma, a full stop and a question mark part", () => {
  const joined = cutTokens("meta, google. who? ai,谷歌").map((token) => [token.text, token.joined]);
  expect(joined).toEqual([
    ["meta", false],
    ["google", false],
    ["who", false],
    ["ai", false],
    ["谷", false],
    ["歌", true],
  ]);
});

test("keeps the offsets of ideographs beyond the basic plane", () => {
  expect(cutTokens("𠮷野家").map(({ start, end }) => [start, end])).toEqual([
    [0, 2],
    [2, 3],
    [3, 4],
  ]);
});
