import { expect, test } from "vitest";
import { answerQuestion } from "../../src/answer/answer-question.ts";
import { listedQuotes } from "../../src/answer/answer.ts";
import { chooseArticle } from "../../src/answer/choose-article.ts";
import { findWords } from "../../src/answer/find-words.ts";
import { verifyQuote } from "../../src/answer/verify-quote.ts";
import { finishSteps } from "../../src/text/steps.ts";
import { libraryOf } from "../support/library-of.ts";
import { makeArticles } from "../support/many-articles.ts";
import { parseChecked } from "../support/parse.ts";
import { question } from "../support/analyse.ts";

const tides = parseChecked(
  "# The tides of Hallgren\n\nHigh water is at noon.\n\n## Moon and currents\n\nThe moon pulls.",
  {
    metadata: { id: "tides" },
  },
);
const moss = parseChecked("# 苔藓手册\n\n苔藓长在树上。\n\n## 采集与保存\n\n采集苔藓要用镊子。", {
  metadata: { id: "moss" },
});
const others = makeArticles(300);
const library = libraryOf([...others.slice(0, 150), tides, moss, ...others.slice(150)]);

test.for([
  { name: "the title", asked: "What do the tides of Hallgren bring?", id: "tides" },
  { name: "a Chinese title", asked: "苔藓手册讲了什么?", id: "moss" },
  { name: "no title", asked: "Who was it?", id: undefined },
  { name: "a title that many have", asked: "红茶多少钱?", id: undefined },
])("chooses among hundreds of articles by $name", ({ asked, id }) => {
  expect(chooseArticle(library, question(asked), undefined)?.id).toBe(id);
});

test("summarises one of hundreds", () => {
  const quotes = listedQuotes(answerQuestion(library, "苔藓手册主要讲什么?", { limit: 3 }));
  expect(new Set(quotes.map(({ article }) => article))).toEqual(new Set(["moss"]));
});

test.for([
  { name: "a sentence", given: "High water is at noon.", kind: "verbatim", article: "tides" },
  { name: "a heading", given: "采集与保存", kind: "verbatim", article: "moss" },
  { name: "a sentence with other marks", given: "采集苔藓，要用镊子", kind: "typographic", article: "moss" },
  { name: "nothing like it", given: "Zebras quarrel loudly beneath granite.", kind: "absent", article: undefined },
])("checks $name against hundreds of articles", ({ given, kind, article }) => {
  const found = verifyQuote(library, given);
  expect(found.kind).toBe(kind);
  const [place] = found.kind === "verbatim" ? found.places : "place" in found ? [found.place] : [];
  expect(place?.article.id).toBe(article);
});

test.for([
  { words: "moon currents", headings: ["§1"], places: 0 },
  { words: "采集", headings: ["§1"], places: 1 },
  { words: "镊子", headings: [], places: 1 },
  { words: "zebra", headings: [], places: 0 },
])("finds $words in sentences and headings of hundreds of articles", ({ words, headings, places }) => {
  const found = finishSteps(findWords(library, words));
  expect(found.headings).toEqual(headings);
  expect(found.isComplete ? found.places.length : 0).toBe(places);
  expect(found.isAll).toBe(true);
});
