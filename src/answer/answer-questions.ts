import type { TiedText } from "../search/sentence-ties.ts";
import type { SentenceFacts } from "../search/sentence-facts.ts";
import { featureNames } from "./features.ts";

interface Scored {
  readonly facts: SentenceFacts;
  readonly at: number;
  readonly score: number;
}

/** From here on two questions are taken for the same. */
export const SAME_QUESTION = 0.8;
const SAME = featureNames.indexOf("sameQuestion");

/**
 * Gives the score of each question in the article to the sentence that begins its answer, and puts the question itself
 * below all: a question never answers itself. The answer to the very question that is asked comes first.
 */
export function answerQuestions<Sentence extends Scored>(
  sentences: readonly Sentence[],
  rows: readonly Float64Array[],
): Sentence[] {
  const isPaired = sentences.some(({ facts: { ties } }) => ties.asksAs ?? ties.opensAnswer);
  if (!isPaired) return [...sentences];
  const asked = new Map<TiedText, number>();
  let [lowest, highest] = [0, 0];
  for (const { facts, score } of sentences) {
    const { asksAs } = facts.ties;
    if (asksAs) asked.set(asksAs, Math.max(score, asked.get(asksAs) ?? score));
    lowest = Math.min(lowest, score);
    highest = Math.max(highest, score);
  }
  return sentences.map((sentence) => {
    const { asksAs, askedBy, opensAnswer } = sentence.facts.ties;
    if (asksAs) return { ...sentence, score: lowest - 1 };
    const passed = opensAnswer && askedBy ? (asked.get(askedBy) ?? sentence.score) : sentence.score;
    const same = opensAnswer ? (rows[sentence.at]?.[SAME] ?? 0) : 0;
    return { ...sentence, score: same >= SAME_QUESTION ? highest + same : Math.max(sentence.score, passed) };
  });
}
