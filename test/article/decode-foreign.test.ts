import { describe, expect, test } from "vitest";
import { findBrokenInvariants } from "../../src/article/invariants.ts";
import { extractArticle } from "../../src/article/parse-article.ts";

/** The bytes of `茶社章程⏎⏎茶社早上八点开门，晚上十点关门。⏎` and the like, since Node decodes only. */
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));
const utf16 = (text: string, mark = "\ufeff"): Uint8Array => Uint8Array.from(Buffer.from(mark + text, "utf16le"));
const swapped = (bytes: Uint8Array): Uint8Array => Uint8Array.from(Buffer.from(bytes).swap16());

const SIMPLIFIED = "茶社章程\n\n茶社早上八点开门，晚上十点关门。\n";
const TRADITIONAL = "茶社章程\n\n茶社早上八點開門，晚上十點關門。\n";
const ENGLISH = "Tea house\n\nThe tea house opens at eight. It costs five pounds.\n";

describe("decodes", () => {
  test.for([
    {
      name: "GBK",
      bytes: bytesOf("b2e8c9e7d5c2b3cc0a0ab2e8c9e7d4e7c9cfb0cbb5e3bfaac3c5a3accdedc9cfcaaeb5e3b9d8c3c5a1a30a"),
      text: SIMPLIFIED,
      note: "read as GB18030, which was guessed",
    },
    {
      name: "Big5",
      bytes: bytesOf("aff9aac0b3b9b57b0a0aaff9aac0a6ada457a44bc249b67daaf9a141b1dfa457a451c249c3f6aaf9a1430a"),
      text: TRADITIONAL,
      note: "read as Big5, which was guessed",
    },
    {
      name: "Latin-1",
      bytes: Uint8Array.from(Buffer.from("Le café\n\nLe théière est très chère à l'été.\n", "latin1")),
      text: "Le café\n\nLe théière est très chère à l'été.\n",
      note: "read as Windows-1252, which was guessed",
    },
    {
      name: "English with curly quotation marks of Windows",
      bytes: bytesOf(`${Buffer.from("Tea\n\nHe said ").toString("hex")}93${Buffer.from("yes").toString("hex")}942e0a`),
      text: "Tea\n\nHe said “yes”.\n",
      note: "read as Windows-1252, which was guessed",
    },
    {
      name: "Shift_JIS",
      bytes: bytesOf("82a8928382cd8cdf914f94aa8e9e82c98a4a935882b582dc82b781420a"),
      text: "お茶は午前八時に開店します。\n",
      note: "read as Shift_JIS, which was guessed",
    },
    { name: "UTF-16, little end first", bytes: utf16(SIMPLIFIED), text: SIMPLIFIED, note: "read as UTF-16LE" },
    { name: "UTF-16, big end first", bytes: swapped(utf16(SIMPLIFIED)), text: SIMPLIFIED, note: "read as UTF-16BE" },
    {
      name: "Chinese UTF-16 without a mark",
      bytes: utf16(SIMPLIFIED, ""),
      text: SIMPLIFIED,
      note: "read as UTF-16LE, which was guessed",
    },
    {
      name: "English UTF-16 without a mark, big end first",
      bytes: swapped(utf16(ENGLISH, "")),
      text: ENGLISH,
      note: "read as UTF-16BE, which was guessed",
    },
    {
      name: "Russian UTF-16",
      bytes: utf16("Чай\n\nЧайная открыта.\n"),
      text: "Чай\n\nЧайная открыта.\n",
      note: "read as UTF-16LE",
    },
  ])("$name", async ({ bytes, text, note }) => {
    const article = await extractArticle({ name: "tea.txt", bytes });
    expect(findBrokenInvariants(article)).toEqual([]);
    expect(article.text).toBe(text);
    expect(article.original).toMatchObject({ format: "plain text", notes: [note] });
  });

  test("UTF-8 as it is, with or without a mark", async () => {
    for (const source of [SIMPLIFIED, `\ufeff${SIMPLIFIED}`]) {
      const article = await extractArticle({ name: "tea.txt", bytes: new TextEncoder().encode(source) });
      expect(article).toMatchObject({ text: SIMPLIFIED });
      expect(article).not.toHaveProperty("original");
    }
  });
});

describe("refuses", () => {
  const png = bytesOf("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489");
  const damaged = new Uint8Array([
    ...new TextEncoder().encode(SIMPLIFIED),
    0xe8,
    0x8c,
    ...new TextEncoder().encode(TRADITIONAL),
  ]);
  test.for([
    { name: "a picture", bytes: png, problem: "tea.txt: is binary: line 2, byte 6 is 0x1a; expected text" },
    {
      name: "an archive",
      bytes: bytesOf("504b030414000808080021000000ffe3"),
      problem: "tea.txt: is binary: line 1, byte 2 is 0x03; expected text",
    },
    {
      name: "a picture without a zero",
      bytes: bytesOf("ffd8ffe01010a04649460101014801480148"),
      problem: "tea.txt: is binary: line 1, byte 4 is 0x10; expected text",
    },
    {
      name: "UTF-8 with a few broken bytes",
      bytes: damaged,
      problem: "tea.txt: is not UTF-8: line 4, byte 63; save it as UTF-8",
    },
    {
      name: "UTF-8 that breaks off",
      bytes: new TextEncoder().encode("标题\n\n一句话").subarray(0, -1),
      problem: "tea.txt: is not UTF-8: line 3, byte 14; save it as UTF-8",
    },
    {
      name: "UTF-16 that is cut off",
      bytes: utf16("标题").subarray(0, -1),
      problem: "tea.txt: is UTF-16, but damaged or cut off; save it as UTF-8",
    },
    { name: "a blank text in UTF-16", bytes: utf16(" \n"), problem: "tea.txt: is empty: it holds white space only" },
  ])("$name", async ({ bytes, problem }) => {
    await expect(extractArticle({ name: "tea.txt", bytes })).rejects.toThrow(problem);
  });
});

test("tells the language by what a reader sees", async () => {
  const { markdown } = await import("../../src/article/formats/markdown.ts");
  const source = `# 茶社\n\n[茶社](https://a.example/${"very-long-address".repeat(9)})早上八点开门。\n`;
  const article = await extractArticle({ name: "tea.md", bytes: new TextEncoder().encode(source), format: markdown });
  expect(article.language).toBe("zh");
});
