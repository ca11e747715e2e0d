import { describe, expect, test } from "vitest";
import { allSections, type Article } from "../../src/article/article.ts";
import { formatReference } from "../../src/article/format-reference.ts";
import { markdown } from "../../src/article/formats/markdown.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { parseReference } from "../../src/article/parse-reference.ts";
import type { Reference } from "../../src/article/reference.ts";
import { referenceTo } from "../../src/article/reference-to.ts";
import { resolveReference } from "../../src/article/resolve-reference.ts";
import type { Span } from "../../src/text/span.ts";

const text = `Lead one. Lead two.

# First

A1. A2. A3.

B1. B2.

## Inner

C1. *C2.* C3.

## Empty

# Second

### Deep

D1.
`;

function read(source: string): Article {
  return parseArticle({ name: "test.md", bytes: new TextEncoder().encode(source), format: markdown });
}

function reference(written: string): Reference {
  const parsed = parseReference(written);
  if (parsed.kind === "invalid") throw new Error(`${written}: ${parsed.problem}`);
  return parsed.reference;
}

const article = read(text);

function paragraph(section: readonly number[], number: number): Reference {
  return { section, parts: [{ kind: "paragraphs", from: number, to: number }] };
}

function spanOf(quote: string): Span {
  const start = article.text.indexOf(quote);
  return { start, end: start + quote.length };
}

describe("finds", () => {
  test.for([
    { name: "a sentence", written: "§1 ¶1:2", texts: ["A2."] },
    { name: "a sentence with its marks", written: "§1.1 ¶1:2", texts: ["*C2.*"] },
    { name: "a range", written: "§1 ¶1:2–3", texts: ["A2. A3."] },
    { name: "a range over paragraphs", written: "§1 ¶1:3–¶2:1", texts: ["A3.\n\nB1."] },
    { name: "a gap", written: "§1 ¶1:1,3", texts: ["A1.", "A3."] },
    { name: "an open end", written: "§1 ¶1:2–", texts: ["A2. A3."] },
    { name: "a paragraph", written: "§1 ¶2", texts: ["B1. B2."] },
    { name: "paragraphs", written: "§1 ¶1–¶2", texts: ["A1. A2. A3.\n\nB1. B2."] },
    {
      name: "a section with its subsections",
      written: "§1",
      texts: ["A1. A2. A3.\n\nB1. B2.\n\n## Inner\n\nC1. *C2.* C3."],
    },
    { name: "a subsection", written: "§1.1", texts: ["C1. *C2.* C3."] },
    { name: "a section with paragraphs in a subsection only", written: "§2", texts: ["D1."] },
    { name: "nothing in an empty section", written: "§1.2", texts: [] },
    { name: "the text before the first heading", written: "§0 ¶1:2", texts: ["Lead two."] },
    { name: "a heading", written: "§1.1 ¶0", texts: ["Inner"] },
  ])("$name: $written", ({ written, texts }) => {
    const found = resolveReference(article, reference(written));
    const spans = found.kind === "found" ? found.spans : found;
    expect(Array.isArray(spans) ? spans.map(({ start, end }) => article.text.slice(start, end)) : spans).toEqual(texts);
  });
});

