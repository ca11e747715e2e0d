import { answerQuestion } from "../../src/answer/answer-question.ts";
import { createLibraryFor } from "../../src/answer/create-library.ts";
import { draftQuestions } from "../../src/answer/question-templates.ts";
import { lookAheadIn, findBehind } from "../../src/article/formats/look-ahead.ts";
import { readFrontMatter } from "../../src/article/formats/markdown-front-matter.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { isMentioned } from "../../src/discord/read-message.ts";

const article = `# 规则

2024年10月，谷歌宣布收购了三家公司。Dogs are allowed when they are on a lead.
`;

/** Makes the regular expressions that are made while the program works, and not when its modules are read. */
export function exercise(): void {
  const library = createLibraryFor([parseArticle({ name: "rules.md", bytes: Buffer.from(article) })]);
  answerQuestion(library, "谷歌收购了几家公司?", { limit: 1 });
  answerQuestion(library, "And without a lead?", { limit: 1, context: ["Where are dogs allowed when it rains?"] });
  draftQuestions("2024年10月，谷歌宣布收购了三家公司。", { script: "simplified" });
  readFrontMatter("---\ntitle: Rules\n---\n");
  findBehind(lookAheadIn("<!-- a -->"), "<!-- a -->", { wanted: "-->", from: 0 });
  isMentioned({ content: "<@1> who?", mentions: [{ id: "1" }] }, { botId: "1" });
}
