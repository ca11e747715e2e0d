import { expect, test } from "vitest";
import { convertScript } from "../../src/evaluation/convert-script.ts";
import { evaluate } from "../../src/evaluation/evaluate.ts";
import type { EvaluationCase } from "../../src/evaluation/evaluation-case.ts";
import { sampleCases } from "../../src/evaluation/sample-cases.ts";
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
])("takes for right $name", ({ one, first }) => {
  const [outcome] = evaluate(smallLibrary(text), [one]);
  expect(outcome?.rankWithNearest === 1).toBe(first);
  expect(outcome?.altered).toBe(0);
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
