import { expect, test } from "vitest";
import { renderQuoteBlock } from "../../src/render/quote-block.ts";
import { oneParagraph, quoteOf, spanOf } from "./answers.ts";

test.for([
  { name: "no match", text: "a b c", matches: [], block: "> a b c" },
  { name: "a match inside", text: "一二三四", matches: ["二三"], block: "> 一**二三**四" },
  { name: "a match at either end", text: "a b c", matches: ["a", "c"], block: "> **a** b **c**" },
  { name: "matches that touch", text: "一二三", matches: ["一", "二"], block: "> **一二**三" },
  {
    name: "a match over a line's end",
    text: "one two\nthree",
    matches: ["two\nthree"],
    block: "> one **two**\n> **three**",
  },
  { name: "every kind of line break", text: "a\r\nb\rc\n\nd", matches: [], block: "> a\n> b\n> c\n> \n> d" },
  { name: "stars in a match", text: "x a*b", matches: ["a*b"], block: "> x **a\\*b**" },
  { name: "a heading mark in each line", text: "# a\n# b", matches: [], block: "> \\# a\n> \\# b" },
  { name: "a blank match", text: "a\u3000b", matches: ["\u3000"], block: "> a\u3000b" },
])("writes $name", ({ text, matches, block }) => {
  const article = oneParagraph(text);
  const spans = matches.map((match) => spanOf(article, match));
  expect(renderQuoteBlock(quoteOf(article, text, { matches: spans }))).toBe(block);
});

test("finds matches by their place in the article", () => {
  const article = oneParagraph("Meta. Then Meta again.");
  const quote = quoteOf(article, "Then Meta again.", {
    matches: [
      { start: 0, end: 4 },
      { start: 11, end: 15 },
    ],
  });
  expect(renderQuoteBlock(quote)).toBe("> Then **Meta** again.");
});
