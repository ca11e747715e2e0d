import { createAdam } from "./adam.ts";
import { rounded } from "./rounded.ts";

/** What was measured for one question, and what came of it. */
export interface SupportExample {
  readonly row: Float64Array;
  /** The article answers the question. */
  readonly answerable: boolean;
  /** And the best sentence is a right answer. */
  readonly right: boolean;
  /** How much it counts. */
  readonly weight: number;
  /** The thresholds hold in each of its groups: a set of questions, a direction of languages. */
  readonly groups: readonly string[];
}

/** As `judge-support.ts` reads it. */
export interface TrainedSupport {
  readonly weights: readonly number[];
  readonly bias: number;
  readonly thresholds: Thresholds;
}

/** From `answered` on a probability answers, below `declined` it declines; between them it is unsure. */
export interface Thresholds {
  readonly answered: number;
  readonly declined: number;
}

/** What may go wrong in each group, as shares. */
export interface SupportBounds {
  /** Of the unanswerable questions, those that are flatly answered. */
  readonly answeredWrongly: number;
  /** Of the answerable questions, those that are flatly declined. */
  readonly declinedWrongly: number;
}

const STEPS = 500;
const DECAY = 3e-4;
/** A smaller group sets no threshold: a few questions would. */
const LEAST_OF_A_GROUP = 40;

/** Learns, by logistic regression, how likely the best sentence is a right answer, and the thresholds that keep to some bounds. */
export function trainSupport(examples: readonly SupportExample[], bounds: SupportBounds): TrainedSupport {
  const inputs = examples[0]?.row.length ?? 0;
  const weights = new Float64Array(inputs + 1);
  const step = createAdam(weights);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  for (let done = 0; done < STEPS; done += 1) {
    const gradient = weights.map((weight) => DECAY * weight);
    for (const { row, right, weight } of examples) {
      const slope = ((probabilityOf(weights, row) - (right ? 1 : 0)) * weight) / total;
      for (let at = 0; at < inputs; at += 1) gradient[at] = (gradient[at] ?? 0) + slope * (row[at] ?? 0);
      gradient[inputs] = (gradient[inputs] ?? 0) + slope;
    }
    step(gradient, 0.1 * (1 - done / STEPS) + 0.003);
  }
  return {
    weights: Array.from(weights.slice(0, inputs), rounded),
    bias: rounded(weights[inputs] ?? 0),
    thresholds: chooseThresholds(examples, (row) => probabilityOf(weights, row), bounds),
  };
}

function probabilityOf(weights: Float64Array, row: Float64Array): number {
  let sum = weights[row.length] ?? 0;
  for (let at = 0; at < row.length; at += 1) sum += (weights[at] ?? 0) * (row[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The thresholds that keep to the bounds in every group that is large enough. */
export function chooseThresholds(
  examples: readonly SupportExample[],
  probability: (row: Float64Array) => number,
  { answeredWrongly, declinedWrongly }: SupportBounds,
): Thresholds {
  const groups = [...new Set(examples.flatMap((one) => one.groups))];
  const quantiles = (answerable: boolean, share: number): number[] =>
    groups
      .map((group) => examples.filter((one) => one.answerable === answerable && one.groups.includes(group)))
      .filter((members) => members.length >= LEAST_OF_A_GROUP)
      .map((members) =>
        quantile(
          Float64Array.from(members, ({ row }) => probability(row)),
          share,
        ),
      );
  const answered = Math.max(0.5, ...quantiles(false, 1 - answeredWrongly));
  const declined = Math.min(answered, 0.5, ...quantiles(true, declinedWrongly));
  return { answered: rounded(answered), declined: rounded(declined) };
}

/** The least of some numbers that at least a share of them does not exceed. */
function quantile(numbers: Float64Array, share: number): number {
  const sorted = numbers.toSorted();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
