import fc from "fast-check";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { countContent } from "../../../src/article/article.ts";
import { buildArticle } from "../../../src/article/build-article.ts";
import { plainText } from "../../../src/article/formats/plain-text.ts";
import { findBrokenInvariants } from "../../../src/article/invariants.ts";
import { parseArticle } from "../../../src/article/parse-article.ts";
import { english } from "../../../src/languages/english.ts";
import { arbitraryText } from "../../support/arbitrary-text.ts";
import { outlineOf, parseChecked } from "../../support/parse.ts";

const body = "这是第一句话，说了一些事情。这是第二句话。";
const long = `${body}${body}${body}`;

describe("the default article", () => {
  const path = new URL("../../../data/articles/meta-gemini.txt", import.meta.url);

  test("has its title, 8 sections, 14 paragraphs and 56 sentences", async () => {
    const article = parseChecked(await readFile(path, "utf8"));
    expect(article.title).toBe("Meta自研AI落后信号,难道真的要借鉴谷歌Gemini模型来优化广告业务吗");
    expect(countContent(article.sections)).toEqual({ sections: 8, paragraphs: 14, sentences: 56 });
    expect(outlineOf(article).sections.map(([heading]) => heading)).toEqual([
      "扎克伯格的AI棋局:Meta为何盯上了谷歌的Gemini",
      "从“AI先行者”到“手艺求助者”:Meta的自研困境",
      "谷歌Gemini的“广告密码”:为何能让Meta放下身段",
      "百亿协议背后的“手艺联姻”:Meta与谷歌的算力博弈",
      "广告精准度的生死局:借鉴Gemini是解药还是毒药",
      "行业暗战:Meta的AI焦虑与谷歌的“手艺收割”",
      "破局之路:Meta能否走出“借鉴依赖”的怪圈",
      "以后已来:Meta的AI抉择将沉塑广告比格局",
    ]);
    expect(outlineOf(article).leftOut).toEqual([
      "breadcrumb: 1. 首页\u00a0>\u00a0电商出海",
      "repeated-caption: Meta自研AI落后信号?据传拟采用竞争对手谷歌Gemini模型优化广告业务",
      "repeated-caption: Meta自研AI落后信号?据传拟采用竞争对手谷歌Gemini模型优化广告业务",
      "footer: 欢迎分享,转载请注明来源:小川电商",
      "source-address: 原文地址:https://www.jinhanchuan.com/255873.html",
    ]);
  });

  test.for([
    { name: "with CRLF", change: (text: string) => text.replaceAll("\n", "\r\n") },
    { name: "with a byte order mark", change: (text: string) => `\ufeff${text}` },
    { name: "with blank lines before it", change: (text: string) => `\n\n\n${text}` },
    { name: "with white space at every line's end", change: (text: string) => text.replaceAll("\n", " \t\n") },
    { name: "with twice as many blank lines", change: (text: string) => text.replaceAll("\n\n", "\n\n\n\n") },
  ])("counts the same $name", async ({ change }) => {
    const article = parseChecked(change(await readFile(path, "utf8")));
    expect(countContent(article.sections)).toEqual({ sections: 8, paragraphs: 14, sentences: 56 });
  });

  test("has the sections of what is left where its first lines are taken off", async () => {
    const text = await readFile(path, "utf8");
    const article = parseChecked(text.slice(text.indexOf("从“AI先行者”")));
    expect(article.title).toBe("从“AI先行者”到“手艺求助者”:Meta的自研困境");
    expect(countContent(article.sections)).toEqual({ sections: 7, paragraphs: 13, sentences: 51 });
  });
});

describe("headings and the title", () => {
  test.for([
    {
      name: "takes a short first line for the title",
      source: `标题\n\n${body}`,
      title: "标题",
      sections: [["", ["这是第一句话，说了一些事情。", "这是第二句话。"]]],
    },
    {
      name: "takes short lines of their own for headings",
      source: `The title\n\nFirst part\n\nOne. Two.\n\nSecond part\n\nThree.`,
      title: "The title",
      sections: [
        ["First part", ["One.", "Two."]],
        ["Second part", ["Three."]],
      ],
    },
    {
      name: "takes no line that ends a sentence for one",
      source: `标题\n\n短句。\n\n${body}`,
      title: "标题",
      sections: [["", ["短句。"], ["这是第一句话，说了一些事情。", "这是第二句话。"]]],
    },
    {
      name: "takes a question for a heading",
      source: `标题\n\n谁会赢?\n\n${body}`,
      title: "标题",
      sections: [["谁会赢?", ["这是第一句话，说了一些事情。", "这是第二句话。"]]],
    },
    {
      name: "takes a single line for text",
      source: "Hello world",
      title: "test",
      sections: [["", ["Hello world"]]],
    },
    {
      name: "takes a last short line for text",
      source: `标题\n\n${body}\n\n完`,
      title: "标题",
      sections: [["", ["这是第一句话，说了一些事情。", "这是第二句话。"], ["完"]]],
    },
    {
      name: "takes the numbered lines above each other for a chapter and its section",
      source: `标题\n\n${body}\n\n第一章 开始\n\n一、背景\n\n${body}`,
      title: "标题",
      sections: [
        ["", ["这是第一句话，说了一些事情。", "这是第二句话。"]],
        ["第一章 开始"],
        ["一、背景", ["这是第一句话，说了一些事情。", "这是第二句话。"]],
      ],
    },
    {
      name: "takes a date for text",
      source: `标题\n\n2024年7月3日\n\n${body}`,
      title: "标题",
      sections: [["", ["2024年7月3日"], ["这是第一句话，说了一些事情。", "这是第二句话。"]]],
    },
  ])("$name", ({ source, title, sections }) => {
    const outline = outlineOf(parseChecked(source));
    expect({ title: outline.title, sections: outline.sections }).toEqual({ title, sections });
  });

  test("keeps white space and marks out of headings, but not out of quotes", () => {
    const article = parseChecked(`标题\n\n \u3000第一节 \n\n\u3000\u3000${long}\u00a0\n`);
    expect(outlineOf(article).sections[0]?.[0]).toBe("第一节");
    expect(article.sections[0]?.paragraphs[0]?.span).toEqual({ start: 14, end: 14 + long.length });
  });
});

