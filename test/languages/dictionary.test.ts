import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createDictionary } from "../../src/languages/dictionary.ts";

const dictionary = createDictionary("ad\t广告 60\ncloud computing\t云计算 25\nmarket\t市场 61|商场 40\n");

test.for([
  { name: "finds the first line", key: "ad", found: [{ text: "广告", weight: 0.6 }] },
  { name: "finds a phrase", key: "cloud computing", found: [{ text: "云计算", weight: 0.25 }] },
  {
    name: "keeps the order of the last line",
    key: "market",
    found: [
      { text: "市场", weight: 0.61 },
      { text: "商场", weight: 0.4 },
    ],
  },
  { name: "finds nothing before the first line", key: "a", found: [] },
  { name: "finds nothing between lines", key: "cloud", found: [] },
  { name: "finds nothing behind the last line", key: "zebra", found: [] },
  { name: "finds nothing for an empty word", key: "", found: [] },
])("$name", ({ key, found }) => {
  expect(dictionary.find(key)).toEqual(found);
});

test("tells whether a word begins a phrase", () => {
  expect(["cloud", "ad", "market", "zebra"].map((word) => dictionary.begins(word))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("finds nothing in an empty dictionary", () => {
  expect(createDictionary("").find("ad")).toEqual([]);
});

test.for(["en-zh.tsv", "zh-en.tsv"])("finds every line of %s", (name) => {
  const table = readFileSync(new URL(`../../data/languages/${name}`, import.meta.url), "utf8");
  const keys = table
    .trimEnd()
    .split("\n")
    .map((line) => line.slice(0, line.indexOf("\t")));
  expect(keys.length).toBeGreaterThan(80_000);
  expect(keys.findIndex((key, index) => index > 0 && key <= (keys[index - 1] ?? ""))).toBe(-1);
  const full = createDictionary(table);
  expect(keys.filter((_, index) => index % 997 === 0).filter((key) => full.find(key).length === 0)).toEqual([]);
});
