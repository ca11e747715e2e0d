import { expect, test } from "vitest";
import type { Difference } from "../../src/answer/compare-wording.ts";
import { compareWording } from "../../src/answer/compare-wording.ts";
import { smallLibrary } from "../support/library.ts";

const { analyse } = smallLibrary();

test.for<{ name: string; original: string; given: string; differences: string[] }>([
  { name: "nothing in equal texts", original: "It rose.", given: "It rose.", differences: [] },
  { name: "nothing in a part of a sentence", original: "First, it rose by 3%.", given: "it rose", differences: [] },
  {
    name: "another number",
    original: "It fell by 0.3%.",
    given: "It fell by 0.5%.",
    differences: ["words 0.5% → 0.3%"],
  },
  { name: "a word that was left out", original: "它不是孤例", given: "它是孤例", differences: ["words ∅ → 不"] },
  { name: "a word that was added", original: "It rose.", given: "It soon rose.", differences: ["words soon → ∅"] },
  { name: "words added behind it", original: "It rose.", given: "It rose again", differences: ["words again → ∅"] },
  {
    name: "another mark",
    original: "“It” rose",
    given: '"It" rose',
    differences: ['punctuation " → “', 'punctuation " → ”'],
  },
  {
    name: "a mark that was left out",
    original: "So, it rose",
    given: "So it rose",
    differences: ["punctuation ∅ → ,"],
  },
  {
    name: "another script, as one run",
    original: "经济增长",
    given: "經濟增長",
    differences: ["script 經濟 → 经济", "script 長 → 长"],
  },
  { name: "another width", original: "AI", given: "ＡＩ", differences: ["width ＡＩ → AI"] },
  { name: "capitals", original: "Tea is hot", given: "tea is hot", differences: ["case tea → Tea"] },
  { name: "spaces", original: "Meta的AI", given: "Meta 的 AI", differences: ["spaces 的 → 的", "spaces AI → AI"] },
])("finds $name", ({ original, given, differences }) => {
  const found = compareWording(original, given, analyse);
  expect(
    found?.differences.map((each) => `${each.kind} ${cut(given, each.given)} → ${cut(original, each.original)}`),
  ).toEqual(differences);
});

test("tells which stretch is covered, without marks far away", () => {
  const original = "He said “no”. It rose. “Why?”";
  const found = compareWording(original, "“It rose.”", analyse);
  expect(found && original.slice(found.covered.start, found.covered.end)).toBe("It rose.");
});

test.for([
  { name: "nothing in common", given: "Mars has water", agreement: undefined },
  { name: "half of the words", given: "It fell", agreement: 0.5 },
  { name: "all of them", given: "It rose", agreement: 1 },
])("measures $name", ({ given, agreement }) => {
  expect(compareWording("It rose.", given, analyse)?.agreement).toBe(agreement);
});

function cut(text: string, span: Difference["given"]): string {
  return span ? text.slice(span.start, span.end) : "∅";
}
