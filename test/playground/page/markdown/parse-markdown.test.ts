import fc from "fast-check";
import { expect, test } from "vitest";
import { markReferences } from "../../../../src/playground/page/markdown/mark-references.ts";
import { parseMarkdown } from "../../../../src/playground/page/markdown/parse-markdown.ts";
import { visibleText } from "../../../../src/playground/page/markdown/visible-text.ts";
import { codeBlock } from "../../../../src/render/code-block.ts";
import { escapeInline, escapeLine } from "../../../../src/render/escape.ts";
import { renderQuoteBlock } from "../../../../src/render/quote-block.ts";
import type { Verbatim } from "../../../../src/text/verbatim.ts";
import { manyMarks } from "./many-marks.ts";

const text = (value: string) => ({ kind: "text" as const, text: value });
const reference = (value: string) => ({ kind: "reference" as const, reference: value });

test.for([
  ["bold", "**a**", [{ kind: "strong", content: [text("a")] }]],
  [
    "italics by either sign",
    "*a* _b_",
    [{ kind: "emphasis", content: [text("a")] }, text(" "), { kind: "emphasis", content: [text("b")] }],
  ],
  [
    "underlined and crossed out",
    "__a__~~b~~",
    [
      { kind: "underline", content: [text("a")] },
      { kind: "strikethrough", content: [text("b")] },
    ],
  ],
  ["a spoiler", "||a **b**||", [{ kind: "spoiler", content: [text("a "), { kind: "strong", content: [text("b")] }] }]],
  ["code", "`a *b*`", [{ kind: "code", text: "a *b*" }]],
  ["a code block", "x\n```\na\n  b\n```\ny", [text("x\n"), { kind: "code-block", text: "a\n  b" }, text("y")]],
  ["a heading", "# a\nb", [{ kind: "heading", level: 1, content: [text("a")] }, text("b")]],
  [
    "no heading within a line or within bold",
    "a # b **# c**",
    [text("a # b "), { kind: "strong", content: [text("# c")] }],
  ],
  [
    "small print behind a quote",
    "> a\n> b\n-# c\nd",
    [{ kind: "quote", content: [text("a\nb")] }, { kind: "subtext", content: [text("c")] }, text("d")],
  ],
  [
    "small print behind a heading in bold",
    "**h**\n> a\n-# c · [s](<https://a.example/b>)",
    [
      { kind: "strong", content: [text("h")] },
      text("\n"),
      { kind: "quote", content: [text("a")] },
      {
        kind: "subtext",
        content: [text("c · "), { kind: "link", address: "https://a.example/b", content: [text("s")] }],
      },
    ],
  ],
  ["all that follows as a quote", ">>> a\nb", [{ kind: "quote", content: [text("a\nb")] }]],
  ["a list", "- a\n- b", [{ kind: "list", start: undefined, items: [[text("a")], [text("b")]] }]],
  ["a numbered list", "3. a\n4. b\nc", [{ kind: "list", start: 3, items: [[text("a")], [text("b")]] }, text("c")]],
  [
    "a list in a list",
    "- a\n  - b\n- c",
    [
      {
        kind: "list",
        start: undefined,
        items: [[text("a"), { kind: "list", start: undefined, items: [[text("b")]] }], [text("c")]],
      },
    ],
  ],
  [
    "an address",
    "see https://a.example/b?c=d.",
    [
      text("see "),
      { kind: "link", address: "https://a.example/b?c=d", content: [text("https://a.example/b?c=d")] },
      text("."),
    ],
  ],
  [
    "an address in angle brackets",
    "<https://a.example>",
    [{ kind: "link", address: "https://a.example", content: [text("https://a.example")] }],
  ],
  [
    "no address of another sort",
    "<javascript:/alert(1)> [a](javascript:alert(1))",
    [text("<javascript:/alert(1)> [a](javascript:alert(1))")],
  ],
  [
    "a link with brackets in its words",
    "[a \\] b [c]](https://a.example/(x))",
    [{ kind: "link", address: "https://a.example/(x)", content: [text("a ] b [c]")] }],
  ],
  [
    "mentions",
    "<@100000000000000001> <@!100000000000000002> <#100000000000000003> </ask:100000000000000004>",
    [
      { kind: "user", id: "100000000000000001" },
      text(" "),
      { kind: "user", id: "100000000000000002" },
      text(" "),
      { kind: "channel", id: "100000000000000003" },
      text(" "),
      { kind: "command", name: "ask" },
    ],
  ],
  ["emoji of a server as text", "<:smile:100000000000000001>", [text(":smile:")]],
  [
    "what it does not know as text",
    "@everyone <@&100000000000000001> <100000000000000001:guide> </:100000000000000001>",
    [text("@everyone <@&100000000000000001> <100000000000000001:guide> </:100000000000000001>")],
  ],
  ["a time", "<t:0:R>", [{ kind: "time", at: new Date(0) }]],
  ["no time that is none", "<t:99999999999999999>", [text("<t:99999999999999999>")]],
  ["escaped signs bare", String.raw`\*a\* \_ \> 1\. \\ \n`, [text(String.raw`*a* _ > 1. \ \n`)]],
  ["tabs as tabs", "a\tb", [text("a\tb")]],
  ["Han characters and emoji", "股价。😀 a", [text("股价。😀 a")]],
  ["nothing", "", []],
] as const)("reads %s", ([, content, expected]) => {
  expect(parseMarkdown(content)).toEqual(expected);
});

