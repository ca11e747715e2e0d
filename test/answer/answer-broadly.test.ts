import { describe, expect, test } from "vitest";
import { answerBroadly } from "../../src/answer/answer-broadly.ts";
import { libraryOf } from "../support/library-of.ts";
import { analyseQuestion } from "../../src/answer/question.ts";
import { summarise } from "../../src/answer/summarise.ts";
import { readArticle } from "../../src/article/read-articles.ts";

const [meta, handbook, notice] = await Promise.all(
  ["data/articles/meta-gemini.txt", "test/articles/volunteer-handbook.md", "test/articles/night-market-notice.txt"].map(
    async (file) => readArticle(file, 1_000_000),
  ),
);
if (!meta || !handbook || !notice) throw new Error("an article is missing");
const library = libraryOf([meta, handbook, notice]);
const ask = (question: string, article?: string) =>
  answerBroadly(library, analyseQuestion(question, library.analyse), { article, best: () => [] });

describe("summarises the article", () => {
  test.for([
    ...["总结一下这篇文章", "文章讲了什么?", "這篇文章主要在講什麼?", "本文的重点是什么", "主要观点有哪些"].map(
      (question) => ({
        question,
        article: meta.id,
      }),
    ),
    ...["summarize the article", "What is this article about?", "tl;dr", "give me an overview"].map((question) => ({
      question,
      article: meta.id,
    })),
    { question: "这篇关于Meta和Gemini的文章讲了什么", article: meta.id },
    { question: "總結公告", article: notice.id },
    { question: "What are the main points of the handbook?", article: handbook.id },
  ])("$question", ({ question, article }) => {
    expect(ask(question, article)).toEqual({ quotes: summarise(library, article) });
  });
});

describe("summarises a section", () => {
  test.for([
    { question: "第三部分讲什么", article: meta.id, section: "§3 " },
    { question: "第三部分講什麼?", article: meta.id, section: "§3 " },
    { question: "第2节", article: meta.id, section: "§2 " },
    { question: "最后一部分说了什么?", article: meta.id, section: "§8 " },
    { question: "倒数第二部分讲了什么", article: meta.id, section: "§7 " },
    { question: "what is section 3 about?", article: meta.id, section: "§3 " },
    { question: "What does the last section say?", article: meta.id, section: "§8 " },
    { question: "破局之路那部分讲了什么?", article: meta.id, section: "§7 " },
    { question: "section three", article: handbook.id, section: "§3." },
    { question: "What is section 4 about?", article: handbook.id, section: "§4." },
    { question: "what does the section on lending rules say?", article: handbook.id, section: "§4." },
    { question: "last chapter", article: handbook.id, section: "§8 " },
    { question: "營業時間那一節講什麼?", article: notice.id, section: "§4 " },
    { question: "第十節", article: notice.id, section: "§10 " },
    { question: "營業時間", article: notice.id, section: "§4 " },
    { question: "营业时间？", section: "§4 " },
  ])("$question", ({ question, article, section }) => {
    const { quotes } = ask(question, article) ?? { quotes: [] };
    expect(quotes.length).toBeGreaterThan(0);
    for (const { reference } of quotes) expect(`${reference} `).toContain(section);
  });
});

describe("leaves other questions to the ranker", () => {
  test.for([
    { question: "第九部分讲什么", article: meta.id },
    { question: "第三部分提到的点击率是多少?", article: meta.id },
    { question: "张老板说了什么?", article: meta.id },
    { question: "Meta说了什么?", article: meta.id },
    { question: "总结Meta的困境", article: meta.id },
    { question: "为什么Meta要和谷歌合作", article: meta.id },
    { question: "文章的作者是谁", article: meta.id },
    { question: "what are the opening hours?", article: handbook.id },
    { question: "What does the handbook say about dogs?", article: handbook.id },
    { question: "", article: meta.id },
    { question: "总结一下" },
  ])("“$question”", ({ question, article }) => {
    expect(ask(question, article)).toBeUndefined();
  });
});

describe("compares", () => {
  const [one, two, three] = summarise(library, meta.id);
  if (!one || !two || !three) throw new Error("the summary is too short");
  const compare = (found: Record<string, readonly (typeof one)[]>) =>
    answerBroadly(library, analyseQuestion("META和谷歌的成本有什么不同?", library.analyse), {
      best: ({ words, aspect }) => found[`${words} ${aspect}`] ?? [],
    });
  const [ofMeta, ofGoogle, ofBoth] = [{ side: "META" }, { side: "谷歌" }, { side: "META · 谷歌" }];

  test("quotes the best sentence for each side, and says which side it speaks of", () => {
    expect(compare({ "meta 成本": [one, two], "谷歌 成本": [three] })).toEqual({
      quotes: [
        { ...one, ...ofMeta },
        { ...three, ...ofGoogle },
      ],
    });
  });

  test("puts first a sentence that is the best for both", () => {
    expect(compare({ "meta 成本": [one, two], "谷歌 成本": [one, three] })).toEqual({
      quotes: [
        { ...one, ...ofBoth },
        { ...two, ...ofMeta },
        { ...three, ...ofGoogle },
      ],
    });
    expect(compare({ "meta 成本": [one, two], "谷歌 成本": [one, two] })).toEqual({
      quotes: [
        { ...one, ...ofBoth },
        { ...two, ...ofBoth },
      ],
    });
  });

  test("tells which side nothing speaks of", () => {
    const answer = { quotes: [{ ...one, ...ofMeta }], missing: ["谷歌"] };
    expect(compare({ "meta 成本": [one] })).toEqual(answer);
  });

  test("gives nothing where nothing speaks of either", () => {
    expect(compare({})).toBeUndefined();
  });
});
