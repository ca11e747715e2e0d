import { createAdam } from "./adam.ts";
import { rounded } from "./train-network.ts";

/** What was measured for one question, and whether the best sentence may be quoted for an answer. */
export interface SupportExample {
  readonly row: Float64Array;
  readonly answerable: boolean;
  /** How much it counts. */
  readonly weight: number;
  /** It counts when the threshold is chosen. */
  readonly calibrates: boolean;
}

/** As `judge-support.ts` reads it. */
export interface TrainedSupport {
  readonly weights: readonly number[];
  readonly bias: number;
  /** From `answered` on a probability answers, below `declined` it declines; between them it is unsure. */
  readonly thresholds: { readonly answered: number; readonly declined: number };
}

const STEPS = 500;
const DECAY = 3e-4;

/**
 * Learns a logistic regression that tells answerable questions from others.
 *
 * @param declinedWrongly the share of answerable questions that the threshold may decline.
 */
export function trainSupport(examples: readonly SupportExample[], declinedWrongly: number): TrainedSupport {
  const inputs = examples[0]?.row.length ?? 0;
  const weights = new Float64Array(inputs + 1);
  const step = createAdam(weights);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  for (let done = 0; done < STEPS; done += 1) {
    const gradient = weights.map((weight) => DECAY * weight);
    for (const { row, answerable, weight } of examples) {
      const slope = ((1 / (1 + Math.exp(-score(weights, row))) - (answerable ? 1 : 0)) * weight) / total;
      for (let at = 0; at < inputs; at += 1) gradient[at] = (gradient[at] ?? 0) + slope * (row[at] ?? 0);
      gradient[inputs] = (gradient[inputs] ?? 0) + slope;
    }
    step(gradient, 0.1 * (1 - done / STEPS) + 0.003);
  }
  const scores = examples
    .filter(({ answerable, calibrates }) => answerable && calibrates)
    .map(({ row }) => score(weights, row));
  const threshold = scores.toSorted((a, b) => a - b)[Math.floor(scores.length * declinedWrongly)] ?? 0;
  return {
    weights: Array.from(weights.slice(0, inputs), rounded),
    bias: rounded(weights[inputs] ?? 0),
    thresholds: { answered: 0.75, declined: rounded(1 / (1 + Math.exp(-threshold))) },
  };
}

function score(weights: Float64Array, row: Float64Array): number {
  let sum = weights[row.length] ?? 0;
  for (let at = 0; at < row.length; at += 1) sum += (weights[at] ?? 0) * (row[at] ?? 0);
  return sum;
}
