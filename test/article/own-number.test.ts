import { describe, expect, test } from "vitest";
import { findAskedNumbers, findDottedNumber } from "../../src/article/asked-numbers.ts";
import { readLabel } from "../../src/article/own-number.ts";
import { comparableLabel, readWrittenNumber } from "../../src/article/written-number.ts";

describe("reads a number", () => {
  test.for([
    { name: "in figures", written: "12", readings: ["12"] },
    { name: "in full-width figures", written: "１２", readings: ["12"] },
    { name: "in ideographs", written: "一百七十五", readings: ["175"] },
    { name: "with 廿", written: "廿三", readings: ["23"] },
    { name: "in Roman figures", written: "XIV", readings: ["14"] },
    { name: "as a letter that may be Roman", written: "C", readings: ["c", "100"] },
    { name: "as a letter", written: "B", readings: ["b"] },
    { name: "as a word", written: "Twelve", readings: ["12"] },
    { name: "as an ordinal", written: "third", readings: ["3"] },
    { name: "in parts", written: "2.1.4", readings: ["2.1.4"] },
    { name: "with an inserted one", written: "91-1", readings: ["91.1"] },
    { name: "with a letter behind", written: "7a", readings: ["7.a"] },
    { name: "with bis", written: "7 bis", readings: ["7.bis"] },
    { name: "but no ending of an ordinal", written: "12th", readings: ["12"] },
    { name: "but no Roman figures in disorder", written: "iiii", readings: undefined },
    { name: "but no word", written: "mixed", readings: undefined },
  ])("$name: $written", ({ written, readings }) => {
    expect(readWrittenNumber(comparableLabel(written), 0)?.readings).toEqual(readings);
  });
});

describe("reads what a heading or a paragraph bears", () => {
  test.for([
    { written: "第二章 停车", kind: "chapter", readings: ["2"] },
    { written: "第一節　通則", kind: "section", readings: ["1"] },
    { written: "第十二條之一　危險品", kind: "article", readings: ["12.1"] },
    { written: "第 91-1 條", kind: "article", readings: ["91.1"] },
    { written: "第三部分 收费", kind: "part", readings: ["3"] },
    { written: "附錄二 表格", kind: "appendix", readings: ["2"] },
    { written: "附件A", kind: "appendix", readings: ["a"] },
    { written: "CHAPTER II. EXPENSES", kind: "chapter", readings: ["2"] },
    { written: "Part One: Members", kind: "part", readings: ["1"] },
    { written: "**Article 7a.** Leave", kind: "article", readings: ["7.a"] },
    { written: "Appendix B – Moorings", kind: "appendix", readings: ["b"] },
    { written: "§ 12 Fees", kind: "section", readings: ["12"] },
    { written: "2.1 Deposits", kind: "item", readings: ["2.1"] },
    { written: "三、福利", kind: "item", readings: ["3"] },
    { written: "（二）加班", kind: "item", readings: ["2"] },
    { written: "4. Conveying Copies.", kind: "item", readings: ["4"] },
    { written: "IV. Fees", kind: "item", readings: ["4"] },
    { written: "3 Rent", kind: "item", readings: ["3"] },
  ])("$written", ({ written, kind, readings }) => {
    expect(readLabel(written, true)).toMatchObject({ kind, readings });
  });

  test.for(["2030 in review", "第三方责任", "Parting words", "Appendix", "3.5% interest", "Article of faith", ""])(
    "“%s” bears none",
    (written) => {
      expect(readLabel(written, true)).toBeUndefined();
    },
  );

  test("a paragraph that begins with a figure alone bears none", () => {
    expect(readLabel("12 people came.", false)).toBeUndefined();
  });
});

describe("finds the numbers that are asked for", () => {
  test.for([
    { text: "第十二条之一规定什么", paths: [["article 12.1"]] },
    { text: "第 91-1 條說什麼", paths: [["article 91.1"]] },
    { text: "第二章第一节讲什么", paths: [["chapter 2", "section 1"]] },
    { text: "第三条第（二）项", paths: [["article 3", "item 2"]] },
    { text: "what does section 4 of part ii say?", paths: [["part 2", "section 4"]] },
    { text: "clause 9 and clause 10", paths: [["clause 9"], ["clause 10"]] },
    { text: "第三条和第五条", paths: [["article 3"], ["article 5"]] },
    { text: "the third part", paths: [["part 3"]] },
    { text: "2nd chapter", paths: [["chapter 2"]] },
    { text: "what is in appendix b?", paths: [["appendix b"]] },
    { text: "rule no. 5", paths: [["clause 5"]] },
    { text: "which part a member plays", paths: [] },
    { text: "the article says that ten came", paths: [] },
    { text: "第三方和第三者", paths: [] },
  ])("$text", ({ text, paths }) => {
    const found = findAskedNumbers(comparableLabel(text));
    expect(found.map(({ path }) => path.map(({ kind, readings }) => `${kind} ${readings[0]}`))).toEqual(paths);
  });

  test.for([
    { text: "what does 2.1 say", number: "2.1" },
    { text: "4.2.1讲什么", number: "4.2.1" },
    { text: "does it cost 2.5%", number: undefined },
    { text: "1.5万元", number: undefined },
    { text: "£2.50", number: undefined },
  ])("by itself: $text", ({ text, number }) => {
    expect(findDottedNumber(text)?.path[0]?.readings[0]).toBe(number);
  });
});
