import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutOuterMarks } from "../../../src/answer/quoted/outer-marks.ts";
import { quotedForms } from "../../../src/answer/quoted/quoted-forms.ts";
import { takeCitation } from "../../../src/answer/quoted/trailing-citation.ts";

describe("withoutOuterMarks", () => {
  test.for([
    ["“Tea is old.”", "Tea is old."],
    ['"Tea is old."', "Tea is old."],
    ["'Tea is old.'", "Tea is old."],
    ["‘Tea is old.’", "Tea is old."],
    ["„Tea is old.“", "Tea is old."],
    ["»Tea is old.«", "Tea is old."],
    ["« Tea is old. »", "Tea is old."],
    ["”Tea is old.”", "Tea is old."],
    ["「茶很古老。」", "茶很古老。"],
    ["『茶很古老。』", "茶很古老。"],
    ["《茶很古老》", "茶很古老"],
    ["＂茶很古老。＂", "茶很古老。"],
    ["“「茶很古老。」”", "茶很古老。"],
    ["“‘Tea is old.’”", "Tea is old."],
    ["“Tea is old", "Tea is old"],
    ["Tea is old.”", "Tea is old."],
    ["「茶很古老。", "茶很古老。"],
    ["茶很古老。」", "茶很古老。"],
    ["“Tea is old”.", "Tea is old"],
    ["“茶很古老”。", "茶很古老"],
    ["“Go,” he said.", "“Go,” he said."],
    ["He said “go”", "He said “go”"],
    ["“Tea” and “coffee”", "“Tea” and “coffee”"],
    ['"Tea" and "coffee"', '"Tea" and "coffee"'],
    ["“茶”与“咖啡”", "“茶”与“咖啡”"],
    ["“校训是“光自波涛中来”。”", "校训是“光自波涛中来”。"],
    ["“用Gemini“顺水推舟”，省下30%。”", "用Gemini“顺水推舟”，省下30%。"],
    ["““我祖父是守塔人，”他说，“一共187级。””", "“我祖父是守塔人，”他说，“一共187级。”"],
    ["“书名“Lux ex Undis”，意为光。”", "书名“Lux ex Undis”，意为光。"],
    ["„Das Haus“ ist alt", "„Das Haus“ ist alt"],
    ["„Das „Haus“ ist alt“", "Das „Haus“ ist alt"],
    ["“He said “go””", "He said “go”"],
    ["“他说：‘茶。’”", "他说：‘茶。’"],
    ["It's the dogs' tea", "It's the dogs' tea"],
    ["“It’s the farmers’ tea.”", "It’s the farmers’ tea."],
    ["“”", ""],
    ["", ""],
  ])("%s", ([given = "", expected]) => {
    expect(withoutOuterMarks(given)).toBe(expected);
  });
});

describe("takeCitation", () => {
  test.for([
    ["Tea is old. (§2 ¶1:3)", "Tea is old.", "§2 ¶1:3", ""],
    ["“Tea is old” (§2 ¶1:3).", "“Tea is old”", "§2 ¶1:3", ""],
    ["茶很古老。（§2 ¶1:3–4）", "茶很古老。", "§2 ¶1:3–4", ""],
    ["茶很古老。（第二节第一段）", "茶很古老。", "第二节第一段", ""],
    ["茶很古老。（第12条）", "茶很古老。", "第12条", ""],
    ["Tea is old. [[§2 ¶1]]", "Tea is old.", "§2 ¶1", ""],
    ["Tea is old. (On Tea, §2 ¶1)", "Tea is old.", "§2 ¶1", "On Tea"],
    ["Tea is old. (see section 2, paragraph 1)", "Tea is old.", "section 2, paragraph 1", "see"],
    ["Tea is old. — On Tea, §2 ¶1", "Tea is old.", "§2 ¶1", "On Tea"],
    [
      "Tea is old.\n— On Tea, §2 ¶1:3 · somewhere · version 0a1b2c3d · <https://x.example/a-b>",
      "Tea is old.",
      "§2 ¶1:3",
      "On Tea",
    ],
    ["茶很古老。\n——《茶》§2 ¶1:3 · 某处 · 版本 0a1b2c3d", "茶很古老。", "§2 ¶1:3", "茶"],
    ["茶很古老。——《茶》第二节", "茶很古老。", "第二节", "茶"],
    ["Tea is old. - On Tea, §2", "Tea is old.", "§2", "On Tea"],
    ["Tea is old. §2 ¶1:3", "Tea is old.", "§2 ¶1:3", ""],
    ["茶很古老。§2 ¶1:3", "茶很古老。", "§2 ¶1:3", ""],
    ["Tea is old.\n\n— [On Tea](<https://x.example/>), §2 ¶1:3", "Tea is old.", "§2 ¶1:3", "On Tea"],
    ["Members pay in May. (Article 5)", "Members pay in May.", "Article 5", ""],
  ])("%s", ([given = "", text, reference, source]) => {
    expect(takeCitation(given)).toEqual({ text, citation: { reference, source } });
  });

  test.for([
    "Tea is old (and dear).",
    "Tea grew by 5 (in 2019).",
    "Tea is old — or so they say",
    "Tea comes from Yunnan — and from Assam, in section after section",
    "茶很古老（2019）",
    "茶很古老——据说如此。",
    "§2 ¶1:3",
    "(§2)",
    "The law (Article 5) says so",
    "A part-time job - a good one",
    "",
  ])("leaves alone: %s", (given) => {
    expect(takeCitation(given)).toBeUndefined();
  });
});

test.for([
  ["“Tea is old.” (§2 ¶1)", ["“Tea is old.” (§2 ¶1)", "“Tea is old.”", "Tea is old."]],
  ["> “Tea is\n> old.”", ["> “Tea is\n> old.”", "“Tea is\nold.”", "Tea is\nold."]],
  [">>> Tea is\nold.", [">>> Tea is\nold.", "Tea is\nold."]],
  [
    "> > Tea is old.\n>\n> — On Tea, §2",
    ["> > Tea is old.\n>\n> — On Tea, §2", "Tea is old.\n\n— On Tea, §2", "Tea is old."],
  ],
  ["“Tea is old. (§2 ¶1)”", ["“Tea is old. (§2 ¶1)”", "Tea is old. (§2 ¶1)", "Tea is old."]],
  ["  Tea is old. ", ["Tea is old."]],
  ["“”", ["“”"]],
] as const)("takes off step by step: %s", ([given, expected]) => {
  expect(quotedForms(given).map(({ text }) => text)).toEqual(expected);
});

test("ends, and keeps the words, whatever is given", () => {
  const marks = fc.constantFrom(...Array.from("“”‘’\"'「」«»>《》([）)] §¶1.—-a茶\n…"));
  fc.assert(
    fc.property(fc.string({ unit: marks, maxLength: 40 }), (given) => {
      for (const { text } of quotedForms(given))
        expect(given.trim().startsWith(">") || given.includes(text)).toBe(true);
    }),
  );
});
