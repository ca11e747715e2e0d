import { describe, expect, test } from "vitest";
import { rowAt } from "../../src/answer/columns.ts";
import { type FeatureName, featureNames, measure } from "../../src/answer/features.ts";
import type { Alternative } from "../../src/answer/ranking-context.ts";
import { createSentenceBlock } from "../../src/search/sentence-block.ts";
import { question } from "../support/analyse.ts";
import { candidatesOf, columnOf } from "../support/candidates.ts";

interface Row {
  readonly name: FeatureName;
  readonly asked: string;
  readonly text: string;
  /** One for each sentence. */
  readonly values: readonly number[];
  readonly alternatives?: readonly (readonly Alternative[])[];
  readonly title?: string;
  readonly subjects?: readonly string[];
  readonly headings?: string;
  readonly rarity?: (term: string, count: number) => number;
}

function checks(rows: readonly Row[]): void {
  test.for(rows)("$name: $asked", ({ name, asked, text, values, ...context }) => {
    expect(columnOf(name, asked, text, context)).toEqual(values);
  });
}

const bought: Alternative = { text: "买下", weight: 0.7 };

describe("how much of the question stands in a sentence", () => {
  checks([
    { name: "ownWords", asked: "谷歌收购公司", text: "谷歌收购了公司。谷歌盈利。天下雨。", values: [1, 0.33, 0] },
    { name: "ownWords", asked: "谷歌收购", text: "谷歌买下它。", alternatives: [[], [bought]], values: [0.5] },
    { name: "words", asked: "谷歌收购", text: "谷歌买下它。", alternatives: [[], [bought]], values: [0.85] },
    { name: "words", asked: "谷歌收购", text: "谷歌盈利。已收购。", title: "谷歌", values: [0, 1] },
    { name: "wordsWithTitle", asked: "谷歌收购", text: "谷歌盈利。已收购。", title: "谷歌", values: [0.5, 0.5] },
    {
      name: "words",
      asked: "谷歌收购",
      text: "谷歌盈利。",
      rarity: (term) => (term === "谷歌" ? 3 : 1),
      values: [0.75],
    },
    { name: "ownWords", asked: "水多少?", text: "这是水。薪水是钱。天下雨。", values: [1, 0.7, 0] },
    { name: "ownWords", asked: "葱多少?", text: "撒葱花。天下雨。", values: [1, 0] },
    { name: "ownPairs", asked: "收购", text: "买下它。收购它。", alternatives: [[bought]], values: [0, 1] },
    { name: "pairs", asked: "收购", text: "买下它。收购它。", alternatives: [[bought]], values: [0.7, 1] },
    { name: "pairs", asked: "谷歌收购", text: "谷歌盈利。已收购。", title: "谷歌", values: [0, 0.5] },
    { name: "pairsWithTitle", asked: "谷歌", text: "谷歌盈利。天下雨。", title: "谷歌", values: [1, 0] },
    { name: "characters", asked: "收购", text: "收到了。购物去。天下雨。", values: [0.5, 0.5, 0] },
    { name: "charactersWithTitle", asked: "收购", text: "收到了。", title: "收购", values: [0.5] },
    { name: "wordsBest", asked: "谷歌收购公司", text: "谷歌收购了它。谷歌盈利。天下雨。", values: [1, 0.5, 0] },
    { name: "pairsBest", asked: "收购", text: "天下雨。收购它。", values: [0, 1] },
    { name: "charactersBest", asked: "收购", text: "收到了。天下雨。", values: [1, 0] },
    { name: "weightPerLength", asked: "tea", text: "Tea. Coffee grows here.", values: [0.07, 0] },
    { name: "weightBest", asked: "tea", text: "Tea. Coffee grows here.", values: [1, 0] },
    { name: "longestCommon", asked: "苹果和梨", text: "吃苹果。吃苹果和梨。", values: [0.17, 0.33] },
    { name: "commonBest", asked: "苹果和梨", text: "吃苹果。吃苹果和梨。", values: [0.5, 1] },
    { name: "numbers", asked: "2024 tea", text: "Tea in 2024. Tea in 2023. Tea.", values: [1, 0, 0] },
    { name: "missingNumber", asked: "2024 tea", text: "Tea in 2024. Tea in 2023. Tea.", values: [0, 1, 0] },
    { name: "latin", asked: "谷歌的Gemini", text: "谷歌有Gemini。谷歌。", values: [1, 0] },
    { name: "newContent", asked: "tea", text: "Tea. Green tea grows here.", values: [0, 0.35] },
    { name: "order", asked: "green tea grows", text: "Green tea grows. Tea grows green. Tea.", values: [1, 0.5, 0] },
    { name: "window", asked: "green tea", text: "Green tea. Green and also tea. Tea.", values: [0.89, 0.44, 0] },
  ]);
});

