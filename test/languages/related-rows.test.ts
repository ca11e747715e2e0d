import { expect, test } from "vitest";
import { createDictionary } from "../../src/languages/dictionary.ts";
import { writeRows } from "../../src/languages/dictionary-rows.ts";
import { relatedWords } from "../../src/languages/related-rows.ts";

const whole = { fromWord: -1, toWord: -1 };
const synsets = [
  { id: "v1", words: ["settle", "locate"], pointers: [{ symbol: "+", to: "n1", fromWord: 0, toWord: 0 }] },
  { id: "n1", words: ["settler", "zettler", "man of the first hour"], pointers: [{ symbol: "@", to: "n2", ...whole }] },
  { id: "n2", words: ["person"], pointers: [] },
  { id: "a1", words: ["danish"], pointers: [{ symbol: "\\", to: "n3", fromWord: 0, toWord: 0 }] },
  { id: "n3", words: ["denmark"], pointers: [] },
  {
    id: "a2",
    words: ["heavy"],
    pointers: [
      { symbol: "=", to: "n4", ...whole },
      { symbol: "!", to: "a9", ...whole },
    ],
  },
  { id: "n4", words: ["weight"], pointers: [] },
  { id: "n5", words: ["movie", "film"], pointers: [] },
  { id: "n6", words: ["film", "coating"], pointers: [] },
];
const senses = [
  "settle v1 9",
  "locate v1 3",
  "settler n1 9",
  "person n2 9",
  "danish a1 1",
  "denmark n3 1",
  "zettler n1 0",
  "heavy a2 20",
  "weight n4 20",
  "movie n5 9",
  "film n5 9",
  "film n6 0",
  "coating n6 1",
].map((line) => {
  const [word = "", synset = "", count] = line.split(" ");
  return { word, synset, count: Number(count) };
});
const rows = relatedWords({ synsets, senses, isCommon: (word) => word === "coating" });
const texts = (word: string): string[] => (rows.get(word) ?? []).map(({ text }) => text);

test.for([
  { name: "lists words of one root and of one sense, heaviest first", word: "settle", found: ["locate", "settler"] },
  { name: "leads back from a derived word", word: "settler", found: ["settle"] },
  { name: "lists the noun that an adjective is of", word: "danish", found: ["denmark"] },
  {
    name: "lists what an adjective measures, and its degrees",
    word: "heavy",
    found: ["heavier", "heaviest", "weight"],
  },
  { name: "leads from a superlative to its adjective", word: "heaviest", found: ["heavy"] },
  { name: "leaves out the words of an unusual sense", word: "film", found: ["movie"] },
  { name: "leaves out kinds", word: "person", found: [] },
  { name: "leaves out what nobody counted and no dictionary has", word: "zettler", found: [] },
])("$name", ({ word, found }) => {
  expect(texts(word)).toEqual(found);
});

test("counts a word the more the more usual its sense is", () => {
  const [movie] = rows.get("film") ?? [];
  const [film] = rows.get("movie") ?? [];
  expect(movie?.weight).toBeLessThan(film?.weight ?? 0);
});

test("writes what a dictionary reads", () => {
  const dictionary = createDictionary(writeRows(rows));
  for (const [word] of rows) expect(dictionary.find(word).map(({ text }) => text)).toEqual(texts(word));
});
