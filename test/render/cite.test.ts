import { expect, test } from "vitest";
import type { Cited, CitationForm } from "../../src/render/cite.ts";
import { cite } from "../../src/render/cite.ts";
import { cutVerbatim } from "../../src/text/verbatim.ts";
import { oneParagraph, spanOf } from "./answers.ts";

const article = oneParagraph("It rose by 3%. It *fell*.", {
  id: "rise & fall",
  title: "Rise & fall\nof tea_100%",
  source: { name: "Tea [News]", address: "https://example.org/page" },
});
const span = spanOf(article, "It rose by 3%.");
const cited: Cited = {
  article,
  texts: [cutVerbatim(article.text, span)],
  span,
  reference: "§0 ¶1:1",
  landmarks: [],
  locale: "en",
  date: "2026-11-03",
};

test.for<{ form: CitationForm; expected: string }>([
  {
    form: "plain",
    expected:
      "It rose by 3%.\n— Rise & fall of tea_100%, §0 ¶1:1 · Tea [News] · version 01234567 · " +
      "https://example.org/page#:~:text=It%20rose%20by%203%25.",
  },
  {
    form: "markdown",
    expected:
      "> It rose by 3%.\n>\n> — [Rise & fall of tea\\_100%](<https://example.org/page#:~:text=It%20rose%20by%203%25.>), " +
      "§0 ¶1:1, Tea \\[News\\]",
  },
  {
    form: "gbt7714",
    expected: "Tea [News]. Rise & fall of tea_100%[EB/OL]. §0 ¶1:1[2026-11-03]. https://example.org/page.",
  },
  {
    form: "apa",
    expected:
      "Tea [News]. (n.d.). Rise & fall of tea_100% (§0 ¶1:1). Retrieved November 3, 2026, from https://example.org/page",
  },
  {
    form: "bibtex",
    expected: [
      "@online{risefall-01234567,",
      "  title = {{Rise \\& fall of tea\\_100\\%}},",
      "  author = {{Tea [News]}},",
      "  url = {https://example.org/page},",
      "  urldate = {2026-11-03},",
      "  note = {§0 ¶1:1, version 01234567},",
      "}",
    ].join("\n"),
  },
])("writes $form", ({ form, expected }) => {
  expect(cite(cited, form)).toBe(expected);
});

test("marks what stands between two pieces, and says the date where it is known", () => {
  const dated = { ...article, date: "2026-10" };
  const texts = ["It rose by 3%.", "It *fell*."].map((part) => cutVerbatim(article.text, spanOf(article, part)));
  expect(cite({ ...cited, texts, article: dated }, "plain")).toMatch(/^It rose by 3%\. \[…\] It \*fell\*\.\n/u);
  expect(cite({ ...cited, article: dated }, "gbt7714")).toContain("(2026-10)[2026-11-03]");
  expect(cite({ ...cited, article: dated }, "apa")).toContain("(2026)");
  expect(cite({ ...cited, article: dated }, "bibtex")).toContain("date = {2026-10}");
});

test("writes Chinese titles in their own marks, and sources without an address", () => {
  const chinese = { ...article, language: "zh", title: "茶", source: {} };
  expect(cite({ ...cited, article: chinese }, "plain")).toBe("It rose by 3%.\n——《茶》§0 ¶1:1 · 版本 01234567");
  expect(cite({ ...cited, article: chinese }, "gbt7714")).toBe("茶[Z]. §0 ¶1:1[2026-11-03].");
  expect(cite({ ...cited, article: chinese }, "apa")).toBe("茶 (§0 ¶1:1). (n.d.).");
  expect(cite({ ...cited, article: chinese }, "markdown")).toContain("> — 茶, §0 ¶1:1");
});
