import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ArticleError } from "../../src/article/article-error.ts";
import type { TextFormat } from "../../src/article/formats/format.ts";
import { markdown } from "../../src/article/formats/markdown.ts";
import { type ArticleFile, parseArticle } from "../../src/article/parse-article.ts";
import { outlineOf, parseChecked } from "../support/parse.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sound = bytes("标题\n\n一句话。\n");

/** The message of the ArticleError that parsing throws; other errors pass through. */
function problemOf(file: Partial<ArticleFile<TextFormat>>, maximumBytes?: number): string {
  try {
    parseArticle({ name: "tea.txt", bytes: sound, ...file }, maximumBytes);
  } catch (error) {
    if (error instanceof ArticleError) return error.message;
    throw error;
  }
  return "";
}

function numbersOf(source: string): (readonly number[])[] {
  return parseChecked(source, { format: markdown }).sections.map(({ number }) => number);
}

describe("a sound file", () => {
  test("becomes an article", () => {
    expect(parseArticle({ name: "tea.txt", bytes: sound })).toEqual({
      id: "tea",
      title: "标题",
      titleSpan: { start: 0, end: 2 },
      language: "zh",
      source: {},
      attribution: undefined,
      version: createHash("sha256").update(sound).digest("hex"),
      text: "标题\n\n一句话。\n",
      sections: [
        {
          number: [1],
          span: { start: 4, end: 8 },
          paragraphs: [
            {
              kind: "prose",
              span: { start: 4, end: 8 },
              visible: [{ start: 4, end: 8 }],
              sentences: [{ span: { start: 4, end: 8 } }],
            },
          ],
          sections: [],
        },
      ],
      leftOut: [],
    });
  });

  test("counts its byte order mark in its version only", () => {
    const marked = parseArticle({ name: "tea.txt", bytes: bytes("\ufeff标题\n\n一句话。\n") });
    const plain = parseArticle({ name: "tea.txt", bytes: sound });
    expect(marked.text).toBe(plain.text);
    expect(marked.sections).toEqual(plain.sections);
    expect(marked.version).not.toBe(plain.version);
  });

  test("keeps every code unit of its text", () => {
    const text = "a\r\nb\rc\u2028d\u00a0e\u0301 \ufeff 😀。\n";
    expect(parseArticle({ name: "tea.txt", bytes: bytes(text) }).text).toBe(text);
  });

  test("takes its id, title, language, source and attribution from the metadata", () => {
    const metadata = {
      id: "tea-1",
      title: "Tea",
      language: "en",
      source: { name: "Tea News", address: "https://example.org/tea" },
      attribution: "With permission",
    };
    expect(parseArticle({ name: "x.txt", bytes: sound, metadata: JSON.stringify(metadata) })).toMatchObject(metadata);
  });

  test("takes metadata with a byte order mark", () => {
    expect(parseArticle({ name: "x.txt", bytes: sound, metadata: '\ufeff{"id":"tea"}' }).id).toBe("tea");
  });

  test.for([
    { name: "Chinese with many Latin names", text: "用Meta的Llama和Google的Gemini做广告。", language: "zh" },
    { name: "Traditional Chinese", text: "資料庫壞了。", language: "zh" },
    { name: "English with a Chinese name", text: "The magazine 三联 is read by many people in town.", language: "en" },
  ])("is found to be in $language: $name", ({ text, language }) => {
    expect(parseChecked(text).language).toBe(language);
  });
});

describe("a bad file is refused with its name and the place", () => {
  test.for<{ name: string; bytes: Uint8Array; problem: string; maximum?: number }>([
    { name: "empty", bytes: bytes(""), problem: "tea.txt: is empty" },
    { name: "blank", bytes: bytes(" \n\t\u3000\n"), problem: "tea.txt: is empty: it holds white space only" },
    { name: "a mark alone", bytes: bytes("\ufeff"), problem: "tea.txt: is empty: it holds white space only" },
    {
      name: "too large",
      bytes: sound,
      maximum: 10,
      problem: "tea.txt: is too large: 21 bytes, at most 10 are read (YUANWEN_MAX_ARTICLE_BYTES)",
    },
    {
      name: "more lines than anybody writes",
      bytes: bytes("a\n".repeat(300_001)),
      problem: "tea.txt: has 300001 lines, at most 300000 are read; split it, or join its lines",
    },
    {
      name: "binary",
      bytes: Uint8Array.of(0x61, 0x0a, 0x62, 0x00),
      problem: "tea.txt: is binary: line 2, byte 3 is zero; expected UTF-8 text",
    },
    {
      name: "UTF-16, little end first",
      bytes: Uint8Array.of(0xff, 0xfe, 0x61, 0x00),
      problem: "tea.txt: is UTF-16; save it as UTF-8",
    },
    {
      name: "UTF-16, big end first",
      bytes: Uint8Array.of(0xfe, 0xff, 0x00, 0x61),
      problem: "tea.txt: is UTF-16; save it as UTF-8",
    },
    {
      name: "GBK",
      bytes: Uint8Array.of(0x61, 0x0a, 0x0d, 0x0a, 0xb1, 0xea, 0xcc, 0xe2),
      problem: "tea.txt: is not UTF-8: line 3, byte 4; save it as UTF-8",
    },
    {
      name: "a character that breaks off at the end",
      bytes: bytes("一二").subarray(0, 5),
      problem: "tea.txt: is not UTF-8: line 1, byte 3; save it as UTF-8",
    },
    {
      name: "a bad byte behind replacement characters",
      bytes: Uint8Array.of(...bytes("\ufffd\n\ufffda"), 0xff),
      problem: "tea.txt: is not UTF-8: line 2, byte 8; save it as UTF-8",
    },
    {
      name: "surrogates as bytes",
      bytes: Uint8Array.of(0x61, 0xed, 0xa0, 0x80),
      problem: "tea.txt: is not UTF-8: line 1, byte 1; save it as UTF-8",
    },
    {
      name: "signs only",
      bytes: bytes("*** — 😀"),
      problem: "tea.txt: holds no content to quote; it needs at least one sentence besides headings and footers",
    },
    {
      name: "left-out lines only",
      bytes: bytes("图：夜市\n图：夜市\n"),
      problem: "tea.txt: holds no content to quote; it needs at least one sentence besides headings and footers",
    },
  ])("$name", ({ bytes: content, problem, maximum }) => {
    expect(problemOf({ bytes: content }, maximum)).toBe(problem);
  });

  test("headings only", () => {
    expect(problemOf({ name: "tea.md", bytes: bytes("# A\n\n## B\n\n## C\n"), format: markdown })).toMatch(
      "tea.md: holds no content to quote",
    );
  });
});

