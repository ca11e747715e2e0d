import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, test } from "vitest";
import { joinRules } from "../../../src/languages/join-rules.ts";
import { buildArticle } from "../../../src/article/build-article.ts";
import type { Block } from "../../../src/article/formats/format.ts";
import { markdown } from "../../../src/article/formats/markdown.ts";
import { findBrokenInvariants } from "../../../src/article/invariants.ts";
import { overlaps, type Span, splitsCodePoint } from "../../../src/text/span.ts";

const none = { leaveOut: [], keep: [] };

/** A block with its text in the place of its offsets; left-out blocks as `-reason`. */
function shown(source: string, block: Block): readonly unknown[] {
  const cut = ({ start, end }: Span): string => source.slice(start, end);
  switch (block.kind) {
    case "title":
      return ["title", cut(block.span)];
    case "heading":
      return [`h${block.depth}`, cut(block.span)];
    case "left-out":
      return [`-${block.reason}`, cut(block.span)];
    case "paragraph": {
      const whole =
        block.visible.length === 1 &&
        block.visible[0]?.start === block.span.start &&
        block.visible[0].end === block.span.end;
      return whole
        ? [block.paragraphKind, cut(block.span)]
        : [block.paragraphKind, cut(block.span), block.visible.map(cut)];
    }
  }
}

function parse(source: string, leaveOut: readonly string[] = []): readonly (readonly unknown[])[] {
  const { blocks } = markdown.parse(source, { leaveOut, keep: [] });
  expect(brokenRules(source, blocks)).toEqual([]);
  return blocks.map((block) => shown(source, block));
}

/** What is wrong with blocks: order, overlaps, cut characters, uncovered text, visible parts outside. */
function brokenRules(source: string, blocks: readonly Block[]): string[] {
  const broken: string[] = [];
  let covered = 0;
  for (const block of [...blocks, { kind: "end" as const, span: { start: source.length, end: source.length } }]) {
    const { start, end } = block.span;
    if (start < covered) broken.push(`${block.kind} at ${start} overlaps what ends at ${covered}`);
    if (/[^\s\uFEFF]/u.test(source.slice(covered, start))) broken.push(`bare text before ${start}`);
    if (block.kind !== "end" && start >= end) broken.push(`empty ${block.kind} at ${start}`);
    covered = end;
    if (splitsCodePoint(source, start) || splitsCodePoint(source, end)) broken.push(`cut character in ${start}–${end}`);
    if (block.kind === "paragraph") broken.push(...brokenVisible(source, block));
  }
  return broken;
}

function brokenVisible(source: string, block: Extract<Block, { kind: "paragraph" }>): string[] {
  const broken: string[] = [];
  let from = block.span.start;
  for (const part of block.visible) {
    if (part.start < from || part.start >= part.end || part.end > block.span.end)
      broken.push(`visible ${part.start}–${part.end}`);
    if (splitsCodePoint(source, part.start) || splitsCodePoint(source, part.end))
      broken.push(`cut visible ${part.start}–${part.end}`);
    from = part.end;
  }
  for (const part of block.inline) {
    if (part.start < block.span.start || part.end > block.span.end) broken.push(`inline ${part.start}–${part.end}`);
  }
  return broken;
}

