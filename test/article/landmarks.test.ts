import { expect, test } from "vitest";
import type { Landmark } from "../../src/article/article.ts";
import { landmarksOf } from "../../src/article/landmarks.ts";

const landmarks: readonly Landmark[] = [
  { kind: "page", label: "xii", start: 10 },
  { kind: "chapter", label: "3", start: 10 },
  { kind: "time", label: "0:00:02", start: 15 },
  { kind: "page", label: "13", start: 20 },
  { kind: "page", label: "14", start: 30 },
];

test.for([
  { name: "nothing before the first", span: [0, 10], expected: [] },
  {
    name: "a page from its first character",
    span: [10, 12],
    expected: [
      ["chapter", "3", "3"],
      ["page", "xii", "xii"],
    ],
  },
  {
    name: "the times within a span",
    span: [12, 20],
    expected: [
      ["chapter", "3", "3"],
      ["page", "xii", "xii"],
      ["time", "0:00:02", "0:00:02"],
    ],
  },
  {
    name: "pages from the first to the last",
    span: [16, 31],
    expected: [
      ["chapter", "3", "3"],
      ["page", "xii", "14"],
      ["time", "0:00:02", "0:00:02"],
    ],
  },
  {
    name: "a page that begins where the span ends as none of it",
    span: [21, 30],
    expected: [
      ["chapter", "3", "3"],
      ["page", "13", "13"],
      ["time", "0:00:02", "0:00:02"],
    ],
  },
] as const)("tells $name", ({ span: [start, end], expected }) => {
  const found = landmarksOf({ landmarks }, { start, end });
  expect(found.map(({ kind, first, last }) => [kind, first, last])).toEqual(expected);
});

test("tells nothing of a text without landmarks", () => {
  expect(landmarksOf({}, { start: 0, end: 9 })).toEqual([]);
});
