import { expect, test } from "vitest";
import { editDistance } from "../../src/languages/edit-distance.ts";

test.for([
  ["gemini", "gemini", 0],
  ["gemni", "gemini", 1],
  ["gemmini", "gemini", 1],
  ["gemani", "gemini", 1],
  ["gmeini", "gemini", 1],
  ["advertisng", "advertising", 1],
  ["advretisng", "advertising", 2],
  ["meta", "gemini", 3],
  ["abc", "xyz", 3],
] as const)("counts from %s to %s", ([one, other, distance]) => {
  expect(editDistance(one, other, 2)).toBe(distance);
  expect(editDistance(other, one, 2)).toBe(distance);
});
