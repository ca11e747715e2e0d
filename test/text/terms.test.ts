import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { english } from "../../src/languages/english.ts";
import { splitsCodePoint } from "../../src/text/span.ts";
import { createAnalyse, type TermKind } from "../../src/text/terms.ts";
import { readWords } from "../../src/languages/read-words.ts";
import { arbitraryText } from "../support/arbitrary-text.ts";

const analyse = createAnalyse({ words: readWords(), stem: english.stem });

/** Terms of one kind, each as it is looked for, with `=` and what it was in the source where that differs. */
function terms(source: string, kind: TermKind): string[] {
  return analyse(source)
    .terms.filter((term) => term.kind === kind)
    .map(({ text, span }) => {
      const seen = source.slice(span.start, span.end);
      return seen === text ? text : `${text}=${seen}`;
    });
}

describe("words", () => {
  test.for([
    { name: "English words, stemmed", source: "running models", words: ["run=running", "model=models"] },
    { name: "a possessive without its ending", source: "Meta's", words: ["meta=Meta"] },
    { name: "a contraction whole", source: "don't arent", words: ["dont=don't", "arent"] },
    { name: "not another word for a contraction", source: "we’ll", words: ["we'll=we’ll"] },
    { name: "several apostrophes as none", source: "rock’n’roll", words: ["rocknrol=rock’n’roll"] },
    { name: "compounds with any dash", source: "e–mail", words: ["e-mail=e–mail", "e", "mail"] },
    { name: "a word over two lines", source: "an appren-\n  tice", words: ["an", "apprentic=appren-\n  tice"] },
    { name: "a word over two lines in capitals", source: "COVER-\nAGE", words: ["coverag=COVER-\nAGE"] },
    {
      name: "a compound with a name over two lines",
      source: "Anglo-\nSaxon",
      words: ["anglo-saxon=Anglo-\nSaxon", "anglo=Anglo", "saxon=Saxon"],
    },
    { name: "two lines apart", source: "tea\ncup -\nand", words: ["tea", "cup", "and"] },
    { name: "two paragraphs apart", source: "tea-\n\ncup", words: ["tea", "cup"] },
    {
      name: "Chinese words over two lines",
      source: "一把茶\r\n\u3000\u3000壶",
      words: ["一把", "茶壶=茶\r\n\u3000\u3000壶"],
    },
    { name: "a compound whole and in parts", source: "GPT-4", words: ["gpt-4=GPT-4", "gpt=GPT", "4"] },
    { name: "AT&T whole and in parts", source: "AT&T", words: ["at&t=AT&T", "at=AT", "t=T"] },
    { name: "a decimal with its sign", source: "0.3%", words: ["0.3%"] },
    { name: "full-width digits", source: "２０２４", words: ["2024=２０２４"] },
    { name: "Chinese words of the dictionary", source: "我喜欢数据库", words: ["喜欢", "数据库"] },
    { name: "Traditional and regional words", source: "資料庫", words: ["资料库=資料庫"] },
    { name: "words between scripts", source: "用Llama模型", words: ["llama=Llama", "模型"] },
    { name: "words between emoji", source: "😀谷歌😀", words: ["谷歌"] },
    { name: "words between lone surrogates", source: "\ud83d谷歌\ude00ab\ud83d", words: ["谷歌", "ab"] },
    { name: "letters with marks", source: "na\u00efve cafe\u0301", words: ["naiv=naïve", "cafe=cafe\u0301"] },
    { name: "words of other scripts", source: "नमस्ते 한국어", words: ["नमस्ते", "한국어"] },
    { name: "no signs", source: "— !? ***", words: [] },
    { name: "not one ideograph beyond the basic plane", source: "𠮷", words: [] },
  ])("are $name", ({ source, words }) => {
    expect(terms(source, "word")).toEqual(words);
  });
});

describe("pairs and characters", () => {
  test("are all neighbouring ideographs but those that are words, and all single ones", () => {
    expect(terms("我喜欢", "pair")).toEqual(["我喜"]);
    expect(terms("我喜欢", "character")).toEqual(["我", "喜", "欢"]);
  });

  test("do not reach over signs and Latin letters", () => {
    expect(terms("天。地AI人", "pair")).toEqual([]);
    expect(terms("天。地AI人", "character")).toEqual(["天", "地", "人"]);
  });

  test("count ideographs beyond the basic plane as one", () => {
    expect(terms("𠮷一", "pair")).toEqual(["𠮷一"]);
    expect(terms("𠮷一", "character")).toEqual(["𠮷", "一"]);
  });

  test("reach over the end of a line", () => {
    expect(terms("老王茶\n壶", "pair")).toEqual(["王茶"]);
  });
});

describe("spellings", () => {
  test.for([
    { name: "a compound as one word", source: "e-mail", spellings: ["email=e-mail"] },
    { name: "a name with its number", source: "GPT‑4", spellings: ["gpt4=GPT‑4"] },
    { name: "letters with points", source: "U.S.A.", spellings: ["usa=U.S.A"] },
    { name: "no range of numbers", source: "2019–2020 10-12", spellings: [] },
    { name: "no address", source: "trip.com", spellings: [] },
    {
      name: "what a broken word may have been",
      source: "well-\nknown",
      spellings: ["well-known=well-\nknown", "well", "known"],
    },
  ])("are $name", ({ source, spellings }) => {
    expect(terms(source, "spelling")).toEqual(spellings);
  });
});

test("counts spans from the source's beginning where only a part is analysed", () => {
  const { terms: found } = analyse("谷歌 and Meta", 7, 11);
  expect(found).toEqual([{ text: "meta", kind: "word", span: { start: 7, end: 11 } }]);
});

test("stems nothing where it is given no stem", () => {
  expect(createAnalyse({ words: readWords() })("Running").terms.map(({ text }) => text)).toEqual(["running"]);
});

test("keeps terms in order, within the source and clear of cut characters on arbitrary text", () => {
  fc.assert(
    fc.property(arbitraryText, (source) => {
      let last = 0;
      for (const { text, span } of analyse(source).terms) {
        expect(text).not.toBe("");
        expect(text).not.toMatch(/\s/u);
        expect(span.start).toBeGreaterThanOrEqual(last);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(source.length);
        expect(splitsCodePoint(source, span.start) || splitsCodePoint(source, span.end)).toBe(false);
        last = span.start;
      }
    }),
    { numRuns: 300 },
  );
});

test("keeps what it made of a short text, and of no long one", () => {
  expect(analyse("谷歌的广告")).toBe(analyse("谷歌的广告"));
  const long = "谷歌的广告".repeat(100);
  expect(analyse(long)).not.toBe(analyse(long));
  expect(analyse(long).terms).toEqual(analyse(long).terms);
});

test("gives the terms that are no ideographs by themselves", () => {
  const { terms: all, latinTerms } = analyse("谷歌的Gemini与Llama-3");
  expect(all.filter(({ text }) => /[a-z\d]/u.test(text))).toEqual(latinTerms);
});
