import { analyseQuestion, type Question } from "../../src/answer/question.ts";
import { english } from "../../src/languages/english.ts";
import { readWordList, readWords } from "../../src/languages/read-words.ts";
import { createAnalyse } from "../../src/text/terms.ts";

/** Cuts text into terms as the program does. */
export const analyse = createAnalyse({ words: readWords(), list: readWordList(), stem: english.stem });

/** Analyses a question as the program does. */
export function question(text: string): Question {
  return analyseQuestion(text, analyse);
}
