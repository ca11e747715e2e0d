import { expect, test } from "vitest";
import { libraryOf } from "../support/library-of.ts";
import { findWords, type FoundWords, type WordPlace } from "../../src/answer/find-words.ts";
import { quoteSpan } from "../../src/answer/quote-span.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import type { Library } from "../../src/search/library.ts";
import { finishSteps } from "../../src/text/steps.ts";
import { smallLibrary } from "../support/library.ts";

const chinese = libraryOf([
  parseArticle({
    name: "zh.txt",
    bytes: Buffer.from("茶\n\n红茶\n\n红茶来自云南。Meta不卖红茶，也不卖绿茶。广告很多。\n"),
  }),
]);

const guide = libraryOf([
  parseArticle({
    name: "guide.txt",
    bytes: Buffer.from(
      "Guide\n\nHours\n\nThe office opens at nine o’clock. Mr. Hammarskjöld isn’t in. Send an e‑mail to the café. GPT4 is slow. The appren-\ntice sees a well-\nknown clock in 2019–2020.\n",
    ),
  }),
]);

const taiwanese = libraryOf([
  parseArticle({
    name: "tw.txt",
    bytes: Buffer.from("公約\n\n網路\n\n請遵守網路禮儀。程式碼由志工審查。影片不得超過三分鐘。資訊室備份資料。\n"),
  }),
]);

test.for([
  { name: "with another apostrophe", library: guide, words: "o'clock", found: ["§1 ¶1:1 o’clock"] },
  { name: "without an apostrophe", library: guide, words: "isnt", found: ["§1 ¶1:2 isn’t"] },
  { name: "without accents", library: guide, words: "HAMMARSKJOLD", found: ["§1 ¶1:2 Hammarskjöld"] },
  { name: "with accents that the text lacks", library: guide, words: "clöck", found: ["§1 ¶1:5 clock"] },
  { name: "as one word", library: guide, words: "email", found: ["§1 ¶1:3 e‑mail"] },
  { name: "as a compound", library: guide, words: "gpt-4", found: ["§1 ¶1:4 GPT4"] },
  { name: "over two lines", library: guide, words: "apprentice", found: ["§1 ¶1:5 appren-\ntice"] },
  { name: "in a compound over two lines", library: guide, words: "well-known", found: ["§1 ¶1:5 well-\nknown"] },
  { name: "with another dash", library: guide, words: "2019-2020", found: ["§1 ¶1:5 2019–2020"] },
  { name: "of Taiwan in Simplified characters", library: taiwanese, words: "网路礼仪", found: ["§1 ¶1:1 網路禮儀"] },
  { name: "of Taiwan by the Mainland's", library: taiwanese, words: "网络礼仪", found: ["§1 ¶1:1 網路禮儀"] },
  { name: "of another length", library: taiwanese, words: "代码", found: ["§1 ¶1:2 程式碼"] },
  {
    name: "that both regions have, where nothing else is found",
    library: taiwanese,
    words: "视频",
    found: ["§1 ¶1:3 影片"],
  },
  { name: "that both regions have by itself", library: taiwanese, words: "资料", found: ["§1 ¶1:4 資料"] },
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
  const shown = look(library, words).places.map((place) => {
    const seen = place.matches.map(({ start, end }) => place.article.text.slice(start, end));
    return `${referenceOf(place)} ${seen.join("|")}`;
  });
  expect(shown).toEqual(found);
});

test("gives sentences with some of the words where none has all", () => {
  const { places, isComplete, isAll } = look(chinese, "广告 云南");
  expect([isComplete, isAll]).toEqual([false, true]);
  expect(places.map(referenceOf)).toEqual(["§1 ¶1:1", "§1 ¶1:3"]);
});

test("names the sections whose headings have the words", () => {
  expect(look(chinese, "紅茶").headings).toEqual(["§1"]);
  expect(look(chinese, "绿茶").headings).toEqual([]);
});

const long = smallLibrary(
  Array.from(
    { length: 700 },
    (_, at) => `Section ${at + 1}\n\nThe lamp of room ${at} is lit. ${"Nobody reads by it at night. ".repeat(20)}`,
  ).join("\n\n"),
);

test.for([
  { name: "a word of every part stands in more places than are told", words: "lamp", most: 200, isAll: false },
  { name: "rare words are found wherever they stand", words: "lamp 650", most: 1, isAll: true },
])("of a long article, $name", ({ words, most, isAll }) => {
  const steps = [...findWords(long, words)];
  const { places, ...found } = look(long, words);
  expect(found.isAll).toBe(isAll);
  expect(places.length).toBeGreaterThan(0);
  expect(places.length).toBeLessThanOrEqual(most);
  // Each step looks at one sentence or heading.
  expect(steps.length).toBeLessThan(6000);
});

function look(library: Library, words: string): FoundWords {
  return finishSteps(findWords(library, words));
}

function referenceOf({ article, span }: WordPlace): string | undefined {
  return quoteSpan(article, span)?.reference;
}
