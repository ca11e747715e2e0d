import { expect, test } from "vitest";
import { convertScript } from "../../src/evaluation/convert-script.ts";
import type { Answer, CompanionKind } from "../../src/answer/answer.ts";
import { quoteSpan } from "../../src/answer/quote-span.ts";
import { evaluate, judge, judgeMessage } from "../../src/evaluation/evaluate.ts";
import type { EvaluationCase } from "../../src/evaluation/evaluation-case.ts";
import { sampleCases } from "../../src/evaluation/sample-cases.ts";
import { cutQuote } from "../../src/article/shown-parts.ts";
import { smallLibrary } from "../support/library.ts";

const text = "Tea\n\nBlack tea is fully oxidised. It comes from Yunnan and Assam.\n\nGreen tea is not oxidised.\n";

function caseOf(answer: string, change: Partial<EvaluationCase> = {}): EvaluationCase {
  const start = text.indexOf(answer);
  const span = { start, end: start + answer.length };
  const question = "Does it come from Yunnan?";
  return { id: "1", question, context: [], gold: [{ article: "tea", span }], judgedBy: "whole", groups: [], ...change };
}

test.for([
  { name: "a quote that holds the answer", one: caseOf("from Yunnan"), first: true },
  { name: "no other quote", one: caseOf("Green tea"), first: false },
  { name: "no quote that holds a part of the answer only", one: caseOf("oxidised. It comes"), first: false },
  { name: "a part, where a part is enough", one: caseOf("oxidised. It comes", { judgedBy: "part" }), first: true },
])("takes for right $name", async ({ one, first }) => {
  const [outcome] = await evaluate(smallLibrary(text), [one]);
  expect(outcome?.rankWithNearest === 1).toBe(first);
  expect(outcome?.altered).toBe(0);
});

/** An answer that quotes one sentence of the text, with another as its companion. */
function answerWith(quoted: string, kind: CompanionKind, given: "quotes" | "unsure" | "declined" = "quotes") {
  const library = smallLibrary(text);
  const article = library.articles.get("tea");
  const spanOf = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  const quote = article && quoteSpan(article, spanOf(quoted));
  if (!article || !quote) throw new Error("no such sentence");
  const span = spanOf("Green tea is not oxidised.");
  const quotes = [{ ...quote, companions: [{ kind, ...cutQuote(article, span) }] }];
  const shared = { added: [], missing: [] };
  const answers: Readonly<Record<typeof given, Answer>> = {
    quotes: { kind: "quotes", quotes, added: [] },
    unsure: { kind: "unsure", quotes, ...shared },
    declined: { kind: "declined", reason: "not-covered", nearest: quotes, ...shared },
  };
  return { answer: answers[given], library };
}

test.for([
  { kind: "lead-in", right: true },
  { kind: "items", right: true },
  { kind: "exception", right: true },
  { kind: "subject", right: true },
  { kind: "question", right: false },
  { kind: "header", right: false },
] as const)("takes an answer that stands in a companion for right: $kind, $right", ({ kind, right }) => {
  const { answer, library } = answerWith("It comes from Yunnan and Assam.", kind);
  const { rank, altered } = judge(answer, caseOf("Green tea"), library);
  expect({ isRight: rank === 1, altered }).toEqual({ isRight: right, altered: 0 });
});

test.for([
  { given: "quotes", rank: 1 },
  { given: "unsure", rank: 1 },
  { given: "declined", rank: Infinity },
] as const)("counts the right quote of an answer of kind $given at $rank", ({ given, rank }) => {
  const { answer, library } = answerWith("It comes from Yunnan and Assam.", "exception", given);
  expect(judge(answer, caseOf("from Yunnan"), library)).toMatchObject({ rank, rankWithNearest: 1 });
});

test("samples the same questions every time, in all their ways", () => {
  const cases = ["a", "b", "c", "d", "e"].flatMap((id) => [
    caseOf("tea", { id }),
    caseOf("tea", { id, article: "tea" }),
  ]);
  const chosen = sampleCases(cases, 2, 1).map(({ id }) => id);
  expect(chosen).toHaveLength(4);
  expect(new Set(chosen).size).toBe(2);
  expect(sampleCases(cases, 2, 1).map(({ id }) => id)).toEqual(chosen);
  expect(sampleCases(cases, 9, 1)).toEqual(cases);
});

test.for([
  { script: "hant", question: "数据和软件有多少?", expected: "數據和軟件有多少?" },
  { script: "tw", question: "数据和软件有多少?", expected: "資料和軟體有多少?" },
  { script: "hans", question: "資料和軟體有多少?", expected: "资料和软体有多少?" },
] as const)("writes questions in $script", ({ script, question, expected }) => {
  const [converted] = convertScript([caseOf("tea", { question, context: [question] })], script);
  expect([converted?.question, converted?.context]).toEqual([expected, [expected]]);
});

test.for([
  { name: "what is quoted", answer: "from Yunnan", further: [], message: { shown: 1, isBehind: false } },
  {
    name: "what comes behind it",
    answer: "Green tea",
    further: ["Green tea is not oxidised."],
    message: { shown: 1, isBehind: true },
  },
  {
    name: "what is quoted and comes behind",
    answer: "from Yunnan",
    further: ["It comes from Yunnan and Assam."],
    message: { shown: 1, isBehind: false },
  },
  { name: "what is nowhere", answer: "Green tea", further: [], message: { shown: 1, isBehind: false } },
])("tells of a message whether a right sentence comes behind its button: $name", ({ answer, further, message }) => {
  const { answer: quoted } = answerWith("It comes from Yunnan and Assam.", "header");
  const places = further.map((part) => ({
    article: "tea",
    span: { start: text.indexOf(part), end: text.indexOf(part) + part.length },
  }));
  if (quoted.kind !== "quotes") throw new Error("no quotes");
  expect(judgeMessage({ ...quoted, further: places }, caseOf(answer))).toEqual(message);
});

test("shows nothing where it declines", () => {
  const { answer } = answerWith("It comes from Yunnan and Assam.", "header", "declined");
  expect(judgeMessage(answer, caseOf("from Yunnan"))).toBeUndefined();
});
