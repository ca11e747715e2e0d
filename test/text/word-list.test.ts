import { describe, expect, test } from "vitest";
import { wordTable } from "../../src/languages/word-rows.ts";
import { createFold } from "../../src/text/fold.ts";
import { createWordList, looksLikePerson } from "../../src/text/word-list.ts";

const entries = [
  { simplified: "东西", pinyin: "dong1 xi5", english: ["thing"] },
  { simplified: "东莞", pinyin: "Dong1 guan3", english: ["Dongguan"] },
  { simplified: "东莞市", pinyin: "Dong1 guan3 shi4", english: ["Dongguan city"] },
  { simplified: "高峰", pinyin: "gao1 feng1", english: ["peak"] },
  { simplified: "黄河", pinyin: "Huang2 He2", english: ["Yellow River"] },
  { simplified: "黄河", pinyin: "huang2 he2", english: ["river that is yellow"] },
  { simplified: "驾照", pinyin: "jia4 zhao4", english: ["driver's license"] },
  { simplified: "考", pinyin: "Kao3", english: ["surname Kao"] },
  { simplified: "韦", pinyin: "Wei2", english: ["surname Wei"] },
  { simplified: "欧阳", pinyin: "Ou1 yang2", english: ["surname Ouyang"] },
  { simplified: "卡拉OK", pinyin: "ka3 la1 O K", english: ["karaoke"] },
];
const list = createWordList(wordTable(entries, createFold()));

describe("tells words from names", () => {
  test.for([
    { word: "东西", listed: "word" },
    { word: "东莞", listed: "name" },
    { word: "黄河", listed: "word" },
    { word: "欧阳", listed: "name" },
    { word: "东", listed: undefined },
    { word: "考", listed: undefined },
    { word: "卡拉OK", listed: undefined },
    { word: "龘", listed: undefined },
    { word: "", listed: undefined },
  ])("$word", ({ word, listed }) => {
    expect(list.find(word)).toBe(listed);
  });
});

test.for([
  { pair: "东西", words: ["东西"] },
  { pair: "东莞", words: ["东莞", "东莞市"] },
  { pair: "欧阳", words: ["欧阳"] },
  { pair: "东北", words: [] },
  { pair: "龘龘", words: [] },
])("lists the words that begin with $pair", ({ pair, words }) => {
  expect(list.wordsFrom(pair)).toEqual(words);
});

test("knows surnames", () => {
  expect(["韦", "欧阳", "东", ""].map((text) => list.isSurname(text))).toEqual([true, true, false, false]);
});

test.for([
  { word: "韦小宝", is: true },
  { word: "欧阳克己", is: true },
  { word: "考驾照", is: false },
  { word: "韦氏", is: false },
  { word: "东小宝", is: false },
])("$word looks like a person's name: $is", ({ word, is }) => {
  expect(looksLikePerson(word, list)).toBe(is);
});
