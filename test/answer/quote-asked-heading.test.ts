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

test("leaves to the ranker what the section's sentences say themselves", () => {
  expect(charter("What is the budget?").texts[0]).toBe("The budget is two million pounds.");
});

test("does not count words of headings as missing", () => {
  expect(charter("Which criteria decide about elephants?").missing).not.toContain("criteria");
});
