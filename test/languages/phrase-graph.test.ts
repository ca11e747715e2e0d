import { expect, test } from "vitest";
import { addPhrase, createNode, phrasesAt } from "../../src/languages/small-talk/phrase-graph.ts";

const wordsOf = (text: string): string[] => text.split(" ").filter((word) => word !== "");

function endsIn(pattern: string, text: string): number[] {
  const root = createNode<string>();
  addPhrase(root, { pattern, says: "it", wordsOf });
  return Array.from(phrasesAt(root, wordsOf(text), 0), ({ end }) => end);
}

test.for<[pattern: string, text: string, ends: number[]]>([
  ["thank (you|u)", "thank u", [2]],
  ["thank (you|u)", "thank", []],
  ["thanks [so much|again]", "thanks so much", [1, 3]],
  ["thanks [so much|again]", "thanks so little", [1]],
  ["[oh] [well] fine", "oh fine", [2]],
  ["(a|a b) c", "a b c", [3]],
])("%s in %s ends behind %j words", ([pattern, text, ends]) => {
  expect(endsIn(pattern, text)).toEqual(ends);
});

test("refuses a bracket that is not closed", () => {
  expect(() => endsIn("thank (you", "thank you")).toThrow(RangeError);
});