describe("blocks", () => {
  test.for([
    { name: "nothing in an empty source", source: "", blocks: [] },
    { name: "nothing in white space", source: " \n\t\n\u00a0", blocks: [] },
    {
      name: "headings of every style",
      source: "# One #\n\nTwo\n===\n\nThree\n---\n\n###### Six",
      blocks: [
        ["-markup", "#"],
        ["h1", "One"],
        ["-markup", "#"],
        ["h1", "Two"],
        ["-markup", "==="],
        ["h2", "Three"],
        ["-markup", "---"],
        ["-markup", "######"],
        ["h6", "Six"],
      ],
    },
    {
      name: "a heading in one mark",
      source: "# **Bold**",
      blocks: [
        ["-markup", "# **"],
        ["h1", "Bold"],
        ["-markup", "**"],
      ],
    },
    {
      name: "a heading that begins with a mark",
      source: "# **Bold** too",
      blocks: [
        ["-markup", "#"],
        ["h1", "**Bold** too"],
      ],
    },
    {
      name: "a heading that is a link",
      source: "# [Link](http://a.b)",
      blocks: [
        ["-markup", "# ["],
        ["h1", "Link"],
        ["-markup", "](http://a.b)"],
      ],
    },
    {
      name: "an empty heading",
      source: "#\n\ntext",
      blocks: [
        ["-markup", "#"],
        ["prose", "text"],
      ],
    },
    { name: "hard-wrapped lines", source: "one\ntwo\r\nthree", blocks: [["prose", "one\ntwo\r\nthree"]] },
    {
      name: "hard breaks",
      source: "one  \ntwo\\\nthree",
      blocks: [["prose", "one  \ntwo\\\nthree", ["one", "\ntwo", "\nthree"]]],
    },
    {
      name: "inline marks",
      source: "*a* **b** ~~c~~ `d` e",
      blocks: [["prose", "*a* **b** ~~c~~ `d` e", ["a", " ", "b", " ", "c", " ", "d", " e"]]],
    },
    {
      name: "inline code with padding",
      source: "x `` a`b `` y",
      blocks: [["prose", "x `` a`b `` y", ["x ", "a`b", " y"]]],
    },
    {
      name: "a link's text only",
      source: 'see [it](http://a.b "T").',
      blocks: [["prose", 'see [it](http://a.b "T").', ["see ", "it", "."]]],
    },
    {
      name: "addresses",
      source: "<http://a.b> and www.a.b",
      blocks: [["prose", "<http://a.b> and www.a.b", ["http://a.b", " and www.a.b"]]],
    },
    {
      name: "references and definitions",
      source: "[a] [b][a]\n\n[a]: http://x 'T'",
      blocks: [
        ["prose", "[a] [b][a]", ["a", " ", "b"]],
        ["-markup", "[a]: http://x 'T'"],
      ],
    },
    {
      name: "character references and escapes",
      source: "a &amp; \\* b",
      blocks: [["prose", "a &amp; \\* b", ["a &amp; ", "* b"]]],
    },
    {
      name: "images without text",
      source: "![](x)\n\n![alt](x)\n\na ![alt](x) b",
      blocks: [
        ["-markup", "![](x)"],
        ["-markup", "![alt](x)"],
        ["prose", "a ![alt](x) b", ["a ", " b"]],
      ],
    },
    {
      name: "thematic breaks",
      source: "a\n\n***\n\nb",
      blocks: [
        ["prose", "a"],
        ["-markup", "***"],
        ["prose", "b"],
      ],
    },
    {
      name: "lists",
      source: "- a\n  b\n- c\n\n  d\n  1. e\n- [x] f\n-\n",
      blocks: [
        ["-markup", "-"],
        ["list-item", "a\n  b", ["a\n", "b"]],
        ["-markup", "-"],
        ["list-item", "c"],
        ["list-item", "d"],
        ["-markup", "1."],
        ["list-item", "e"],
        ["-markup", "- [x]"],
        ["list-item", "f"],
        ["-markup", "-"],
      ],
    },
    {
      name: "quotes with lazy lines",
      source: "> a *b\n> c* d\ne",
      blocks: [
        ["-markup", ">"],
        ["block-quote", "a *b\n> c* d\ne", ["a ", "b\n", "c", " d\ne"]],
      ],
    },
    {
      name: "a nested list in a quote",
      source: "> - a\n>   b\n>   - c",
      blocks: [
        ["-markup", "> -"],
        ["list-item", "a\n>   b", ["a\n", "b"]],
        ["-markup", ">   -"],
        ["list-item", "c"],
      ],
    },
    {
      name: "a greater-than sign that is text",
      source: "> a\n     > b",
      blocks: [
        ["-markup", ">"],
        ["block-quote", "a\n     > b", ["a\n", "> b"]],
      ],
    },
    {
      name: "a heading in a quote as a paragraph",
      source: "> # a",
      blocks: [
        ["-markup", "> #"],
        ["block-quote", "a"],
      ],
    },
    {
      name: "fenced code",
      source: "```js\na;\n\n b;\n```",
      blocks: [
        ["-markup", "```js"],
        ["code", "a;\n\n b;"],
        ["-markup", "```"],
      ],
    },
    {
      name: "indented code",
      source: "    a\n      b\n\n\tc",
      blocks: [["code", "a\n      b\n\n\tc", ["a\n", "  b\n\n", "c"]]],
    },
    {
      name: "code in a quote",
      source: "> ~~~\n> a\n> b\n> ~~~",
      blocks: [
        ["-markup", "> ~~~"],
        ["-markup", ">"],
        ["code", "a\n> b", ["a\n", "b"]],
        ["-markup", "> ~~~"],
      ],
    },
    {
      name: "empty code",
      source: "```\n```",
      blocks: [
        ["-markup", "```"],
        ["-markup", "```"],
      ],
    },
    {
      name: "a table",
      source: "| a | *b* |\n|---|---|\n| c\\|d | |",
      blocks: [
        ["-markup", "|"],
        ["table", "a | *b* |\n|---|---|\n| c\\|d", ["a | ", "b", "c", "|d"]],
        ["-markup", "| |"],
      ],
    },
    {
      name: "footnotes",
      source: "a[^1].\n\n[^1]: b\n    c",
      blocks: [
        ["prose", "a[^1].", ["a", "."]],
        ["-markup", "[^1]:"],
        ["prose", "b\n    c", ["b\n", "c"]],
      ],
    },
    {
      name: "an HTML comment",
      source: "<!-- a\n\nb -->\n\nc",
      blocks: [
        ["-markup", "<!-- a"],
        ["-markup", "b -->"],
        ["prose", "c"],
      ],
    },
    {
      name: "the text of an HTML block",
      source: '<div title="a>b">\na <b>c</b> 1 < 2\n</div>',
      blocks: [
        ["-markup", '<div title="a>b">'],
        ["prose", "a <b>c</b> 1 < 2", ["a ", "c", " 1 < 2"]],
        ["-markup", "</div>"],
      ],
    },
    {
      name: "no text of a script",
      source: "<script>\na\n</script>",
      blocks: [
        ["-markup", "<script>"],
        ["-markup", "a"],
        ["-markup", "</script>"],
      ],
    },
    {
      name: "inline HTML",
      source: "<b>a</b> b<br>c <!-- d -->",
      blocks: [
        ["prose", "<b>a</b> b", ["a", " b"]],
        ["-markup", "<br>"],
        ["prose", "c"],
        ["-markup", "<!-- d -->"],
      ],
    },
    {
      name: "tabs",
      source: "-\ta\n\n\tb",
      blocks: [
        ["-markup", "-"],
        ["list-item", "a"],
        ["list-item", "b"],
      ],
    },
    {
      name: "a byte order mark",
      source: "\uFEFF# a\n\nb *c*",
      blocks: [
        ["-markup", "#"],
        ["h1", "a"],
        ["prose", "b *c*", ["b ", "c"]],
      ],
    },
    {
      name: "lone surrogates",
      source: "\uD800 *\uDC00*",
      blocks: [["prose", "\uD800 *\uDC00*", ["\uD800 ", "\uDC00"]]],
    },
  ])("finds $name", ({ source, blocks }) => {
    expect(parse(source)).toEqual(blocks);
  });

  test("keeps inline elements with their marks", () => {
    const source = "**Stop.** See [it](u), <i>so</i> `x`.";
    const { blocks } = markdown.parse(source, none);
    const inline = blocks.flatMap((block) => (block.kind === "paragraph" ? block.inline : []));
    expect(inline.map(({ start, end }) => source.slice(start, end))).toEqual([
      "**Stop.**",
      "[it](u)",
      "`x`",
      "<i>so</i>",
    ]);
  });
});

