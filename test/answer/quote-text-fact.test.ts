import { describe, expect, test } from "vitest";
import { markdown } from "../../src/article/formats/markdown.ts";
import { askArticle } from "../support/ask.ts";

const charter = askArticle(
  `---
title: 清泉茶社章程
author: 林小舟
date: 2030-06-01
authors_note:
  - none
---

# 清泉茶社章程

文/周大河

茶社早上八点开门。《红楼梦》由曹雪芹所写，放在书架上。
`,
  markdown,
);
const news = askArticle(`Harbour cranes return to work

By Jane Roe | 3 May 2030

The three cranes of the old harbour lifted containers again on Monday after a pause of two months.

Why they stopped

Tom Smith, who wrote the safety report, asked for a halt in March. The results will be published in September.

Source: Harbour Gazette
`);
const feature = askArticle(`老街的早點鋪

來源：江城晚報　作者：王小雨　2030年5月3日

老街的早點鋪天不亮就開門，炸油條的師傅姓陳，已經幹了三十年。

每天第一鍋豆漿五點半出鍋，賣完為止。
`);
const post = askArticle(
  `---
authors:
  - Ann Lee
  - Bo Chen
lastUpdated: 2031-02-03
---

# Release notes

The parser is faster. By Friday the server will be replaced.
`,
  markdown,
);
const mail = askArticle(
  "From: Ann Lee <ann@example.org>\nTo: Bo\nSubject: Broken pots\nDate: Mon, 3 Jun 2030\n\nThe pots came in broken boxes. Three of them leak.\n",
);
const notice = askArticle(
  "关于停水的通知\n\n各位会员：\n\n因水管检修，六月三日上午停止供应热水。\n\n清泉茶社\n2030年6月1日\n",
);
const bare = askArticle("# Tea\n\nTea is hot. It was written about by many.\n", markdown);

describe("quotes what a text tells of itself", () => {
  test.for([
    { ask: charter, question: "这篇是谁写的？", quotes: ["文/周大河 §1 ¶1:1", "author: 林小舟 §0 ¶0:3"] },
    { ask: charter, question: "作者是誰？", quotes: ["文/周大河 §1 ¶1:1", "author: 林小舟 §0 ¶0:3"] },
    { ask: charter, question: "Who wrote this?", quotes: ["文/周大河 §1 ¶1:1", "author: 林小舟 §0 ¶0:3"] },
    { ask: charter, question: "这是哪一天发布的？", quotes: ["date: 2030-06-01 §0 ¶0:4"] },
    { ask: charter, question: "这份章程叫什么", quotes: ["清泉茶社章程 §0 ¶0"] },
    { ask: news, question: "who is the author of this article?", quotes: ["By Jane Roe | 3 May 2030 §0 ¶1:1"] },
    { ask: news, question: "when was it published?", quotes: ["By Jane Roe | 3 May 2030 §0 ¶1:1"] },
    { ask: news, question: "Where is it from?", quotes: ["Source: Harbour Gazette §0 ¶0:11"] },
    { ask: news, question: "What is the article called?", quotes: ["Harbour cranes return to work §0 ¶0"] },
    { ask: feature, question: "这篇报道是谁写的", quotes: ["來源：江城晚報　作者：王小雨　2030年5月3日 §1 ¶1:1"] },
    { ask: feature, question: "來源", quotes: ["來源：江城晚報　作者：王小雨　2030年5月3日 §1 ¶1:1"] },
    { ask: feature, question: "發佈日期", quotes: ["來源：江城晚報　作者：王小雨　2030年5月3日 §1 ¶1:1"] },
    { ask: mail, question: "Who wrote this?", quotes: ["From: Ann Lee <ann@example.org> §0 ¶0:1"] },
    { ask: mail, question: "when was it published?", quotes: ["Date: Mon, 3 Jun 2030 §0 ¶0:4"] },
    { ask: notice, question: "这篇通知是谁写的", quotes: ["清泉茶社 §0 ¶0:7"] },
    { ask: notice, question: "发布日期", quotes: ["2030年6月1日 §0 ¶0:8"] },
    { ask: post, question: "Who wrote this?", quotes: ["authors:\n  - Ann Lee\n  - Bo Chen §0 ¶0:2–4"] },
    { ask: post, question: "when was this page last updated?", quotes: ["lastUpdated: 2031-02-03 §0 ¶0:5"] },
  ])("$question", ({ ask, question, quotes }) => {
    const { kind, texts, references } = ask(question);
    expect(kind).toBe("quotes");
    expect(texts.map((text, index) => `${text} ${references[index]}`)).toEqual(quotes);
  });
});

describe("leaves questions about what it tells to the ranker", () => {
  test.for([
    { ask: charter, question: "谁写了《红楼梦》？", first: "《红楼梦》由曹雪芹所写，放在书架上。" },
    { ask: news, question: "Who wrote the safety report?", first: "Tom Smith, who wrote the safety report" },
    { ask: news, question: "When will the results be published?", first: "The results will be published" },
  ])("$question", ({ ask, question, first }) => {
    expect(ask(question).texts[0]).toContain(first);
  });

  test.for(["Who wrote this?", "when was it published?", "来源"])("and where it does not say: %s", (question) => {
    expect(bare(question).references.filter((reference) => reference.includes("¶0"))).toEqual([]);
  });
});
