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

const placed: Cited = {
  ...cited,
  landmarks: [
    { kind: "chapter", first: "3", last: "3" },
    { kind: "page", first: "12", last: "13" },
    { kind: "time", first: "0:14:02", last: "0:14:08" },
  ],
};

test.for<{ form: CitationForm; language: string; locale: Cited["locale"]; holds: string }>([
  { form: "plain", language: "en", locale: "zh-TW", holds: "§0 ¶1:1 (ch. 3, pp. 12–13, 0:14:02) · Tea" },
  { form: "plain", language: "zh", locale: "en", holds: "§0 ¶1:1（第 3 章，第 12–13 页，0:14:02） · Tea" },
  { form: "plain", language: "zh", locale: "zh-TW", holds: "§0 ¶1:1（第 3 章，第 12–13 頁，0:14:02） · Tea" },
  { form: "markdown", language: "en", locale: "en", holds: ">), §0 ¶1:1 (ch. 3, pp. 12–13, 0:14:02), Tea" },
  { form: "gbt7714", language: "en", locale: "en", holds: ". §0 ¶1:1, ch. 3, pp. 12–13, 0:14:02[2026-11-03]" },
  { form: "apa", language: "en", locale: "en", holds: "(§0 ¶1:1, ch. 3, pp. 12–13, 0:14:02)" },
  {
    form: "bibtex",
    language: "en",
    locale: "en",
    holds: "  chapter = {3},\n  pages = {12--13},\n  note = {§0 ¶1:1, 0:14:02, v",
  },
])(
  "names pages, chapters and times in $form of a text in $language, for $locale",
  ({ form, language, locale, holds }) => {
    expect(cite({ ...placed, locale, article: { ...article, language } }, form)).toContain(holds);
  },
);

test("lets no landmark's name become a mark", () => {
  const landmarks = [{ kind: "chapter", first: "*3* {x}", last: "*3* {x}" }] as const;
  expect(cite({ ...cited, landmarks }, "markdown")).toContain("(\\*3\\* \\{x\\})");
  expect(cite({ ...cited, landmarks }, "bibtex")).toContain("chapter = {*3* \\{x\\}}");
});