describe("front matter", () => {
  test.for([
    { name: "a title", yaml: "title: A b", title: "A b" },
    { name: "a quoted title", yaml: 'date: 1\ntitle: "A: b"', title: "A: b" },
    { name: "no title", yaml: "date: 1", title: undefined },
    { name: "a title that is no text", yaml: "title: [a]", title: undefined },
    { name: "an empty title", yaml: "title: ' '", title: undefined },
    { name: "no mapping", yaml: "just text", title: undefined },
    { name: "broken YAML", yaml: "{]: @", title: undefined },
    { name: "an unknown tag and alias", yaml: "title: *x\na: !foo b", title: undefined },
  ])("reads $name", ({ yaml, title }) => {
    const source = `---\n${yaml}\n---\n\ntext`;
    expect(markdown.parse(source, none).title).toBe(title);
    expect(parse(source)).toEqual([
      ["-front-matter", `---\n${yaml}\n---`],
      ["prose", "text"],
    ]);
  });
});

describe("lines to leave out", () => {
  test.for([
    {
      name: "a paragraph",
      source: "a\n\n ad \n\nb",
      blocks: [
        ["prose", "a"],
        ["-metadata", "ad"],
        ["prose", "b"],
      ],
    },
    {
      name: "a line within a paragraph",
      source: "a *b\nad\nc* d",
      blocks: [
        ["prose", "a *b", ["a ", "b"]],
        ["-metadata", "ad"],
        ["prose", "c* d", ["c", " d"]],
      ],
    },
    {
      name: "a line of code",
      source: "```\na\nad\nb\n```",
      blocks: [
        ["-markup", "```"],
        ["code", "a"],
        ["-metadata", "ad"],
        ["code", "b"],
        ["-markup", "```"],
      ],
    },
    {
      name: "a list item with its bullet",
      source: "- a\n- ad",
      leaveOut: ["- ad"],
      blocks: [
        ["-markup", "-"],
        ["list-item", "a"],
        ["-metadata", "- ad"],
      ],
    },
    {
      name: "a heading with its marks",
      source: "# ad\n\na",
      leaveOut: ["# ad"],
      blocks: [
        ["-metadata", "# ad"],
        ["prose", "a"],
      ],
    },
    {
      name: "a heading's text",
      source: "ad\n===\n\na",
      blocks: [
        ["-metadata", "ad"],
        ["-markup", "==="],
        ["prose", "a"],
      ],
    },
    {
      name: "nothing of the front matter",
      source: "---\nad\n---\n\na",
      blocks: [
        ["-front-matter", "---\nad\n---"],
        ["prose", "a"],
      ],
    },
  ])("sets aside $name", ({ source, leaveOut, blocks }) => {
    expect(parse(source, leaveOut ?? ["ad "])).toEqual(blocks);
  });

  test("keeps a line that is named as content, too", () => {
    const { blocks } = markdown.parse("a\n\nad", { leaveOut: ["ad"], keep: ["ad"] });
    expect(blocks.map((block) => block.kind)).toEqual(["paragraph", "paragraph"]);
  });
});

