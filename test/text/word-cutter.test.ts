import { readFileSync } from "node:fs";
import path from "node:path";
import { Jieba } from "@node-rs/jieba";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readWords } from "../../src/languages/read-words.ts";
import { createWordCutter } from "../../src/text/word-cutter.ts";
import { project } from "../readme/guides.ts";

const dictionary = readWords();
const cutter = createWordCutter(dictionary);
const jieba = Jieba.withDict(dictionary);

const sayings = [
  "谷歌股价为什么上涨?",
  "韦小宝在北京AA制吃饭,花了3.5%的C++",
  "我来到北京清华大学",
  "他来到了网易杭研大厦",
  "乒乓球拍卖完了\r\n南京市长江大桥\n\t 侵华日军南京大屠杀遇难同胞纪念馆",
  "a.b-c_d%3.5% iPhone17 Pro&Max#1 x的 y",
  "𠮷野家的㐀一丁〇一二,１２３ＡＢ",
  "",
  "·的 á的 —— ！？",
];

describe("createWordCutter", () => {
  test.for([
    { text: "谷歌股价为什么上涨", guess: true, words: ["谷歌", "股价", "为什么", "上涨"] },
    { text: "韦小宝说", guess: true, words: ["韦小宝", "说"] },
    { text: "韩梅梅说ab12", guess: false, words: ["韩", "梅", "梅", "说", "ab12"] },
  ])("cuts $text", ({ text, guess, words }) => {
    expect(cutter.cut(text, guess)).toEqual(words);
  });

  test.for(sayings)("cuts %j as jieba does", (text) => {
    expect(cutsOf(text)).toEqual(jiebasOf(text));
  });

  test("cuts an article as jieba does", () => {
    const text = readFileSync(path.join(project, "data/articles/meta-gemini.txt"), "utf8");
    for (const line of text.split("\n")) expect(cutsOf(line)).toEqual(jiebasOf(line));
  });

  test("cuts whatever is written as jieba does", () => {
    const words = new TextDecoder().decode(dictionary.subarray(0, 200_000)).split(/ \d+ \w+\n/u);
    const piece = fc.oneof(fc.constantFrom(...words), fc.string({ unit: "grapheme", maxLength: 4 }), han);
    const writing = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(writing, (text) => {
        expect(cutsOf(text)).toEqual(jiebasOf(text));
      }),
      { numRuns: 1000 },
    );
  });

  test.for(["北京", "吃饭", "韦小宝", "AT&T", "x"])("tags %s as jieba does where it is listed", (word) => {
    const [tagged] = jieba.tag(word, false);
    expect(cutter.tagOf(word)).toBe(tagged?.word === word && !/^(?:x|m|eng)$/u.test(tagged.tag) ? tagged.tag : "");
  });

  test("gives half a character back as it stands", () => {
    expect(cutter.cut("茶\ud842壶\udfb7", true).join("")).toBe("茶\ud842壶\udfb7");
  });
});

const han = fc.integer({ min: 0x4e_00, max: 0x9f_ff }).map((point) => String.fromCodePoint(point));

function cutsOf(text: string) {
  const { ends, lengths } = cutter.findWays(text);
  const likeliest = Array.from(ends).flatMap((end, at) => (end > 0 && isHan(text, at) ? [text.slice(at, end)] : []));
  const listed = Array.from(lengths).flatMap((bits, at) =>
    Array.from({ length: 16 }, (_, length) => length).flatMap((length) =>
      ((bits >> length) & 1) === 1 ? [text.slice(at, at + length)] : [],
    ),
  );
  return { guessed: cutter.cut(text, true), plain: cutter.cut(text, false), likeliest, listed };
}

/** What stands between the ideographs that jieba knows is of no interest where words are looked for. */
function jiebasOf(text: string) {
  const plain = jieba.cut(text, false);
  const likeliest = plain.filter((word) => isHan(word, 0));
  const listed = jieba.cutAll(text).filter((word) => isHan(word, 0) && word.length < 16);
  return { guessed: jieba.cut(text, true), plain, likeliest, listed };
}

function isHan(text: string, at: number): boolean {
  return /^[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/u.test(text.slice(at, at + 1));
}
