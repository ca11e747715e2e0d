import type { Library } from "../search/library.ts";
import { answerQuestion } from "./answer-question.ts";

/** Questions of every kind, with words that no text has: they need every rule and, each for its language, all dictionaries. */
const QUESTIONS: readonly string[] = [
  "这篇文章的作者是谁?",
  "What is this article about?",
  "Schulzenberg为什么上涨了百分之几?",
  "Who founded Schulzenberg, and when was that?",
  "第三部分讲了什么?",
  "What does section 3 say about costs?",
  "舒尔岑贝格和布劳恩有什么不同?",
  "How does Schulzenberg differ from Brauning?",
  "請問資料在哪裡?",
  "how mcuh does guge cost?",
];

/** Asked behind each of them: what follows on another question. */
const FOLLOW_UPS: readonly string[] = ["那2024年呢?", "And why is that?"];

/** So often in all: expressions are compiled for good when they are used again. */
const ROUNDS = 2;

/**
 * Answers some questions for nobody, a little at a time, so that nobody's first question waits for what is made at its first
 * use: dictionaries, lists of an index, compiled expressions. They take some 0.3 s.
 *
 * @param pause lets everything else run, where that is due.
 */
export async function askForNobody(library: Library, pause: () => Promise<void>): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const question of QUESTIONS) {
      // A mark more makes another question of it.
      const asked = question + "?".repeat(round);
      answerQuestion(library, asked, { limit: 1 });
      await pause();
      for (const next of FOLLOW_UPS) answerQuestion(library, next, { limit: 1, context: [asked] });
      await pause();
    }
  }
}
