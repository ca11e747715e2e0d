import { expect, test } from "vitest";
import type { SourceBlock, SourceGroup } from "../../../../src/playground/page/source/source-blocks.ts";
import { splitGroups } from "../../../../src/playground/page/source/split-groups.ts";

/** Paragraphs of so many characters, one behind the other. */
function blocksOf(lengths: readonly number[]): SourceBlock[] {
  let start = 10;
  return lengths.map((length, index) => {
    const span = { start, end: start + length };
    start += length + 2;
    return { kind: "paragraph", form: "prose", number: index + 1, span, sentences: [], marker: "", depth: 0 };
  });
}

function groupOf(lengths: readonly number[]): SourceGroup {
  return { number: "1", level: 1, heading: { start: 0, end: 8 }, blocks: blocksOf(lengths) };
}

test.for([
  [[], [0]],
  [[100], [1]],
  [Array.from({ length: 24 }, () => 10), [24]],
  [Array.from({ length: 50 }, () => 10), [24, 24, 2]],
  [
    [7000, 900, 200, 50],
    [2, 2],
  ],
  [
    [20_000, 10, 20_000],
    [1, 1, 1],
  ],
] as const)("cuts paragraphs of %j characters into parts of %j", ([lengths, expected]) => {
  const group = groupOf(lengths);
  const parts = splitGroups([group]);
  expect(parts.map(({ blocks }) => blocks.length)).toEqual(expected);
  expect(parts.flatMap(({ blocks }) => blocks)).toEqual(group.blocks);
  expect(parts.map(({ heading }) => heading)).toEqual([group.heading, ...parts.slice(1).map(() => undefined)]);
});

test("keeps sections apart", () => {
  const parts = splitGroups([groupOf([1]), { ...groupOf([1, 1]), number: "2" }]);
  expect(parts.map(({ number, blocks }) => [number, blocks.length])).toEqual([
    ["1", 1],
    ["2", 2],
  ]);
});
