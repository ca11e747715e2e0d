import { expect, test } from "vitest";
import { misnameQuestion } from "../../src/evaluation/misname-question.ts";
import { analyse } from "../support/analyse.ts";

const first = { analyse, random: () => 0 };

test.for([
  { name: "another place", question: "北京有多少人?", article: "北京很大，上海也大。", other: "上海有多少人?" },
  {
    name: "another year",
    question: "2019年开了几家?",
    article: "2019年开了三家，2021年五家。",
    other: "2021年开了几家?",
  },
  {
    name: "another year in English",
    question: "What opened in 2019?",
    article: "In 2021 it closed.",
    other: "what opened in 2021?",
  },
])("asks about $name that the article has", ({ question, article, other }) => {
  expect(misnameQuestion(question, article, first)).toBe(other);
});

test.for([
  { name: "names nothing", question: "有多少人?", article: "北京很大，上海也大。" },
  { name: "names all that the article has", question: "北京和上海哪个大?", article: "北京很大，上海也大。" },
])("asks nothing where the question $name", ({ question, article }) => {
  expect(misnameQuestion(question, article, first)).toBeUndefined();
});