describe("paragraphs", () => {
  const wrapped = [
    "Black tea is oxidised more than oolong and green teas, which",
    "gives it a stronger taste. It comes from Assam, Yunnan and",
    "him. U.S. drinkers like it with milk or with lemon in it.",
  ].join("\n");

  test.for([
    { name: "joins hard-wrapped lines into one", source: wrapped, count: 1 },
    { name: "joins them with CRLF", source: wrapped.replaceAll("\n", "\r\n"), count: 1 },
    { name: "parts them at blank lines", source: `${wrapped}\n\n${wrapped}`, count: 2 },
    { name: "takes lines that all end a sentence for paragraphs", source: `${body}\n${body}\n${body}`, count: 3 },
    { name: "takes very long lines for paragraphs", source: `${long}${long}\n${long}${long}`, count: 2 },
    { name: "begins one at each item of a list", source: `${wrapped}\n- ${wrapped}\n* ${wrapped}`, count: 3 },
    { name: "begins one at an indented line", source: `${wrapped}\n    ${wrapped}`, count: 2 },
  ])("$name", ({ source, count }) => {
    const { sections } = parseChecked(`Title\n\n${source}`);
    expect(sections.flatMap(({ paragraphs }) => paragraphs)).toHaveLength(count);
  });

  test("cuts sentences across the lines of a wrapped paragraph", () => {
    expect(outlineOf(parseChecked(`Title\n\n${wrapped}`)).sections[0]?.[1]).toEqual([
      "Black tea is oxidised more than oolong and green teas, which\ngives it a stronger taste.",
      "It comes from Assam, Yunnan and\nhim.",
      "U.S. drinkers like it with milk or with lemon in it.",
    ]);
  });

  test("knows items of lists", () => {
    const { sections } = parseChecked("Title\n\n- one thing.\n- another thing.\n（1）第三件事。");
    expect(sections[0]?.paragraphs.map(({ kind }) => kind)).toEqual(["list-item", "list-item", "list-item"]);
  });
});

describe("metadata", () => {
  test("keeps a line that the rules would leave out", () => {
    const source = `标题\n\n${body}\n\n欢迎分享,转载请注明来源`;
    expect(outlineOf(parseChecked(source)).leftOut).toEqual(["footer: 欢迎分享,转载请注明来源"]);
    expect(outlineOf(parseChecked(source, { metadata: { keep: ["欢迎分享,转载请注明来源"] } })).leftOut).toEqual([]);
  });

  test("leaves out the lines that it names, wherever they stand", () => {
    const source = `标题\n\n${body}\n广告\n${body}`;
    const outline = outlineOf(parseChecked(source, { metadata: { leaveOut: ["广告"] } }));
    expect(outline.leftOut).toEqual(["metadata: 广告"]);
    expect(outline.sections[0]).toHaveLength(3);
  });
});

describe("any text", () => {
  const blank = { leaveOut: [], keep: [] };
  const facts = { id: "x", language: "zh", source: {}, version: "0" };

  test("keeps every invariant", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const article = buildArticle({ ...facts, text }, plainText.parse(text, blank), english);
        expect(findBrokenInvariants(article)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("keeps every invariant with lines to leave out and to keep", () => {
    fc.assert(
      fc.property(arbitraryText, fc.array(fc.constantFrom("。", "no", "Yes", "谷歌", "- ")), (text, lines) => {
        const parsed = plainText.parse(text, { leaveOut: lines, keep: lines.slice(1) });
        expect(findBrokenInvariants(buildArticle({ ...facts, text }, parsed, english))).toEqual([]);
      }),
    );
  });

  test.for(
    ["a", "一句话。", "word ", "a\n", "line one\n\n", "# H\n\ntext.\n\n", "首页 > ", "\t", "😀", "\ud83d", "\r"].map(
      (unit) => ({
        unit,
      }),
    ),
  )("keeps every invariant for many of $unit", ({ unit }) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const article = buildArticle({ ...facts, text }, plainText.parse(text, blank), english);
    expect(findBrokenInvariants(article)).toEqual([]);
  });

  test("gives nothing for an empty text", () => {
    expect(plainText.parse("", blank)).toEqual({ blocks: [] });
  });
});

test("counts spans behind the byte order mark", () => {
  const article = parseArticle({ name: "x.txt", bytes: Buffer.from(`\ufeff${body}`) });
  expect(article.text).toBe(body);
  expect(article.sections[0]?.span).toEqual({ start: 0, end: body.length });
});
