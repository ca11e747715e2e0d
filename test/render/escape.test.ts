import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeInline, escapeLine, tidyLine } from "../../src/render/escape.ts";
import { shownText } from "../../src/render/shown-text.ts";

test.for([
  { name: "bold", text: "**a**", escaped: "\\*\\*a\\*\\*" },
  { name: "italic and underline", text: "_a_ __b__", escaped: "\\_a\\_ \\_\\_b\\_\\_" },
  { name: "a strike", text: "~~a~~", escaped: "\\~\\~a\\~\\~" },
  { name: "code", text: "`a` ```b```", escaped: "\\`a\\` \\`\\`\\`b\\`\\`\\`" },
  { name: "a spoiler", text: "||a||", escaped: "\\|\\|a\\|\\|" },
  { name: "a backslash", text: "\\*a", escaped: "\\\\\\*a" },
  { name: "a masked link", text: "[a](https://b.c)", escaped: "\\[a\\](https\\://b.c)" },
  { name: "an address", text: "see http://a.b/c", escaped: "see http\\://a.b\\/c" },
  { name: "an invite", text: "discord.gg/abc", escaped: "discord.gg\\/abc" },
  { name: "a longer invite", text: "discord.com/invite/abc", escaped: "discord.com\\/invite/abc" },
  { name: "a user mention", text: "<@!12>", escaped: "\\<\\@!12>" },
  { name: "a role mention", text: "<@&12>", escaped: "\\<\\@&12>" },
  { name: "a channel mention", text: "<#12>", escaped: "\\<#12>" },
  { name: "a command mention", text: "</ask:12>", escaped: "\\</ask:12>" },
  { name: "everyone", text: "@everyone @here", escaped: "\\@everyone \\@here" },
  { name: "a custom emoji", text: "<:a:12> <a:b:12>", escaped: "\\<\\:a:12> \\<a\\:b:12>" },
  { name: "an emoji's name", text: "x :smile:", escaped: "x \\:smile:" },
  { name: "a timestamp", text: "<t:12:R>", escaped: "\\<t\\:12:R>" },
  { name: "a heading", text: "## a", escaped: "\\## a" },
  { name: "small print", text: "-# a", escaped: "\\-# a" },
  { name: "a list", text: "  - a", escaped: "  \\- a" },
  { name: "a numbered list", text: "12. a", escaped: "12\\. a" },
  { name: "a block quote", text: ">>> a", escaped: "\\>>> a" },
  { name: "a quote behind a line separator", text: "a\u2028 > b > c", escaped: "a\u2028 \\> b > c" },
  {
    name: "nothing else",
    text: "Meta’s A-1, 0.3% & “x” #2 (c) e.g. 1:2 AI/ML。",
    escaped: "Meta’s A-1, 0.3% & “x” #2 (c) e.g. 1:2 AI/ML。",
  },
])("escapes $name", ({ text, escaped }) => {
  expect(escapeLine(text)).toBe(escaped);
});

test("is undone by reading back, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const line = text.replaceAll("\n", " ");
      expect(shownText(`> ${escapeLine(line)}`)).toBe(line);
      expect(shownText(`x${escapeInline(line)}`)).toBe(`x${line}`);
    }),
  );
});

test.for([
  { name: "line breaks", text: " a\r\n\tb ", tidy: "a b" },
  { name: "bidirectional controls", text: "a\u202Eb\u2066c", tidy: "abc" },
  { name: "zero-width characters", text: "a\u200B\u200D\uFEFF\u2060b\u3164", tidy: "ab" },
  { name: "control characters", text: "a\u0000\u001Bb", tidy: "ab" },
  { name: "lone surrogates", text: "a\uD800b", tidy: "ab" },
  { name: "towers of accents", text: `e${"\u0301".repeat(50)}`, tidy: "e\u0301\u0301\u0301" },
  { name: "length", text: "a".repeat(12), tidy: `${"a".repeat(9)}…` },
  { name: "length, in whole characters", text: "😀".repeat(12), tidy: "😀😀😀😀…" },
  { name: "no text that fits", text: "😀".repeat(5), tidy: "😀".repeat(5) },
])("tidies $name", ({ text, tidy }) => {
  expect(tidyLine(text, 10)).toBe(tidy);
});

const somewhatTidy = fc.string({
  unit: fc.constantFrom(
    "a",
    "Z",
    "1",
    " ",
    "  ",
    "\t",
    "一",
    "。",
    "，",
    "“",
    "—",
    "\u3000",
    "\u302a",
    "\u0301",
    "é",
    "😀",
    "\u200b",
    "*",
  ),
  maxLength: 14,
});

test("leaves what is tidy as it is, and tidies nothing twice", () => {
  fc.assert(
    fc.property(somewhatTidy, (text) => {
      const tidy = tidyLine(text, 10);
      expect(Array.from(tidy).length).toBeLessThanOrEqual(10);
      expect(tidyLine(tidy, 10)).toBe(tidy);
      // Something that is never tidy behind it makes every rule look at it.
      expect(tidyLine(`${text}\u200b`, 10)).toBe(tidy);
    }),
  );
});
