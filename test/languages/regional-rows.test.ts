import { expect, test } from "vitest";
import { regionalPairs, regionalTable } from "../../src/languages/regional-rows.ts";
import { parseSynonyms } from "../../src/languages/synonyms.ts";
import { createFold } from "../../src/text/fold.ts";

const pairs = regionalPairs(createFold(), (word) => (word === "影片" ? 2000 : 0));

test.for([
  { name: "a word of Taiwan", regional: "网路", mainland: ["网络"], isShared: false },
  { name: "a word of Hong Kong", regional: "宽频", mainland: ["宽带"], isShared: false },
  { name: "a word that the Mainland has too", regional: "影片", mainland: ["视频"], isShared: true },
  { name: "not what is the Mainland's word for something else", regional: "程序", mainland: [], isShared: false },
])("lists $name", ({ regional, mainland, isShared }) => {
  const found = pairs.filter((pair) => pair.regional === regional);
  expect(found.map((pair) => pair.mainland)).toEqual(mainland);
  expect(found.some((pair) => pair.isShared)).toBe(isShared);
});

test("writes a synonym table, shared words by arrows", () => {
  const rules = parseSynonyms(regionalTable(pairs));
  expect(rules).toContainEqual({ asked: ["网路", "网络"], found: ["网路", "网络"], mutual: true });
  expect(rules).toContainEqual({ asked: ["影片"], found: ["视频"], mutual: false });
  expect(rules).toContainEqual({ asked: ["视频"], found: ["影片"], mutual: false });
});