describe("hostile and large sources", () => {
  test.for([
    { name: "deep quotes", source: `${">".repeat(5000)} a` },
    { name: "deep quotes on many lines", source: `${">".repeat(500)} a\n`.repeat(50) },
    { name: "deep lists on a line", source: `${"- ".repeat(5000)}a` },
    { name: "opening brackets", source: "[".repeat(100_000) },
    { name: "pairs of brackets", source: "[".repeat(50_000) + "]".repeat(50_000) },
    { name: "emphasis that never closes", source: "*a_b".repeat(20_000) },
    { name: "unclosed comments", source: "a <!-- ".repeat(20_000) },
    { name: "underlined headings", source: "a\n=\n".repeat(4000) },
    { name: "one line of text", source: "谷歌上涨了。".repeat(170_000) },
    { name: "byte order marks", source: "\uFEFF".repeat(100_000) },
    { name: "white space", source: " ".repeat(200_000) },
  ])("survives $name", ({ source }) => {
    expect(brokenRules(source, markdown.parse(source, none).blocks)).toEqual([]);
  });

  test("parses a long source piece by piece as it does a short one", () => {
    const unit =
      "# Head\n\nText with [a link][ref] and *marks*.\n\n- one\n- two\n\n```\ncode\n\n# no heading\n```\n\n> quote\n> more\n\n";
    const definition = "[ref]: http://a.b\n";
    const once = parse(unit + definition);
    const times = 600;
    const many = parse(unit.repeat(times) + definition);
    expect(many).toEqual([...Array.from({ length: times }, () => once.slice(0, -1)).flat(), once.at(-1)]);
  });
});

