import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answer/answer-question.ts";
import { listedQuotes } from "../../src/answer/answer.ts";
import { libraryOf } from "../support/library-of.ts";
import { parseChecked } from "../support/parse.ts";

const handbook = parseChecked(
  [
    "Handbook of the library",
    "We refund bus and train tickets, up to 25 pounds per month.",
    "Dogs are welcome as long as they are on a lead.",
    "The library was founded in 1987 by Helen Marrack.",
  ].join("\n\n"),
  { metadata: { id: "handbook" } },
);
const notice = parseChecked(
  [
    "训练模型的代价",
    "训练一个巨大模型需要的算力本钱,比谷歌高35%。",
    "自研芯片的训练效率追不上英伟达。",
    "会议票由公司付钱。",
    "夜市从星期五开到星期日。",
  ].join("\n\n"),
  { metadata: { id: "notice" } },
);
const mixed = libraryOf([notice, handbook]);
const only = { handbook: libraryOf([handbook]), notice: libraryOf([notice]) };

const firstOf = (library: typeof mixed, question: string) =>
  listedQuotes(answerQuestion(library, question, { limit: 3 }))[0];

describe("a question about articles of two languages", () => {
  test.for([
    { question: "who pays for my train ticket?", from: "handbook", text: /^We refund bus and train tickets/ },
    { question: "Can I bring my dog?", from: "handbook", text: /^Dogs are welcome/ },
    { question: "Who founded the library?", from: "handbook", text: /Helen Marrack/ },
    { question: "图书馆是谁创办的?", from: "handbook", text: /Helen Marrack/ },
    { question: "训练一个模型的本钱高多少?", from: "notice", text: /35%/ },
    { question: "夜市开到星期几?", from: "notice", text: /^夜市/ },
    { question: "How long is the night market open?", from: "notice", text: /^夜市/ },
  ])("is answered by the one that answers it: $question", ({ question, from, text }) => {
    expect(firstOf(mixed, question)).toMatchObject({ article: from, text: expect.stringMatching(text) });
  });
});

test.for([
  { question: "Who founded the library?", from: "handbook" },
  { question: "图书馆是谁创办的?", from: "handbook" },
  { question: "训练一个模型的本钱高多少?", from: "notice" },
] as const)("marks what it would mark if there were no other language: $question", ({ question, from }) => {
  const first = firstOf(mixed, question);
  expect(first?.matches).toEqual(firstOf(only[from], question)?.matches);
  expect(first?.matches).not.toEqual([]);
});

test("is as sure of an answer as if there were no other language", () => {
  const probability = (library: typeof mixed) => {
    const answer = answerQuestion(library, "Who founded the library?", { limit: 3 });
    return "probability" in answer ? answer.probability : undefined;
  };
  expect(probability(mixed)).toBeGreaterThan(0.5);
  expect(probability(mixed)).toBeCloseTo(probability(only.handbook) ?? 0, 2);
});

test("quotes nothing of the other language behind what answers", () => {
  const quotes = listedQuotes(answerQuestion(mixed, "who pays for my train ticket?", { limit: 10 }));
  expect(new Set(quotes.map(({ article }) => article))).toEqual(new Set(["handbook"]));
});

test("ranks the other language's sentences behind, each once, best first", () => {
  const quotes = listedQuotes(answerQuestion(mixed, "who pays for my train ticket?", { limit: 10, fill: true }));
  expect(new Set(quotes.map(({ article }) => article))).toEqual(new Set(["handbook", "notice"]));
  expect(new Set(quotes.map(({ text }) => text)).size).toBe(quotes.length);
  const scores = quotes.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
});
