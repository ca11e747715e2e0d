import { expect, test } from "vitest";
import type { Difference } from "../../src/answer/compare-wording.ts";
import { compareWording } from "../../src/answer/compare-wording.ts";
import { smallLibrary } from "../support/library.ts";

const { analyse, lexicon } = smallLibrary();

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
  { name: "accents", original: "The café", given: "The cafe", differences: ["accents cafe → café"] },
  { name: "letters of their own", original: "Łódź", given: "Lodz", differences: ["accents Lodz → Łódź"] },
  { name: "a hyphen", original: "an e‑mail", given: "an email", differences: ["hyphens email → e‑mail"] },
  {
    name: "a hyphen too many",
    original: "well known",
    given: "well-known",
    differences: ["punctuation - → ∅", "spaces known → known"],
  },
  {
    name: "a hyphen at the end of a line",
    original: "the bound-\nary",
    given: "the boundary",
    differences: ["hyphens boundary → bound-\nary"],
  },
  {
    name: "a compound at the end of a line",
    original: "a well-\nknown",
    given: "a well-known",
    differences: ["hyphens well-known → well-\nknown"],
  },
  {
    name: "a soft hyphen",
    original: "co\u00adoperate",
    given: "cooperate",
    differences: ["hyphens cooperate → co\u00adoperate"],
  },
  {
    name: "another apostrophe",
    original: "rock’n’roll",
    given: "rock'n'roll",
    differences: ["punctuation rock'n'roll → rock’n’roll"],
  },
  { name: "an apostrophe left out", original: "aren’t", given: "arent", differences: ["punctuation arent → aren’t"] },
  {
    name: "another word without its apostrophe",
    original: "as we’re here",
    given: "as were here",
    differences: ["words were → we’re"],
  },
  { name: "Chinese over two lines", original: "一把茶\n壶", given: "一把茶壶", differences: ["spaces 壶 → 壶"] },
  { name: "spaces", original: "Meta的AI", given: "Meta 的 AI", differences: ["spaces 的 → 的", "spaces AI → AI"] },
])("finds $name", ({ original, given, differences }) => {
  const found = compareWording(original, given, { analyse });
  expect(
    found?.differences.map((each) => `${each.kind} ${cut(given, each.given)} → ${cut(original, each.original)}`),
  ).toEqual(differences);
});

test.for<{ name: string; original: string; given: string; differences: string[] }>([
  {
    name: "none where only characters differ",
    original: "網路禮儀",
    given: "网路礼仪",
    differences: ["script 网 → 網", "script 礼仪 → 禮儀"],
  },
  { name: "one that shares a character", original: "遵守網路", given: "遵守网络", differences: ["words 网络 → 網路"] },
  {
    name: "one that shares two apart",
    original: "伺服器在此",
    given: "服务器在此",
    differences: ["words 服务器 → 伺服器"],
  },
  {
    name: "one of another length",
    original: "買記憶體。",
    given: "买内存。",
    differences: ["script 买 → 買", "words 内存 → 記憶體"],
  },
  {
    name: "one that both regions have",
    original: "影片很長",
    given: "视频很长",
    differences: ["words 视频 → 影片", "script 长 → 長"],
  },
  { name: "none in other words", original: "紅茶很好", given: "绿茶很好", differences: ["words 绿 → 紅"] },
])("shows a word of another region whole: $name", ({ original, given, differences }) => {
  const found = compareWording(original, given, { analyse, regional: lexicon.regional });
  expect(
    found?.differences.map((each) => `${each.kind} ${cut(given, each.given)} → ${cut(original, each.original)}`),
  ).toEqual(differences);
});

test("tells which stretch is covered, without marks far away", () => {
  const original = "He said “no”. It rose. “Why?”";
  const found = compareWording(original, "“It rose.”", { analyse });
  expect(found && original.slice(found.covered.start, found.covered.end)).toBe("It rose.");
});

test.for([
  { name: "nothing in common", given: "Mars has water", agreement: undefined },
  { name: "half of the words", given: "It fell", agreement: 0.5 },
  { name: "all of them", given: "It rose", agreement: 1 },
])("measures $name", ({ given, agreement }) => {
  expect(compareWording("It rose.", given, { analyse })?.agreement).toBe(agreement);
});

function cut(text: string, span: Difference["given"]): string {
  return span ? text.slice(span.start, span.end) : "∅";
}
