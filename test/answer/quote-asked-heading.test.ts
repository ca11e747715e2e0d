import { describe, expect, test } from "vitest";
import { markdown } from "../../src/article/formats/markdown.ts";
import { askArticle } from "../support/ask.ts";

const charter = askArticle(
  `# Project Charter

## 1. Success Criteria

- The dock opens before June.
- No worker is hurt.

## 交付物

- 设计图纸
- 竣工报告

## Why a new dock?

The old one leaks.

## 為什麼要演奏春日影

樂團說那是約定。

## Budget

We pay in three parts. The budget is two million pounds.
`,
  markdown,
);

describe("quotes the section whose heading is repeated", () => {
  test.for([
    { question: "What are the success criteria?", texts: ["The dock opens before June.", "No worker is hurt."] },
    { question: "success criteria", texts: ["The dock opens before June.", "No worker is hurt."] },
    { question: "交付物有哪些？", texts: ["设计图纸", "竣工报告"] },
    { question: "有哪些交付物", texts: ["设计图纸", "竣工报告"] },
    { question: "Why a new dock?", texts: ["The old one leaks."] },
    { question: "为什么要演奏春日影", texts: ["樂團說那是約定。"] },
  ])("$question", ({ question, texts }) => {
    expect(charter(question)).toMatchObject({ kind: "quotes", texts });
  });
});

const harbour = askArticle(
  `# Harbour Handbook

## 3. Visiting

### 3.1 Arrival

Ships announce themselves on channel nine.

### 3.2 Opening Hours

The gate opens at six. The opening hours change in May.

## Lost & found

Ask at the blue desk.

## Contact

## Rules

Keep the pier clear.

## 退款政策

七天內可退款。退款政策可能調整。

## Rules

No fires on the beach.
`,
  markdown,
);

describe("quotes the section whose heading is the whole question", () => {
  const hours = ["The gate opens at six.", "The opening hours change in May."];
  test.for([
    { question: "opening hours", texts: hours },
    { question: "Opening Hours?", texts: hours },
    { question: "the OPENING HOURS!", texts: hours },
    { question: "**3.2 Opening hours**", texts: hours },
    { question: "“Opening hours”", texts: hours },
    { question: "lost and found", texts: ["Ask at the blue desk."] },
    { question: "退款政策？", texts: ["七天內可退款。", "退款政策可能調整。"] },
    { question: "「退款政策」", texts: ["七天內可退款。", "退款政策可能調整。"] },
  ])("$question", ({ question, texts }) => {
    expect(harbour(question)).toMatchObject({ kind: "quotes", texts });
  });
});

test("quotes the subsections of a heading that stands above no text of its own", () => {
  expect(harbour("Visiting")).toMatchObject({ kind: "quotes", references: ["§1.1 ¶1:1", "§1.2 ¶1:1", "§1.2 ¶1:2"] });
});

test("quotes the heading of a section that holds nothing", () => {
  expect(harbour("Contact?")).toMatchObject({ kind: "quotes", texts: ["Contact"], references: ["§3 ¶0"] });
});

test("quotes every section of a heading that stands twice", () => {
  expect(harbour("rules")).toMatchObject({ kind: "quotes", texts: ["Keep the pier clear.", "No fires on the beach."] });
});

test("leaves to the ranker what the section's sentences say themselves", () => {
  expect(charter("What is the budget?").texts[0]).toBe("The budget is two million pounds.");
});

test("does not count words of headings as missing", () => {
  expect(charter("Which criteria decide about elephants?").missing).not.toContain("criteria");
});
