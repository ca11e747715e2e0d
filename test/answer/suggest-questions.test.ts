import { expect, test } from "vitest";
import { answerQuestion } from "../../src/answer/answer-question.ts";
import { libraryOf } from "../support/library-of.ts";
import { suggestQuestions } from "../../src/answer/suggest-questions.ts";
import { readArticle } from "../../src/article/read-articles.ts";

test.for([
  { file: "data/articles/meta-gemini.txt", chinese: 8, english: 4 },
  { file: "test/articles/volunteer-handbook.md", chinese: 1, english: 8 },
  { file: "test/articles/night-market-notice.txt", chinese: 8, english: 0 },
])("$file: suggests questions that their own sentences answer", async ({ file, chinese, english }) => {
  const article = await readArticle(file, 1_000_000);
  const library = libraryOf([article]);
  const answer = (question: string, id: string) => answerQuestion(library, question, { article: id, limit: 1 });
  const suggested = suggestQuestions(library, { article: article.id, answer });

  expect(suggested.filter(({ language }) => language === "zh").length).toBeGreaterThanOrEqual(chinese);
  expect(suggested.filter(({ language }) => language === "en").length).toBeGreaterThanOrEqual(english);
  expect(new Set(suggested.map(({ question }) => question)).size).toBe(suggested.length);
  expect(suggestQuestions(library, { answer })).toEqual(suggested);
  for (const { question, reference } of suggested) {
    const found = answer(question, article.id);
    expect(found.kind === "quotes" && found.quotes[0]?.reference).toBe(reference);
    const leftOut = article.leftOut.map(({ span }) => article.text.slice(span.start, span.end).trim());
    expect(leftOut.filter((text) => text.length > 3 && question.includes(text))).toEqual([]);
  }
});

test("suggests nothing that is not answered by its own sentence", async () => {
  const article = await readArticle("data/articles/meta-gemini.txt", 1_000_000);
  const declined = { kind: "declined", reason: "nothing-found", missing: [], nearest: [], added: [] } as const;
  expect(suggestQuestions(libraryOf([article]), { answer: () => declined })).toEqual([]);
});

test("knows no article of another name", async () => {
  const article = await readArticle("data/articles/meta-gemini.txt", 1_000_000);
  const library = libraryOf([article]);
  const answer = (question: string) => answerQuestion(library, question, { limit: 1 });
  expect(() => suggestQuestions(library, { article: "tea", answer })).toThrow(
    new RangeError('there is no article "tea"'),
  );
});
