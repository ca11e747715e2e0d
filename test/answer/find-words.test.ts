import { expect, test } from "vitest";
import { createLibraryFor } from "../../src/answer/create-library.ts";
import { findWords } from "../../src/answer/find-words.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { smallLibrary } from "../support/library.ts";

const chinese = createLibraryFor([
  parseArticle({
    name: "zh.txt",
    bytes: Buffer.from("茶\n\n红茶\n\n红茶来自云南。Meta不卖红茶，也不卖绿茶。广告很多。\n"),
  }),
]);

test.for([
  { name: "in another inflection", library: smallLibrary(), words: "steam", found: ["§2 ¶1:2 steamed"] },
  {
    name: "in reading order",
    library: smallLibrary(),
    words: "oxidised",
    found: ["§1 ¶1:1 oxidised", "§2 ¶1:1 oxidised"],
  },
  { name: "all in one sentence", library: smallLibrary(), words: "green oxidised", found: ["§2 ¶1:1 Green|oxidised"] },
  { name: "in the other script", library: chinese, words: "紅茶", found: ["§1 ¶1:1 红茶", "§1 ¶1:2 红茶"] },
  { name: "across a border of scripts", library: chinese, words: "meta不卖", found: ["§1 ¶1:2 Meta不卖"] },
  { name: "two words apart", library: chinese, words: "红茶 绿茶", found: ["§1 ¶1:2 红茶|绿茶"] },
  { name: "nowhere", library: chinese, words: "咖啡", found: [] },
  { name: "no words", library: chinese, words: " …", found: [] },
])("finds words $name", ({ library, words, found }) => {
  const { quotes } = findWords(library, words);
  const shown = quotes.map(({ article, reference, matches }) => {
    const text = library.articles.get(article)?.text ?? "";
    return `${reference} ${matches.map(({ start, end }) => text.slice(start, end)).join("|")}`;
  });
  expect(shown).toEqual(found);
});

test("gives sentences with some of the words where none has all", () => {
  const { quotes, isComplete } = findWords(chinese, "广告 云南");
  expect(isComplete).toBe(false);
  expect(quotes.map(({ reference }) => reference)).toEqual(["§1 ¶1:1", "§1 ¶1:3"]);
});

test("names the sections whose headings have the words", () => {
  expect(findWords(chinese, "紅茶").headings).toEqual(["§1"]);
  expect(findWords(chinese, "绿茶").headings).toEqual([]);
});