describe("bad metadata is refused with the field", () => {
  test.for([
    { name: "no JSON", metadata: "{id:1}", problem: /^tea\.json: is not valid JSON: / },
    { name: "no object", metadata: "[]", problem: /^tea\.json: is no valid metadata: the file: / },
    { name: "an unknown field", metadata: '{"colour":"red"}', problem: /the file: Unrecognized key: "colour"/ },
    { name: "a bad id", metadata: '{"id":"a b"}', problem: /id: expected 1–32 letters/ },
    { name: "an empty title", metadata: '{"title":" "}', problem: /title: / },
    { name: "an unknown language", metadata: '{"language":"de"}', problem: /language: / },
    {
      name: "a bad address",
      metadata: '{"source":{"address":"javascript:alert(1)"}}',
      problem: /source\.address: expected an http or https address/,
    },
    { name: "lines that are no list", metadata: '{"leaveOut":"x"}', problem: /leaveOut: / },
    { name: "an empty line", metadata: '{"keep":["a",""]}', problem: /keep\.1: / },
    { name: "several at once", metadata: '{"id":"","language":"x"}', problem: /id: .*; language: / },
  ])("$name", ({ metadata, problem }) => {
    expect(problemOf({ metadata })).toMatch(problem);
  });
});

describe("sections", () => {
  test("are numbered from 0 where text stands before the first heading", () => {
    expect(numbersOf("Lead.\n\n# A\n\nOne.\n\n# B\n\nTwo.")).toEqual([[0], [1], [2]]);
    expect(numbersOf("Lead only.")).toEqual([[1]]);
  });

  test("nest as their headings do, with levels left out", () => {
    const article = parseChecked("# A\n\n### A1\n\nx.\n\n## A2\n\ny.\n\n# B\n\nz.", { format: markdown });
    expect(article.sections.map(({ number, sections }) => [number, sections.map((section) => section.number)])).toEqual(
      [
        [
          [1],
          [
            [1, 1],
            [1, 2],
          ],
        ],
        [[2], []],
      ],
    );
  });

  test("leave a single highest heading to the title", () => {
    expect(outlineOf(parseChecked("# T\n\n## A\n\nx.", { format: markdown }))).toMatchObject({
      title: "T",
      sections: [["A", ["x."]]],
    });
  });
});

describe("sentences in Markdown", () => {
  test.for([
    { name: "take the marks around them", source: "**Stop.** Go. *Wait.*", sentences: ["**Stop.**", "Go.", "*Wait.*"] },
    { name: "share marks that reach over two", source: "**A b. C d.** Go.", sentences: ["**A b.", "C d.**", "Go."] },
    {
      name: "end within nested marks",
      source: "***One.** Two.* Three.",
      sentences: ["***One.**", "Two.*", "Three."],
    },
    {
      name: "take links whole",
      source: "See [it. Now](http://a.b/c). Go.",
      sentences: ["See [it.", "Now](http://a.b/c).", "Go."],
    },
    {
      name: "do not end in addresses",
      source: "See [a](http://x.example/y.z?q=1). Go.",
      sentences: ["See [a](http://x.example/y.z?q=1).", "Go."],
    },
    { name: "are a code block's lines", source: "```\na. b\n}\nc\n```", sentences: ["a. b\n}", "c"] },
  ])("$name", ({ source, sentences }) => {
    expect(outlineOf(parseChecked(source, { format: markdown })).sections[0]?.[1]).toEqual(sentences);
  });
});
