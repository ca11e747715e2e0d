import { expect, test } from "vitest";
import { quantitySupport } from "../../src/answer/quantity-support.ts";
import { question } from "../support/analyse.ts";
import { rankingOf } from "../support/candidates.ts";

const none = { missing: 0, other: 0, nowhere: 0, contradicted: false };
const other = "下雨。天晴。刮风。";

test.for([
  { name: "nothing is stated", asked: "谁盈利?", text: "2024年盈利。", expected: none },
  { name: "the best tells it", asked: "2024年谁盈利?", text: "2024年盈利。", expected: none },
  { name: "the best tells it in other words", asked: "Q3 2024?", text: "2024年三季度盈利。", expected: none },
  {
    name: "the second tells it",
    asked: "2024年谁盈利?",
    text: "盈利。2024年的事。",
    expected: { ...none, missing: 1 },
  },
  {
    name: "the best tells another",
    asked: "2024年谁盈利?",
    text: "2023年盈利。",
    expected: { missing: 1, other: 1, nowhere: 1, contradicted: true },
  },
  {
    name: "one of the best tells another",
    asked: "第二季度谁盈利?",
    text: "盈利。第三季度盈利。",
    expected: { missing: 1, other: 0, nowhere: 1, contradicted: true },
  },
  {
    name: "it stands far down only, and another too",
    asked: "2024年谁盈利?",
    text: `2023年盈利。${other}2024年亏损。`,
    expected: { missing: 1, other: 1, nowhere: 0, contradicted: true },
  },
  {
    name: "an amount differs, which may be another amount",
    asked: "上涨3%吗?",
    text: "上涨5%。",
    expected: { missing: 1, other: 1, nowhere: 1, contradicted: false },
  },
  {
    name: "one of two is told",
    asked: "2024年上涨3%吗?",
    text: "2024年上涨。",
    expected: { missing: 0.5, other: 0, nowhere: 0.5, contradicted: false },
  },
])("$name", ({ asked, text, expected }) => {
  expect(quantitySupport(question(asked), rankingOf(asked, text))).toEqual(expected);
});
