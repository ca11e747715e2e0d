import fc from "fast-check";
import { expect, test } from "vitest";
import { codeBlock } from "../../src/render/code-block.ts";
import { localeOf } from "../../src/render/locale-of.ts";
import type { Locale } from "../../src/render/locale.ts";
import { readIntro } from "../../src/render/own-message.ts";
import { readQuestionLines, writeQuestionLine } from "../../src/render/question-line.ts";
import { shownText } from "../../src/render/shown-text.ts";
import { writtenReferences } from "../../src/render/written-references.ts";
import { smallLibrary } from "../support/library.ts";

test("reads back every question that it writes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 700 }), (question) => {
      const lines = writeQuestionLine(question);
      expect(lines.join("\n").length).toBeLessThanOrEqual(810);
      const read = readQuestionLines(["above", ...lines, "> -# 💬 quoted"].join("\n"));
      expect(read).toHaveLength(lines.length);
      expect(writeQuestionLine(read[0] ?? "")).toEqual(lines);
    }),
  );
});

test("takes no quote for a question", () => {
  expect(readQuestionLines("-# 💬 \\*Why\\*?\n**Heading**\n> -# 💬 It is written so.")).toEqual(["*Why*?"]);
});

test("reads what stands above a message's quotes, but for what is written anew each time", () => {
  expect(readIntro("-# ↪ shared\n-# 💬 Why?\n-# ⚠ old\nintro\n**Heading**\n> quote")).toEqual(["-# 💬 Why?", "intro"]);
  expect(readIntro("nothing quoted")).toEqual([]);
});

test("shows any text in a code block as it is", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("`", "*", "\\", "\n", "a", "> ", "#", "一"), maxLength: 40 }),
      (text) => {
        expect(shownText(codeBlock(text))).toBe(text);
      },
    ),
  );
});

test.for([
  { name: "canonical and free forms", text: "See [[§2 ¶1:3]] and [[2p1]].", found: ["§2 ¶1:3", "2p1"] },
  { name: "one that stands twice only once", text: "[[§2]] [[§2]]", found: ["§2"] },
  { name: "nothing in code", text: "`[[§1]]` ``a [[§2]]`` ```\n[[§3]]\n``` [[§4]]", found: ["§4"] },
  { name: "one behind a lone backtick", text: "it`s [[§1]]", found: ["§1"] },
  { name: "nothing across lines, nothing empty", text: "[[§1\n]] [[]] [[ ]]", found: [] },
])("finds $name", ({ text, found }) => {
  expect(writtenReferences(text)).toEqual(found);
});

const { analyse } = smallLibrary();

test.for<{ text: string; server: Locale; spoken: Locale }>([
  { text: "Why?", server: "zh-TW", spoken: "en" },
  { text: "为什么?", server: "en", spoken: "zh-CN" },
  { text: "為什麼?", server: "en", spoken: "zh-TW" },
  { text: "茶?", server: "en", spoken: "zh-CN" },
  { text: "茶?", server: "zh-TW", spoken: "zh-TW" },
  { text: "谁创办了图书馆?", server: "zh-TW", spoken: "zh-CN" },
  { text: "誰創辦了圖書館?", server: "zh-TW", spoken: "zh-TW" },
  { text: "茶几在台上", server: "zh-TW", spoken: "zh-TW" },
  { text: "広告の精度はどうですか?", server: "en", spoken: "en" },
  { text: "[[handbook §2]]", server: "zh-TW", spoken: "zh-TW" },
  { text: "看 [[handbook §2]]", server: "en", spoken: "zh-CN" },
  { text: "???", server: "zh-CN", spoken: "zh-CN" },
])("answers $text on a server that speaks $server in $spoken", ({ text, server, spoken }) => {
  expect(localeOf(text, server, analyse)).toBe(spoken);
});
