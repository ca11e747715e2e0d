import { answerQuestion } from "../../src/answer/answer-question.ts";
import { libraryOf } from "./library-of.ts";
import type { TextFormat } from "../../src/article/formats/format.ts";
import { parseChecked } from "./parse.ts";

/** Asks one small article; gives the kind of the answer and its quotes' texts. */
export function askArticle(source: string, format?: TextFormat) {
  const library = libraryOf([parseChecked(source, format && { format })]);
  return (question: string) => {
    const answer = answerQuestion(library, question, { limit: 3 });
    const quotes = answer.kind === "declined" ? answer.nearest : answer.quotes;
    return {
      kind: answer.kind,
      texts: quotes.map(({ text }) => text),
      references: quotes.map(({ reference }) => reference),
      missing: answer.kind === "quotes" ? [] : answer.missing,
    };
  };
}
