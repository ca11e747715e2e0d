import type { TiedText } from "../search/sentence-ties.ts";
import type { SentenceFacts } from "../search/sentence-facts.ts";
import { featureNames } from "./features.ts";

interface Scored {
  readonly facts: SentenceFacts;
  readonly at: number;
  readonly score: number;
}

/** From here on the answer to the one comes first for the other. */
const SIMILAR_QUESTION = 0.8;
/** From here on two questions are taken for the same: the answer to the one answers the other. */
const SAME_QUESTION = 0.95;
const SAME = featureNames.indexOf("sameQuestion");

/** Tells whether a sentence begins the answer to the very question that is asked. */
export function answersSameQuestion({ facts, at }: Omit<Scored, "score">, rows: readonly Float64Array[]): boolean {
  return facts.ties.opensAnswer && (rows[at]?.[SAME] ?? 0) >= SAME_QUESTION;
}

/**
 * Gives the score of each question in the article to the sentence that begins its answer, and puts the question itself
 * below all: a question never answers itself, and no more does a row of column names. The answer to the very question
 * that is asked comes first.
 */
export function answerQuestions<Sentence extends Scored>(
  sentences: readonly Sentence[],
  rows: readonly Float64Array[],
): Sentence[] {
  const isTied = sentences.some(
    ({ facts: { ties } }) => ties.asksAs !== undefined || ties.opensAnswer || ties.isHeader,
  );
  if (!isTied) return [...sentences];
  const asked = new Map<TiedText, number>();
  let [lowest, highest] = [0, 0];
  for (const { facts, score } of sentences) {
    const { asksAs } = facts.ties;
    if (asksAs) asked.set(asksAs, Math.max(score, asked.get(asksAs) ?? score));
    lowest = Math.min(lowest, score);
    highest = Math.max(highest, score);
  }
  return sentences.map((sentence) => {
    const { asksAs, askedBy, opensAnswer, isHeader } = sentence.facts.ties;
    if (asksAs || isHeader) return { ...sentence, score: lowest - 1 };
    const passed = opensAnswer && askedBy ? (asked.get(askedBy) ?? sentence.score) : sentence.score;
    const same = opensAnswer ? (rows[sentence.at]?.[SAME] ?? 0) : 0;
    return { ...sentence, score: same >= SIMILAR_QUESTION ? highest + same : Math.max(sentence.score, passed) };
  });
}
