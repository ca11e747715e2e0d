import { expect, test } from "vitest";
import { createMemoryBudget } from "../../src/search/memory-budget.ts";
import { passagesOf } from "../../src/search/passage.ts";
import { createSentenceBlock, placeSentences } from "../../src/search/sentence-block.ts";
import { createDescribe } from "../../src/search/sentence-facts.ts";
import { markdown } from "../../src/article/formats/markdown.ts";
import { analyse } from "../support/analyse.ts";
import { parseChecked } from "../support/parse.ts";

const source = "# Bank\n\n## How do I open an account?\n\nVisit us. It takes a day.\n\n## Fees\n\nThey are low.";
const article = parseChecked(source, { format: markdown });
const { sentences, texts, headings, headingOf, previous, ties } = createSentenceBlock(
  placeSentences(passagesOf(article), createDescribe(analyse, createMemoryBudget(50_000_000))),
);

test("lists sentences, and behind them what is tied to them, each once", () => {
  expect(texts.map(({ text }) => text)).toEqual([
    "visit us.",
    "it takes a day.",
    "they are low.",
    "how do i open an account?",
    "fees",
  ]);
  expect(texts.slice(0, sentences.length)).toEqual(sentences.map(({ facts }) => facts));
});

test("tells by number what belongs to each", () => {
  expect([...ties.askedBy]).toEqual([3, 3, -1]);
  expect([...ties.tied]).toEqual([0, 1]);
  expect([...ties.belowOf].map((list) => ties.below[list]?.map((text) => texts[text]?.text))).toEqual([
    ["how do i open an account?"],
    ["how do i open an account?"],
    ["fees"],
  ]);
  expect([...previous]).toEqual([-1, 0, -1]);
  expect([...headingOf].map((number) => headings[number])).toEqual(sentences.map(({ headings: above }) => above));
});

test("holds nothing of nothing", () => {
  const none = createSentenceBlock([], true);
  expect([none.sentences, none.texts, none.headings]).toEqual([[], [], []]);
});
