import { expect, test } from "vitest";
import { parseSenses, parseSynsets } from "../../src/languages/word-net.ts";

const data = [
  "  1 This software and database is being provided to you, the LICENSEE, by",
  "10602839 18 n 01 settler 0 002 @ 09887034 n 0000 + 00414801 v 0101 | a person who settles in a new colony  ",
  "00939566 00 s 02 Old(a) 0 long_ago 0 001 & 00938769 a 0000 | of an earlier time | long past  ",
  "",
].join("\n");

test("reads words with their pointers and leaves the licence out", () => {
  expect(parseSynsets(data)).toEqual([
    {
      id: "n10602839",
      words: ["settler"],
      pointers: [
        { symbol: "@", to: "n09887034", fromWord: -1, toWord: -1 },
        { symbol: "+", to: "v00414801", fromWord: 0, toWord: 0 },
      ],
    },
    {
      id: "a00939566",
      words: ["old", "long ago"],
      pointers: [{ symbol: "&", to: "a00938769", fromWord: -1, toWord: -1 }],
    },
  ]);
});

test("reads how often a word has a sense, whatever its part of speech", () => {
  const index =
    "settle%2:31:00:: 00700621 2 10\nsettle_down%2:30:00:: 00416323 1 2\nold%5:00:00:past:00 00939566 9 0\n";
  expect(parseSenses(index)).toEqual([
    { word: "settle", synset: "v00700621", count: 10 },
    { word: "settle down", synset: "v00416323", count: 2 },
    { word: "old", synset: "a00939566", count: 0 },
  ]);
});