describe("how much stands around it", () => {
  checks([
    { name: "passage", asked: "茶", text: "茶。天。", values: [1, 1] },
    { name: "passageBest", asked: "茶", text: "茶。天。", values: [1, 1] },
    { name: "previous", asked: "收购", text: "收购它。天下雨。天很晴。", values: [0, 1, 0] },
    { name: "previousBest", asked: "收购", text: "收购它。天下雨。天很晴。", values: [0, 1, 0] },
    { name: "next", asked: "收购", text: "天下雨。天很晴。收购它。", values: [0, 1, 0] },
    { name: "nextBest", asked: "收购", text: "天下雨。天很晴。收购它。", values: [0, 1, 0] },
    { name: "context", asked: "谷歌收购", text: "谷歌很大。天下雨。收购了。", values: [0, 0.5, 0.5] },
    { name: "context", asked: "谷歌收购", text: "收购了。", headings: "谷歌", values: [0.5] },
    { name: "headings", asked: "谷歌收购", text: "天下雨。", headings: "谷歌", values: [0.5] },
  ]);
});

describe("what a sentence is", () => {
  checks([
    { name: "asks", asked: "茶", text: "茶呢？茶。“茶呢？”", values: [1, 0, 1] },
    { name: "lead", asked: "茶", text: "他说：", values: [1] },
    { name: "length", asked: "茶", text: "天下雨。", values: [0.32] },
    { name: "short", asked: "茶", text: "天下雨。天下雨而且刮风又打雷还下冰雹。", values: [1, 0] },
    { name: "first", asked: "茶", text: "天下雨。天很晴。", values: [1, 0] },
  ]);
});

describe("what is asked for", () => {
  checks([
    { name: "who", asked: "谁来了?", text: "王校长来了。天下雨。", values: [1, 0] },
    { name: "when", asked: "何时来?", text: "三月来。天下雨。", values: [1, 0] },
    { name: "where", asked: "去哪里?", text: "去车站。天下雨。", values: [1, 0] },
    { name: "how-many", asked: "How many?", text: "Three came. They came.", values: [1, 0] },
    { name: "why", asked: "为什么?", text: "因为下雨。天很晴。", values: [1, 0] },
    { name: "how", asked: "怎么去?", text: "通过地铁。天下雨。", values: [1, 0] },
    { name: "opinion", asked: "他怎么看?", text: "他认为好。天下雨。", values: [1, 0] },
    { name: "definition", asked: "茶是什么?", text: "茶是一种饮料。天下雨。", values: [1, 0] },
    { name: "when", asked: "谁来了?", text: "三月来。", values: [0] },
    { name: "fits", asked: "谁来了?", text: "王校长来了。天下雨。", values: [1, 0] },
    { name: "fits", asked: "茶", text: "王校长来了。", values: [0] },
    { name: "askedNoun", asked: "哪所大学最好?", text: "大学好。天下雨。", values: [1, 0] },
    { name: "unit", asked: "有几头牛?", text: "有三头牛。有牛。", values: [1, 0] },
    { name: "newNumber", asked: "3天走多少公里?", text: "走50公里。3天。", values: [1, 0] },
    { name: "newNumber", asked: "3天怎么走?", text: "走50公里。", values: [0] },
    { name: "beforeAsking", asked: "他姓什么?", text: "他姓王。姓王。天。", values: [0.33, 0.17, 0] },
    { name: "afterAsking", asked: "谁买了茶?", text: "我买了茶。我买了。天。", values: [0.5, 0.33, 0] },
    { name: "nearAsking", asked: "谷歌收购了谁?", text: "已收购。谷歌盈利。", values: [0.6, 0.4] },
    { name: "nearAskingBest", asked: "收购了谁?", text: "已收购。天下雨。", values: [1, 0] },
    { name: "nextWord", asked: "谁收购谷歌?", text: "已收购。谷歌盈利。", values: [1, 0] },
    { name: "nextWord", asked: "收购谷歌", text: "已收购。", values: [0] },
  ]);
});

describe("names, years and titles that the question does not have", () => {
  checks([
    { name: "newPerson", asked: "李白是谁的朋友?", text: "李白来了。杜甫来了。", values: [0, 1] },
    { name: "newPeople", asked: "谁来了?", text: "杜甫和李白来了。天下雨。", values: [0.67, 0] },
    { name: "newPlace", asked: "他去了哪里?", text: "他去了北京。他走了。", values: [1, 0] },
    { name: "newPlaces", asked: "他去了哪里?", text: "他去了北京和上海。他走了。", values: [0.67, 0] },
    { name: "newOrganisation", asked: "谁招生?", text: "北京大学招生。天下雨。", values: [1, 0] },
    { name: "newNames", asked: "什么好?", text: "北京好。天下雨。", values: [0.25, 0] },
    { name: "newPerson", asked: "他去了哪里?", text: "杜甫来了。", values: [0] },
    { name: "year", asked: "何时建成?", text: "1990年建成。三月建成。", values: [1, 0] },
    { name: "work", asked: "他写了哪本书?", text: "他写了《边城》。他写了书。", values: [1, 0] },
    { name: "title", asked: "他写了什么诗?", text: "他写了《边城》。他写了书。", values: [1, 0] },
  ]);
});

