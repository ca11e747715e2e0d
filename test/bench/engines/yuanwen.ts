import { listedQuotes } from "../../../src/answer/answer.ts";
import { answerQuestion } from "../../../src/answer/answer-question.ts";
import { createLibraryFor } from "../../../src/answer/create-library.ts";
import type { Engine } from "../engine.ts";

/** A declined question's nearest passages count too: none of the others ever declines. */
export const engine: Engine = {
  name: "Yuanwen",
  settings: "as it comes",
  index({ articles }) {
    const library = createLibraryFor(articles());
    return ({ question, context, article }, limit) => {
      const answer = answerQuestion(library, question, { article, context, limit, fill: true });
      return listedQuotes(answer);
    };
  },
};
