import { expect, test } from "vitest";
import { firstBehind, lastAtMost } from "../../src/text/search-sorted.ts";

test.for([
  { name: "between two", value: 5, index: 1 },
  { name: "one of them", value: 8, index: 2 },
  { name: "behind all", value: 90, index: 2 },
  { name: "before all", value: -1, index: 0 },
])("finds the last number that is not above $name", ({ value, index }) => {
  expect(lastAtMost([0, 3, 8], value)).toBe(index);
});

test("finds nothing among no numbers", () => {
  expect(lastAtMost([], 3)).toBe(0);
});

test.for([
  { name: "before all", offset: 0, index: 0 },
  { name: "an end, which is not behind it", offset: 4, index: 1 },
  { name: "between two", offset: 5, index: 1 },
  { name: "behind all", offset: 9, index: 2 },
])("finds the first span that ends behind $name", ({ offset, index }) => {
  const spans = [
    { start: 1, end: 4 },
    { start: 6, end: 9 },
  ];
  expect(firstBehind(spans, offset)).toBe(index);
});
