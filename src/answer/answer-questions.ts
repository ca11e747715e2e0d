import { remember } from "../languages/remember.ts";
import type { SentenceBlock } from "../search/sentence-block.ts";
import type { SentenceFacts } from "../search/sentence-facts.ts";
import type { TiedText } from "../search/sentence-ties.ts";
import { featureNames } from "./features.ts";
import type { Column } from "./ranking-context.ts";

/** From here on the answer to the one comes first for the other. */
const SIMILAR_QUESTION = 0.8;
/** From here on two questions are taken for the same: the answer to the one answers the other. */
const SAME_QUESTION = 0.95;
const SAME = featureNames.indexOf("sameQuestion");

/** Tells whether a sentence begins the answer to the very question that is asked. */
export function answersSameQuestion(
  { facts, at }: { readonly facts: SentenceFacts; readonly at: number },
  { columns }: { readonly columns: readonly Column[] },
): boolean {
  return facts.ties.opensAnswer && (columns[SAME]?.[at] ?? 0) >= SAME_QUESTION;
}

/**
 * Gives the score of each question in the article to the sentence that begins its answer, and puts the question itself
 * below all: a question never answers itself, and no more does a row of column names. The answer to the very question
 * that is asked comes first.
 *
 * @param scores by candidate.
 */
export function answerQuestions(block: SentenceBlock, columns: readonly Column[], scores: Float64Array): Float64Array {
  const { isAny, asks, opens, never, questions } = rolesIn(block);
  if (!isAny) return scores;
  const asked = new Float64Array(questions).fill(-Infinity);
  let [lowest, highest] = [0, 0];
  for (let at = 0; at < scores.length; at += 1) {
    const [score, question] = [scores[at] ?? 0, asks[at] ?? -1];
    if (question >= 0) asked[question] = Math.max(score, asked[question] ?? score);
    lowest = Math.min(lowest, score);
    highest = Math.max(highest, score);
  }
  const same = columns[SAME];
  const passed = scores.slice();
  for (let at = 0; at < scores.length; at += 1) {
    const [score, question] = [scores[at] ?? 0, opens[at] ?? -1];
    const sameness = question < 0 ? 0 : (same?.[at] ?? 0);
    if (never[at] === 1) passed[at] = lowest - 1;
    else if (sameness >= SIMILAR_QUESTION) passed[at] = highest + sameness;
    else if (question >= 0) passed[at] = Math.max(score, asked[question] ?? score);
  }
  return passed;
}

/** What sentences are to the questions in an article, the questions by number. */
interface Roles {
  /** There are questions or column names. */
  readonly isAny: boolean;
  readonly questions: number;
  /** By sentence, the question that it is and the one whose answer it begins; -1 where it does not. */
  readonly asks: Int32Array;
  readonly opens: Int32Array;
  /** 1 for what never answers. */
  readonly never: Uint8Array;
}

const rolesIn = remember(({ sentences }: SentenceBlock): Roles => {
  const ties = sentences.map(({ facts }) => facts.ties);
  const questions = [...new Set(ties.flatMap(({ asksAs, askedBy }) => [asksAs ?? [], askedBy ?? []].flat()))];
  const numbers = new Map(questions.map((question, number) => [question, number]));
  const numberOf = (question: TiedText | undefined): number => (question && numbers.get(question)) ?? -1;
  return {
    isAny: ties.some(({ asksAs, opensAnswer, isHeader }) => asksAs !== undefined || opensAnswer || isHeader),
    questions: questions.length,
    asks: Int32Array.from(ties, ({ asksAs }) => numberOf(asksAs)),
    opens: Int32Array.from(ties, ({ opensAnswer, askedBy }) => (opensAnswer ? numberOf(askedBy) : -1)),
    never: Uint8Array.from(ties, ({ asksAs, isHeader }) => (asksAs || isHeader ? 1 : 0)),
  };
});
