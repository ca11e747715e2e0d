import { featureNames } from "../../src/answer/features.ts";
import { describe, expect, test } from "vitest";
import { libraryOf } from "../support/library-of.ts";
import type { EvaluationCase } from "../../src/evaluation/evaluation-case.ts";
import { prepareCase, type Remains } from "../../src/evaluation/training-cases.ts";
import { parseChecked } from "../support/parse.ts";

const text = "Tea is green. It is steamed.\n\nCoffee is black. It is roasted.\n";
const article = parseChecked(text, { metadata: { id: "drinks", title: "Drinks" } });
const single = parseChecked(`Tea is green. ${"It rains a lot. ".repeat(12)}It is steamed.`, {
  metadata: { id: "single", title: "Single" },
});
const library = libraryOf([article, single]);

function about(of: typeof article, question: string, answer: string): EvaluationCase {
  const start = of.text.indexOf(answer);
  const gold = [{ article: of.id, span: { start, end: start + answer.length } }];
  return { id: "1", question, context: [], article: of.id, gold, judgedBy: "part", groups: [] };
}

/** The candidates in reading order, those that are right with a star. */
function prepared(one: EvaluationCase, remains: Remains): string[] | undefined {
  const made = prepareCase(library, one, remains);
  return made?.ranking.sentences
    .toSorted(
      (a, b) => (a.passage.sentences[a.sentence]?.span.start ?? 0) - (b.passage.sentences[b.sentence]?.span.start ?? 0),
    )
    .map(({ passage, sentence, at }) => {
      const span = passage.sentences[sentence]?.span;
      return `${passage.article.text.slice(span?.start, span?.end).trim()}${made.right[at] ? " *" : ""}`;
    });
}

describe("tells which candidates are right", () => {
  test("by a part of them", () => {
    const found = prepared(about(article, "What is green?", "Tea"), "all");
    expect(found).toEqual(["Tea is green. *", "It is steamed.", "Coffee is black.", "It is roasted."]);
  });

  test("by the whole answer", () => {
    const one = { ...about(article, "What is green?", "green. It"), judgedBy: "whole" } as const;
    expect(prepared(one, "all")?.filter((sentence) => sentence.endsWith("*"))).toEqual([]);
  });
});

describe("takes the answer away", () => {
  test("with its paragraph", () => {
    expect(prepared(about(article, "What is green?", "Tea"), "without-answer")).toEqual([
      "Coffee is black.",
      "It is roasted.",
    ]);
  });

  test("with the sentences near it, where there is one paragraph", () => {
    const left = prepared(about(single, "What is green?", "Tea"), "without-answer");
    expect(left?.includes("Tea is green.")).toBe(false);
    expect(left?.at(-1)).toBe("It is steamed.");
    expect(left?.length).toBeLessThan(12);
  });

  test("and mends what the others say of their neighbours", () => {
    const made = prepareCase(library, about(single, "What is green?", "Tea"), "without-answer");
    const ordered = made?.ranking.sentences.toSorted((one, other) => one.at - other.at) ?? [];
    expect(ordered.map(({ previous }) => previous)).toEqual(ordered.map((_, at) => at - 1));
    expect(Math.max(...(made?.ranking.columns[featureNames.indexOf("passage")] ?? []))).toBe(1);
  });

  test("until nothing remains", () => {
    const all = about(single, "What is green?", single.text);
    expect(prepareCase(library, all, "without-answer")).toBeUndefined();
  });
});

test("takes over what a follow-up leaves out", () => {
  const one = { ...about(article, "And coffee?", "black"), context: ["What colour has tea?"] };
  expect(prepareCase(library, one, "all")?.question.source).toBe("What colour has coffee?");
});