describe("names the maximum", () => {
  test.for([
    { name: "of sections", written: "§3", expected: { level: "section", asked: 3, maximum: 2 } },
    {
      name: "of subsections",
      written: "§1.4 ¶1",
      expected: { level: "section", asked: 4, maximum: 2, within: { section: [1], parts: [] } },
    },
    {
      name: "of absent subsections",
      written: "§1.1.1",
      expected: { level: "section", asked: 1, maximum: 0, within: { section: [1, 1], parts: [] } },
    },
    {
      name: "of paragraphs",
      written: "§1 ¶3:9",
      expected: { level: "paragraph", asked: 3, maximum: 2, within: { section: [1], parts: [] } },
    },
    {
      name: "of paragraphs where a heading has no sentences",
      written: "§1 ¶0:1",
      expected: { level: "paragraph", asked: 0, maximum: 2, within: { section: [1], parts: [] } },
    },
    {
      name: "of what is above the sections where there is no title",
      written: "§0 ¶0",
      expected: { level: "paragraph", asked: 0, maximum: 0, within: { section: [0], parts: [] } },
    },
    {
      name: "of paragraphs in a range",
      written: "§1 ¶1–¶9",
      expected: { level: "paragraph", asked: 9, maximum: 2, within: { section: [1], parts: [] } },
    },
    {
      name: "of paragraphs where there is none",
      written: "§2 ¶1",
      expected: { level: "paragraph", asked: 1, maximum: 0, within: { section: [2], parts: [] } },
    },
    {
      name: "of sentences",
      written: "§1 ¶2:3",
      expected: { level: "sentence", asked: 3, maximum: 2, within: paragraph([1], 2) },
    },
    {
      name: "of sentences at an open end",
      written: "§1 ¶2:3–",
      expected: { level: "sentence", asked: 3, maximum: 2, within: paragraph([1], 2) },
    },
    {
      name: "of sentences at a range's end",
      written: "§1 ¶1:1–7",
      expected: { level: "sentence", asked: 7, maximum: 3, within: paragraph([1], 1) },
    },
  ])("$name: $written", ({ written, expected }) => {
    expect(resolveReference(article, reference(written))).toEqual({ kind: "out-of-range", ...expected });
  });

  test("of sections where no text stands before the first heading", () => {
    const found = resolveReference(read("# One\n\nA.\n\n# Two\n\nB."), reference("§0"));
    expect(found).toEqual({ kind: "out-of-range", level: "section", asked: 0, maximum: 2 });
  });
});

describe("finds what stands above the sections", () => {
  const titled = read(
    "---\nauthor: Jane Roe\ndate: 2030-06-01\n---\n\n# Tea\n\nTea is hot.\n\n## Green\n\nGreen tea is mild.\n",
  );
  test.for([
    { name: "the title", written: "§0 ¶0", texts: ["Tea"] },
    { name: "a line of the front matter", written: "§0 ¶0:3", texts: ["date: 2030-06-01"] },
    { name: "several lines", written: "§0 ¶0:2–3", texts: ["author: Jane Roe\ndate: 2030-06-01"] },
    { name: "no line of a paragraph", written: "§0 ¶0:8", texts: undefined },
    { name: "no blank line", written: "§0 ¶0:5", texts: undefined },
    { name: "no line behind the last", written: "§0 ¶0:99", texts: undefined },
    { name: "no open end", written: "§0 ¶0:2–", texts: undefined },
  ])("$name: $written", ({ written, texts }) => {
    const found = resolveReference(titled, reference(written));
    const spans = found.kind === "found" ? found.spans : undefined;
    expect(spans?.map(({ start, end }) => titled.text.slice(start, end))).toEqual(texts);
    for (const span of spans ?? []) {
      const back = referenceTo(titled, span);
      expect(back && formatReference(back)).toBe(written);
    }
  });
});

describe("names a span", () => {
  test.for([
    { name: "of one sentence", quote: "A2.", expected: "§1 ¶1:2" },
    { name: "of several sentences", quote: "A2. A3.", expected: "§1 ¶1:2–3" },
    { name: "of a whole paragraph by its sentences", quote: "B1. B2.", expected: "§1 ¶2:1–2" },
    { name: "over paragraphs", quote: "A3.\n\nB1.", expected: "§1 ¶1:3–¶2:1" },
    { name: "before the first heading", quote: "Lead two.", expected: "§0 ¶1:2" },
    { name: "in a deep subsection", quote: "D1.", expected: "§2.1 ¶1:1" },
    { name: "but none within a sentence", quote: "2.", expected: undefined },
    { name: "but none that begins within a sentence", quote: "1. A2.", expected: undefined },
    { name: "that is a heading", quote: "First", expected: "§1 ¶0" },
    { name: "that is a deep heading", quote: "Deep", expected: "§2.1 ¶0" },
    { name: "but none within a heading", quote: "Firs", expected: undefined },
    { name: "but none over two sections", quote: "B2.\n\n## Inner\n\nC1.", expected: undefined },
  ])("$name: $quote", ({ quote, expected }) => {
    const found = referenceTo(article, spanOf(quote));
    expect(found && formatReference(found)).toBe(expected);
  });

  test("of every sentence so that it is found again", () => {
    for (const section of allSections(article.sections)) {
      for (const { span } of section.paragraphs.flatMap(({ sentences }) => sentences)) {
        expect(resolveReference(article, referenceTo(article, span) ?? reference("§9"))).toEqual({
          kind: "found",
          section,
          spans: [span],
        });
      }
    }
  });
});