const marks = "\\*_~`|<>[]()@#-+.:/1 \t\n\r\u2028\u00a0§¶a汉😀";
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(...Array.from(marks)), maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        "https://a.example/b",
        "discord.gg/x",
        "```",
        "-# ",
        "> ",
        ">>> ",
        "1. ",
        "- ",
        "# ",
        "<@100000000000000001>",
        "\n",
        "a",
        " ",
        "</ask:100000000000000001>",
        "[a](https://b.example)",
        "||",
        "**",
        "¯\\_(ツ)_/¯",
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join("")),
);

test("shows what the bot quotes letter for letter", () => {
  fc.assert(
    fc.property(
      anyText,
      fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 4 }),
      fc.nat(100),
      (quoted, places, start) => {
        const matches = places.map(([from, length]) => ({ start: start + from, end: start + from + length }));
        const span = { start, end: start + quoted.length };
        const quote = { span, shown: [{ span, text: quoted as Verbatim, before: "" as const }], matches };
        const [block, ...more] = parseMarkdown(`${renderQuoteBlock(quote)}\n-# §1`);
        expect(more).toEqual([{ kind: "subtext", content: [text("§1")] }]);
        expect(block?.kind).toBe("quote");
        expect(visibleText(block ? [block] : [])).toBe(quoted.replaceAll(/\r\n?/gu, "\n"));
      },
    ),
    { numRuns: 3000 },
  );
});

test("shows what the bot escapes within a line letter for letter", () => {
  fc.assert(
    fc.property(anyText, (theirs) => {
      const line = theirs.replaceAll(/[\r\n]/gu, " ");
      expect(visibleText(parseMarkdown(`a${escapeInline(line)}b`))).toBe(`a${line}b`);
      expect(visibleText(parseMarkdown(escapeLine(line)))).toBe(line);
    }),
    { numRuns: 3000 },
  );
});

test("shows a code block with its text", () => {
  fc.assert(
    fc.property(anyText, (theirs) => {
      const shown = visibleText(parseMarkdown(codeBlock(theirs)));
      expect(shown.replaceAll(/^\n+|\n+$/gu, "")).toBe(
        theirs.replaceAll(/\r\n?/gu, "\n").replaceAll(/^\n+|\n+$/gu, ""),
      );
    }),
  );
});

test.for(manyMarks)("shows many %s", ([, content]) => {
  expect(visibleText(parseMarkdown(content)).length).toBeGreaterThan(0);
});

// The package looks for an end from each star: the square of a message's 2,000 characters, some 10 ms.
test("shows as many stars as a message holds", () => {
  expect(visibleText(parseMarkdown("*".repeat(2000))).length).toBeGreaterThan(0);
});

test("finds references in the bot's words, but not in quotes, links and code", () => {
  const content = "**§2 Title**\n> §9 ¶1\n-# §2 ¶1:3 · a\n`§3` [§4](https://a.example) §2 ¶1:4–¶2:1, §2.1 ¶3:1,3";

  expect(markReferences(parseMarkdown(content))).toEqual([
    { kind: "strong", content: [reference("§2"), text(" Title")] },
    text("\n"),
    { kind: "quote", content: [text("§9 ¶1")] },
    { kind: "subtext", content: [reference("§2 ¶1:3"), text(" · a")] },
    { kind: "code", text: "§3" },
    text(" "),
    { kind: "link", address: "https://a.example", content: [text("§4")] },
    text(" "),
    reference("§2 ¶1:4–¶2:1"),
    text(", "),
    reference("§2.1 ¶3:1,3"),
  ]);
});
