import { describe, expect, test } from "vitest";
import {
  longestCommon,
  longestPrefix,
  longestSuffix,
  orderShare,
  windowShare,
} from "../../src/answer/compare-letters.ts";
import { question } from "../support/analyse.ts";

test.for([
  { one: "abcd", other: "xbcy", length: 2 },
  { one: "abcd", other: "abcd", length: 4 },
  { one: "ab", other: "ba", length: 1 },
  { one: "abab", other: "abc", length: 2 },
  { one: "a", other: "b", length: 0 },
  { one: "", other: "a", length: 0 },
])("$one and $other have $length in common", ({ one, other, length }) => {
  expect([longestCommon(one, other), longestCommon(other, one)]).toEqual([length, length]);
});

test.for([
  { part: "公司收购", text: "他收购了公司", suffix: 2, prefix: 2 },
  { part: "收购", text: "收购", suffix: 2, prefix: 2 },
  { part: "收购", text: "天", suffix: 0, prefix: 0 },
  { part: "", text: "天", suffix: 0, prefix: 0 },
])("$text holds $suffix of the end and $prefix of the beginning of $part", ({ part, text, suffix, prefix }) => {
  expect([longestSuffix(part, text), longestPrefix(part, text)]).toEqual([suffix, prefix]);
});

describe("tells how the words of `red green blue` stand", () => {
  test.for([
    { name: "red green blue", order: 1, window: 12 / 14 },
    { name: "blue green red", order: 0, window: 12 / 14 },
    { name: "red and then something else, blue", order: 0.5, window: 7 / 33 },
    { name: "red", order: 0, window: 0 },
    { name: "", order: 0, window: 0 },
  ])("in “$name”", ({ name, order, window }) => {
    const { words } = question("red green blue");
    expect([orderShare(words, name), windowShare(words, name)]).toEqual([order, window]);
  });
});
