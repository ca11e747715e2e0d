import { describe, expect, test } from "vitest";
import { createWordTable } from "../../src/text/word-table.ts";

const tableOf = (dictionary: string) => createWordTable(new TextEncoder().encode(dictionary));
const table = tableOf("中 10 f\n中国 30 ns\n中国人 20 n\n国人 5 n\n𠮷 1 x\n𠮷野 1 nr\n人 34 n\n");

function wordsAt(text: string, from: number, to = text.length) {
  const count = table.findWords(text, from, to);
  return Array.from(table.found.lengths.subarray(0, count), (length) => text.slice(from, from + length));
}

describe("createWordTable", () => {
  test.for([
    { name: "all that begin at a place, shortest first", text: "中国人民", from: 0, words: ["中", "中国", "中国人"] },
    { name: "those within", text: "中国人民", from: 1, words: ["国人"] },
    { name: "none where none begins", text: "民国", from: 0, words: [] },
    { name: "none that end behind the end", text: "中国人", from: 0, to: 2, words: ["中", "中国"] },
    { name: "those beyond the basic plane", text: "𠮷野家", from: 0, words: ["𠮷", "𠮷野"] },
    { name: "none within a character", text: "𠮷野家", from: 1, words: [] },
    { name: "none past the text", text: "中", from: 1, words: [] },
  ])("finds $name", ({ text, from, to, words }) => {
    expect(wordsAt(text, from, to)).toEqual(words);
  });

  test("knows words by their rows", () => {
    expect(["中国", "国", "中国人民", "", "人".repeat(40)].map(table.rowOf)).toEqual([1, -1, -1, -1, -1]);
    expect(["中国", "𠮷野"].map((word) => table.tagOf(table.rowOf(word)))).toEqual(["ns", "nr"]);
  });

  test("weighs words by their share of all", () => {
    expect(table.weightOf(table.rowOf("中国"))).toBe(Math.log(30) - Math.log(101));
    expect(table.leastWeight).toBe(-Math.log(101));
  });

  test("holds nothing of an empty dictionary", () => {
    expect(tableOf("").findWords("中国", 0, 2)).toBe(0);
  });

  test("refuses words longer than it can find", () => {
    expect(() => tableOf(`${"茶".repeat(17)} 1 n\n`)).toThrow(new RangeError("a word of 17 code units, at most 16"));
  });
});
