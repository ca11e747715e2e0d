import { expect, test } from "vitest";
import { createDictionary } from "../../src/languages/dictionary.ts";
import { chineseToEnglish, englishToChinese, writeRows } from "../../src/languages/dictionary-rows.ts";
import { createFold } from "../../src/text/fold.ts";

const entries = [
  { simplified: "市场", english: ["marketplace", "market (also in abstract)"] },
  { simplified: "集市", english: ["market", "bazaar", "fair", "CL:個|个[ge4]"] },
  { simplified: "收购", english: ["to acquire (a company); to purchase", "to buy"] },
  { simplified: "云计算", english: ["cloud computing"] },
  { simplified: "言论自由", english: ["freedom of speech"] },
  { simplified: "做伴", english: ["to be in company (with sb)"] },
  { simplified: "公司", english: ["(business) company", "firm, enterprise", "variant of 公私[gong1 si1]"] },
  { simplified: "王", english: ["surname Wang", "king"] },
  { simplified: "菜豆", english: ["a kind of bean with long pods, used in soup all over the world"] },
  { simplified: "，", english: ["comma"] },
];
const frequencies = new Map([
  ["市场", 50_000],
  ["集市", 100],
  ["公司", 90_000],
  ["做伴", 10],
]);
const source = { entries, fold: createFold(), frequency: (word: string) => frequencies.get(word) ?? 0 };
const toChinese = englishToChinese(source);
const toEnglish = chineseToEnglish(source);
const texts = (row: readonly { readonly text: string }[] | undefined): string[] => (row ?? []).map(({ text }) => text);

test.for([
  { name: "puts the common word before the rare one", key: "market", words: ["市场", "集市"] },
  { name: "drops brackets and the infinitive's particle", key: "acquire", words: ["收购"] },
  { name: "keeps phrases whole", key: "cloud computing", words: ["云计算"] },
  { name: "does not list a phrase under one of its words", key: "cloud", words: [] },
  { name: "drops filling words within a phrase", key: "freedom speech", words: ["言论自由"] },
  { name: "puts what stood behind a preposition last", key: "company", words: ["公司", "做伴"] },
  { name: "splits short lists", key: "enterprise", words: ["公司"] },
  { name: "leaves surnames out", key: "wang", words: [] },
  { name: "leaves explanations out", key: "bean", words: [] },
  { name: "leaves cross-references out", key: "variant", words: [] },
  { name: "lists no punctuation", key: "comma", words: [] },
])("$name", ({ key, words }) => {
  expect(texts(toChinese.get(key))).toEqual(words);
});

test("lists a Chinese word's glosses, the first sense first", () => {
  expect(texts(toEnglish.get("收购"))).toEqual(["acquire", "purchase", "buy"]);
});

test("translates no single ideograph into English", () => {
  expect(toEnglish.has("王")).toBe(false);
});

test("writes what a dictionary reads", () => {
  const dictionary = createDictionary(writeRows(toEnglish));
  for (const [key, row] of toEnglish) expect(texts(dictionary.find(key))).toEqual(texts(row));
});
