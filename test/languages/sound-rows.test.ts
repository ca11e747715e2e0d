import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createSounds } from "../../src/languages/sounds.ts";
import { soundPairs } from "../../src/languages/sound-pairs.ts";
import { soundTable } from "../../src/languages/sound-rows.ts";
import { transliterating } from "../../src/languages/transliterating.ts";

const latin = { simplified: "拉丁", pinyin: "La1 ding1", english: ["Latin"] };

/** Every name of three of these. */
const parts = [
  { character: "拉", pinyin: "la1", letters: "ra" },
  { character: "丁", pinyin: "ding1", letters: "tin" },
  { character: "特", pinyin: "te4", letters: "t" },
  { character: "诺", pinyin: "nuo4", letters: "no" },
  { character: "斯", pinyin: "si1", letters: "s" },
];
const names = parts.flatMap((one) =>
  parts.flatMap((two) =>
    parts.map((three) => {
      const all = [one, two, three];
      const letters = all.map((part) => part.letters).join("");
      return {
        simplified: all.map(({ character }) => character).join(""),
        pinyin: all
          .map(({ pinyin }, at) => (at === 0 ? pinyin.slice(0, 1).toUpperCase() + pinyin.slice(1) : pinyin))
          .join(" "),
        english: [letters.slice(0, 1).toUpperCase() + letters.slice(1)],
      };
    }),
  ),
);

test.for([
  { name: "takes the words of a name's definition", entry: latin, letters: ["latin"] },
  {
    name: "takes each of several names with each of several words, and with both in one",
    entry: { simplified: "拉特·丁特", pinyin: "La1 te4 · Ding1 te4", english: ["Lat Tint (1900-1980), painter"] },
    letters: ["lat", "tint", "lattint"],
  },
  {
    name: "cuts off what tells the kind of place",
    entry: { simplified: "拉特州", pinyin: "La1 te4 Zhou1", english: ["Lat"] },
    letters: ["lat", "lat"],
  },
  { name: "leaves out words that are no names", entry: { ...latin, pinyin: "la1 ding1" }, letters: [] },
  {
    name: "leaves out names in pinyin",
    entry: { simplified: "南京", pinyin: "Nan2 jing1", english: ["Nanjing"] },
    letters: [],
  },
  {
    name: "leaves out what is no name of one sound",
    entry: { simplified: "必应", pinyin: "Bi4 ying4", english: ["Microsoft"] },
    letters: [],
  },
])("$name", ({ entry, letters }) => {
  const pairs = soundPairs([entry]);
  expect(pairs.flat().map((pair) => pair.letters)).toEqual(letters);
});

test("writes ideographs with their sounds and weights, then sounds with their spellings", () => {
  const table = soundTable(names, () => 1000);
  expect(table).toMatch(/^丁\td d\+ing -?\d+\n拉\tl l\+a -?\d+\n/);
  expect(table).toMatch(/\n\nd\tt \d+/);
  expect(createSounds(table).characters).toEqual(["丁", "拉", "斯", "特", "诺"]);
});

test("is what looks for names where no file is read", () => {
  const table = readFileSync(new URL("../../data/languages/sounds.tsv", import.meta.url), "utf8");
  expect([...transliterating]).toEqual(createSounds(table).characters);
});
