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
export function answerQuestions(
  { sentences }: SentenceBlock,
  columns: readonly Column[],
  scores: Float64Array,
): Float64Array {
  const isTied = sentences.some(
    ({ facts: { ties } }) => ties.asksAs !== undefined || ties.opensAnswer || ties.isHeader,
  );
  if (!isTied) return scores;
  const asked = new Map<TiedText, number>();
  let [lowest, highest] = [0, 0];
  for (const [at, { facts }] of sentences.entries()) {
    const { asksAs } = facts.ties;
    const score = scores[at] ?? 0;
    if (asksAs) asked.set(asksAs, Math.max(score, asked.get(asksAs) ?? score));
    lowest = Math.min(lowest, score);
    highest = Math.max(highest, score);
  }
  return Float64Array.from(sentences, ({ facts }, at) => {
    const { asksAs, askedBy, opensAnswer, isHeader } = facts.ties;
    const score = scores[at] ?? 0;
    if (asksAs || isHeader) return lowest - 1;
    const passed = opensAnswer && askedBy ? (asked.get(askedBy) ?? score) : score;
    const same = opensAnswer ? (columns[SAME]?.[at] ?? 0) : 0;
    return same >= SIMILAR_QUESTION ? highest + same : Math.max(score, passed);
  });
}
