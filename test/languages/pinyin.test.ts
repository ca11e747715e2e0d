import { expect, test } from "vitest";
import { createPinyin } from "../../src/languages/pinyin.ts";
import { pinyinTable } from "../../src/languages/pinyin-rows.ts";

const entries = [
  { simplified: "谷", pinyin: "gu3" },
  { simplified: "股", pinyin: "gu3" },
  { simplified: "歌", pinyin: "ge1" },
  { simplified: "绿", pinyin: "lu:4" },
  { simplified: "王", pinyin: "Wang2" },
  { simplified: "先", pinyin: "xian1" },
  { simplified: "西", pinyin: "xi1" },
  { simplified: "安", pinyin: "an1" },
  { simplified: "谷歌", pinyin: "gu3 ge1" },
];
const table = pinyinTable(entries, (character) => (character === "股" ? 9 : 1));
const pinyin = createPinyin(table);

test("writes one line a syllable, common ideographs first, tones dropped", () => {
  expect(table).toBe("an\t安\nge\t歌\ngu\t股谷\nlv\t绿\nwang\t王\nxi\t西\nxian\t先\n");
});

test("knows what sounds alike", () => {
  expect(pinyin.homophonesOf("谷")).toEqual(["股"]);
  expect(pinyin.homophonesOf("歌")).toEqual([]);
  expect(pinyin.homophonesOf("a")).toEqual([]);
});

test.for([
  { letters: "guge", ways: [["gu", "ge"]] },
  { letters: "xian", ways: [["xian"], ["xi", "an"]] },
  { letters: "gugel", ways: [] },
  { letters: "", ways: [[]] },
  { letters: "an".repeat(2000), ways: [] },
])("cuts $letters into syllables", ({ letters, ways }) => {
  expect(pinyin.syllablesOf(letters)).toEqual(ways);
});