const fragments = fc.constantFrom(
  ..."abc.!。？😀 \t#*_`~>-+=|[]()<>:&\\\uD800\uDC00\uFEFF\u00a0\u2028é谷".split(""),
  ..."\n|\n\n|\r\n|\r|- |1. |> |    |```\n|---\n|***|[a](b)|![a](b)|[^1]|[^1]: |<b>|</b>|<!--|-->|<div>|&amp;|http://a.b|\0".split(
    "|",
  ),
  "| a | b |\n|---|---|\n",
  "\uD83D\uDE00",
);
const arbitrarySource = fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join(""));

describe("properties", () => {
  test("covers arbitrary text with ordered, disjoint blocks", () => {
    fc.assert(
      fc.property(fc.oneof(arbitrarySource, fc.string({ unit: "binary" })), (source) => {
        expect(brokenRules(source, markdown.parse(source, none).blocks)).toEqual([]);
      }),
      { numRuns: 800 },
    );
  });

  test("makes articles that keep every invariant", () => {
    const rules = joinRules([]);
    fc.assert(
      fc.property(arbitrarySource, (text) => {
        const parsed = markdown.parse(text, none);
        const article = buildArticle({ id: "a", language: "en", source: {}, version: "", text }, parsed, rules);
        expect(findBrokenInvariants(article)).toEqual([]);
      }),
      { numRuns: 800 },
    );
  });

  test("covers arbitrary text where lines are left out", () => {
    fc.assert(
      fc.property(arbitrarySource, fc.nat(20), (source, index) => {
        const line = source.split(/[\r\n]+/u)[index] ?? "a";
        expect(brokenRules(source, markdown.parse(source, { leaveOut: [line, "a"], keep: [] }).blocks)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("shows all text that an independent walk over the tree finds", () => {
    fc.assert(
      fc.property(arbitrarySource, (written) => {
        // Without the extensions, whose syntax the walk does not know, and marks the parser drops.
        // A line of wide blanks alone is blank for readers.
        const source = written
          .replaceAll(/[~|^\uFEFF]/gu, "")
          .replaceAll("*[", "[")
          .replaceAll(/(?<=^|[\r\n])[^\S\r\n]+(?=[\r\n]|$)/gu, "");
        // A tag, or a comment that begins within a line, hides what stands in it, also where CommonMark lets a block begin.
        fc.pre(!/[^\s>].*<!--(?:(?!-->)[^])*[\r\n]|<[a-z/][^<>]*[\r\n]/iu.test(source));
        const { blocks } = markdown.parse(source, none);
        const shownSpans = blocks.flatMap((block) =>
          block.kind === "paragraph" ? block.visible : block.kind === "heading" ? [block.span] : [],
        );
        const hidden = wordsOfTree(source).filter((span) => !shownSpans.some((part) => overlaps(part, span)));
        expect(hidden).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

/** Every letter that a text or inline code node of plain CommonMark holds, where it stands in the source. */
function wordsOfTree(source: string): Span[] {
  if (source.startsWith("---")) return [];
  const spans: Span[] = [];
  const walk = (node: Nodes): void => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    if (node.type === "text") {
      for (const { 0: letter, index } of source.slice(start, end).matchAll(/[a-c谷é]/gu)) {
        spans.push({ start: start + index, end: start + index + letter.length });
      }
    }
    if ("children" in node) for (const child of node.children) walk(child);
  };
  walk(fromMarkdown(source));
  return spans;
}
