import { describe, expect, test } from "vitest";
import { quoteSentence } from "../../src/answer/quote-sentence.ts";
import { markdown } from "../../src/article/formats/markdown.ts";
import { passagesOf } from "../../src/search/passage.ts";
import { parseChecked } from "../support/parse.ts";

const article = parseChecked("# 茶\n\n## 绿茶\n\n一。**二**。\n\n三。\n\n## 红茶\n\n### 祁门\n\n四。五。", {
  format: markdown,
});

/** Quotes a sentence of a passage; what else a ranking knows is not looked at. */
function quote(passage: number, sentence: number, from = article) {
  const chosen = passagesOf(from)[passage];
  if (!chosen) throw new RangeError(`there is no passage ${passage}`);
  const ranked = { passage: chosen, sentence, score: 2.5 } as Parameters<typeof quoteSentence>[0];
  return quoteSentence(ranked, [{ start: 1, end: 2 }]);
}

test("cuts a whole sentence with its place, heading, score and matches", () => {
  const start = article.text.indexOf("**二**。");
  expect(quote(0, 1)).toEqual({
    article: "test",
    span: { start, end: start + 6 },
    text: "**二**。",
    reference: "§1 ¶1:2",
    section: "绿茶",
    score: 2.5,
    matches: [{ start: 1, end: 2 }],
    companions: [],
    shown: [
      { before: "", span: { start: start + 2, end: start + 3 }, text: "二" },
      { before: "", span: { start: start + 5, end: start + 6 }, text: "。" },
    ],
    landmarks: [],
  });
});

describe("refers to", () => {
  test.for([
    { name: "a later paragraph", passage: 1, sentence: 0, reference: "§1 ¶2:1", text: "三。" },
    { name: "a nested section", passage: 2, sentence: 1, reference: "§2.1 ¶1:2", text: "五。" },
  ])("$name", ({ passage, sentence, reference, text }) => {
    expect(quote(passage, sentence)).toMatchObject({ reference, text });
  });

  test("a sentence in a later passage of a long paragraph", () => {
    const long = parseChecked(`标题\n\n${`${"长长长，".repeat(148)}长。`.repeat(5)}`);
    expect(quote(2, 0, long)).toMatchObject({ reference: "§1 ¶1:5", section: "" });
  });
});

test("refuses a sentence that is not there", () => {
  expect(() => quote(1, 1)).toThrow(new RangeError("passage has no sentence 1"));
});