describe("what the title names", () => {
  const subjects = ["谷歌", "meta"];
  checks([
    { name: "titleNames", asked: "谷歌赚多少?", text: "谷歌盈利。Meta亏损。", title: "谷歌与meta", values: [1, 0.7] },
    { name: "titleNames", asked: "谁盈利?", text: "谷歌盈利。", title: "谷歌与meta", values: [0] },
    { name: "otherTitleName", asked: "谷歌赚多少?", text: "Meta盈利。天好。谷歌亏损。", subjects, values: [1, 0, 0] },
    { name: "otherTitleName", asked: "谁盈利?", text: "Meta盈利。", subjects, values: [0] },
    { name: "otherTitleName", asked: "谷歌和Meta?", text: "Meta盈利。", subjects, values: [0] },
  ]);
});

describe("amounts, numbers and dates", () => {
  checks([
    { name: "askedUnit", asked: "租金是多少钱?", text: "租金是500元。租5天。", values: [1, 0] },
    { name: "askedUnit", asked: "500元之外还要多少钱?", text: "要500元。还要30元。", values: [0, 1] },
    { name: "askedUnitMissing", asked: "租金是多少钱?", text: "租金是500元。租5天。", values: [0, 1] },
    { name: "askedUnitMissing", asked: "谁租?", text: "租5天。", values: [0] },
    { name: "sameQuantity", asked: "2024年第三季度", text: "2024年三季度好。2024年二季度差。天。", values: [1, 0, 0] },
    {
      name: "otherCode",
      asked: "What does error 4099 mean?",
      text: "Error 4100 is a timeout. Errors 4099 and 4100 end it. Wait 20 seconds. Error 12.",
      values: [1, 0, 0, 0],
    },
    { name: "otherCode", asked: "X200多重?", text: "X300重2公斤。X200重3公斤。B300很轻。", values: [1, 0, 0] },
    { name: "otherQuantity", asked: "2024年第三季度", text: "2024年三季度好。2024年二季度差。天。", values: [0, 1, 0] },
  ]);
});

test("has a row for each candidate and a value for each column", () => {
  const context = { alternatives: [], title: "", rarity: () => 1 };
  const candidates = candidatesOf("谷歌收购了公司。天下雨。");
  const measured = measure(candidates, { question: question("谁收购了公司?"), ...context });
  const rows = [0, 1].map((at) => rowAt(measured, at));
  expect(rows.map((row) => row.length)).toEqual([featureNames.length, featureNames.length]);
  expect(rows.flatMap((row) => [...row]).every(Number.isFinite)).toBe(true);
  expect(measured.words.map(({ part, found }) => [part.text, ...found])).toEqual([
    ["收购", 1, 0],
    ["公司", 1, 0],
  ]);
  const none = { block: createSentenceBlock([]), shares: new Float64Array(0) };
  const nothing = measure(none, { question: question("谁?"), ...context });
  expect(nothing.columns.every((column) => column === undefined || column.length === 0)).toBe(true);
});

test("names every column once", () => {
  expect(new Set(featureNames).size).toBe(featureNames.length);
});

describe("what belongs to a sentence", () => {
  const faq = "标题\n\n收购谁？谷歌。天下雨。";
  checks([
    { name: "askedWords", asked: "收购公司", text: faq, values: [0, 0.5, 0] },
    { name: "askedBest", asked: "收购公司", text: faq, values: [0, 1, 0] },
    { name: "tiedWords", asked: "收购公司", text: faq, values: [0.5, 0.45, 0] },
    { name: "tiedBest", asked: "收购公司", text: faq, values: [1, 0.9, 0] },
    { name: "sameQuestion", asked: "收购谁", text: faq, values: [0, 1, 0] },
    { name: "sameQuestion", asked: "谁会收购", text: faq, values: [0, 1, 0] },
    { name: "sameQuestion", asked: "何时收购", text: faq, values: [0, 0, 0] },
    { name: "opensAnswer", asked: "收购", text: faq, values: [0, 1, 0] },
    { name: "answeredBelow", asked: "收购", text: "标题\n\n问：收购谁？答：谷歌。", values: [1, 0] },
    { name: "answeredBelow", asked: "收购", text: faq, values: [0, 0, 0] },
    { name: "refersBack", asked: "收购", text: "公司来了。它收购。", values: [0, 1] },
    { name: "subjectWords", asked: "公司收购", text: "公司来了。它收购。它盈利。", values: [0, 0.5, 0.5] },
  ]);
});
