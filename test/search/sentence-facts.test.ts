import { describe, expect, test } from "vitest";
import { markdown } from "../../src/article/formats/markdown.ts";
import { createMemoryBudget } from "../../src/search/memory-budget.ts";
import { passagesOf } from "../../src/search/passage.ts";
import { createDescribe, type PassageFacts, type SentenceFacts } from "../../src/search/sentence-facts.ts";
import { analyse } from "../support/analyse.ts";
import { parseChecked } from "../support/parse.ts";

function describePassages(source: string, format?: typeof markdown): PassageFacts[] {
  const article = parseChecked(source, { metadata: { id: "test", title: "測試 Test" }, ...(format && { format }) });
  return passagesOf(article).map(createDescribe(analyse, createMemoryBudget(50_000_000)));
}

/** What is known of a text's first sentence. */
function factsOf(source: string, format?: typeof markdown): SentenceFacts {
  const facts = describePassages(source, format)[0]?.sentences[0];
  if (!facts) throw new Error(`no sentence in ${source}`);
  return facts;
}

describe("tells what a sentence may answer", () => {
  test.for([
    { name: "因为下雨。", kinds: ["reason"] },
    { name: "透過網站報名。", kinds: ["manner"] },
    { name: "他認為很好。", kinds: ["opinion"] },
    { name: "茶指的是饮料。", kinds: ["definition"] },
    { name: "三月開始。", kinds: ["date", "number"] },
    { name: "1990年建成。", kinds: ["date", "year", "number"] },
    { name: "他写了《红楼梦》。", kinds: ["work"] },
    { name: "有三百人。", kinds: ["number"] },
    { name: "位于河边。", kinds: ["place"] },
    { name: "老板来了。", kinds: ["person"] },
    { name: "公司来了。", kinds: ["organisation"] },
    { name: "天很晴。", kinds: [] },
    { name: "It failed because it rained.", kinds: ["reason"] },
    { name: "Apply through our website.", kinds: ["manner"] },
    { name: "Owen thinks so too.", kinds: ["opinion", "reason"] },
    { name: "Monday came.", kinds: ["date"] },
    { name: "Twelve came.", kinds: ["number"] },
    { name: "Leaves fall.", kinds: [] },
  ])("$name", ({ name, kinds }) => {
    expect([...factsOf(name).kinds].toSorted()).toEqual(kinds.toSorted());
  });
});

describe("knows a sentence that asks", () => {
  test.for([
    { name: "谁来？", asks: true },
    { name: "有人问“谁来？”", asks: true },
    { name: "「誰來？」", asks: true },
    { name: "Who comes?", asks: true },
    { name: "谁来？他来。", asks: true },
    { name: "他来。", asks: false },
  ])("$name", ({ name, asks }) => {
    expect(factsOf(name).asks).toBe(asks);
  });
});

test("lists names, numbers and terms of a sentence, folded", () => {
  const { text, names, quantities, terms, words } = factsOf("李白在２０２４年去了臺北。");
  expect({ text, names, words }).toEqual({
    text: "李白在2024年去了台北。",
    names: [
      { text: "李白", kind: "person" },
      { text: "台北", kind: "place" },
    ],
    words: 7,
  });
  expect(quantities.map(({ kind }) => kind)).toEqual(["date"]);
  expect([...terms]).toEqual(expect.arrayContaining(["李白", "2024", "台北", "台", "北"]));
});

test("tells what stands above a passage", () => {
  const [facts] = describePassages("# 測試\n\n## 資料\n\n### Ｔｅａ\n\n茶。", markdown);
  expect({ ...facts, sentences: [] }).toEqual({
    title: "测试 test",
    subjects: [],
    headings: "资料\n\ntea",
    sentences: [],
  });
});

test("tells ideographs that are words of their own from those at the edges of words", () => {
  const { alone, edges } = factsOf("薪水是水。");
  expect([alone.includes("水"), edges.includes("水"), edges.includes("薪"), alone.includes("薪")]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

describe("reads only what a reader of Markdown sees", () => {
  test.for([
    {
      name: "of a link",
      source: "See [the tea](https://example.org/2024/coffee 'because') here.",
      text: "see the tea here.",
    },
    { name: "of marks in a word", source: "**谷**歌*公司*。", text: "谷歌公司。" },
    { name: "of a number", source: "Up **0.3**%.", text: "up 0.3%." },
    {
      name: "of a word that a line of a block quote breaks",
      source: "> Green appren-\n> tices.",
      text: "green apprentices.",
    },
    { name: "over the lines of a block quote", source: "> Green\n> tea.", text: "green\ntea." },
    { name: "of a table", source: "| a | b |\n| - | - |\n| c | d |", text: "a | b" },
    { name: "of code", source: "Run `npm test`.", text: "run npm test." },
  ])("$name", ({ source, text }) => {
    expect(factsOf(source, markdown).text).toBe(text);
  });

  test("in its terms, numbers and kinds as well", () => {
    const marked = factsOf("[**谷**歌](https://example.org/2019 'because')在2024年*盈利*。", markdown);
    expect(marked).toEqual(factsOf("谷歌在2024年盈利。"));
  });
});

test("describes a passage once", () => {
  const [passage] = passagesOf(parseChecked("Tea grows."));
  const describeOnce = createDescribe(analyse, createMemoryBudget(50_000_000));
  if (!passage) throw new Error("no passage");
  expect(describeOnce(passage)).toBe(describeOnce(passage));
});
