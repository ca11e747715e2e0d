import { createAdam } from "./adam.ts";
import { seededRandom, shuffle } from "./seeded-random.ts";

/** One question's candidates. */
export interface RankingExample {
  readonly rows: readonly Float64Array[];
  /** For each row, whether it is a right answer. */
  readonly right: readonly boolean[];
  /** How much it counts. */
  readonly weight: number;
}

export interface NetworkOptions {
  readonly hidden: number;
  readonly epochs: number;
  readonly rate: number;
  /** What large weights cost. */
  readonly decay: number;
  readonly seed: number;
}

/** As `score-row.ts` reads it. */
export interface TrainedNetwork {
  readonly direct: readonly number[];
  readonly hidden: readonly (readonly number[])[];
  readonly bias: readonly number[];
  readonly output: readonly number[];
}

const BATCH = 16;

/**
 * Learns to put a right row first: the softmax over a question's rows should fall on the right ones (ListNet, Cao et
 * al. 2007, with several right rows sharing). The same examples and options give the same weights to the digit.
 */
export function trainNetwork(examples: readonly RankingExample[], options: NetworkOptions): TrainedNetwork {
  const useful = examples.filter(({ right }) => right.includes(true) && right.includes(false));
  const inputs = useful[0]?.rows[0]?.length ?? 0;
  const shape = { inputs, hidden: options.hidden };
  const random = seededRandom(options.seed);
  const weights = firstWeights(shape, random);
  const step = createAdam(weights);
  const steps = Math.ceil(useful.length / BATCH) * options.epochs;
  let done = 0;
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    const shuffled = shuffle(useful, random);
    for (let from = 0; from < shuffled.length; from += BATCH) {
      const gradient = weights.map((weight) => options.decay * weight);
      for (const example of shuffled.slice(from, from + BATCH)) addGradient(gradient, weights, { shape, example });
      done += 1;
      step(gradient, options.rate * (1 - done / steps) + 1e-5);
    }
  }
  return readWeights(weights, shape);
}

interface Shape {
  readonly inputs: number;
  readonly hidden: number;
}

/** The hidden rows, their biases, the output weights, and the direct weights stand one behind the other. */
function firstWeights({ inputs, hidden }: Shape, random: () => number): Float64Array {
  const weights = new Float64Array(inputs * hidden + 2 * hidden + inputs);
  for (let at = 0; at < inputs * hidden; at += 1) weights[at] = (random() * 2 - 1) * Math.sqrt(3 / inputs);
  for (let unit = 0; unit < hidden; unit += 1) weights[inputs * hidden + hidden + unit] = (random() * 2 - 1) * 0.3;
  return weights;
}

function addGradient(
  gradient: Float64Array,
  weights: Float64Array,
  { shape: { inputs, hidden }, example }: { readonly shape: Shape; readonly example: RankingExample },
): void {
  const [biasAt, outputAt, directAt] = [inputs * hidden, inputs * hidden + hidden, inputs * hidden + 2 * hidden];
  const units = example.rows.map((row) =>
    Float64Array.from({ length: hidden }, (_, unit) => {
      let sum = weights[biasAt + unit] ?? 0;
      for (let at = 0; at < inputs; at += 1) sum += (weights[unit * inputs + at] ?? 0) * (row[at] ?? 0);
      return Math.tanh(sum);
    }),
  );
  const scores = example.rows.map((row, index) => {
    let score = 0;
    for (let at = 0; at < inputs; at += 1) score += (weights[directAt + at] ?? 0) * (row[at] ?? 0);
    for (let unit = 0; unit < hidden; unit += 1) score += (weights[outputAt + unit] ?? 0) * (units[index]?.[unit] ?? 0);
    return score;
  });
  for (const [index, slope] of scoreSlopes(scores, example).entries()) {
    if (Math.abs(slope) < 1e-7) continue;
    const row = example.rows[index] ?? new Float64Array(inputs);
    add(gradient.subarray(directAt), row, slope);
    for (let unit = 0; unit < hidden; unit += 1) {
      const value = units[index]?.[unit] ?? 0;
      const inner = slope * (weights[outputAt + unit] ?? 0) * (1 - value * value);
      gradient[outputAt + unit] = (gradient[outputAt + unit] ?? 0) + slope * value;
      gradient[biasAt + unit] = (gradient[biasAt + unit] ?? 0) + inner;
      add(gradient.subarray(unit * inputs), row, inner);
    }
  }
}

/** The softmax's share of each row less the share it should have. */
function scoreSlopes(scores: readonly number[], { right, weight }: RankingExample): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const good = powers.reduce((sum, power, index) => sum + (right[index] ? power : 0), 0) || 1e-300;
  return powers.map((power, index) => (weight / BATCH) * (power / total - (right[index] ? power / good : 0)));
}

/** Adds a row's multiple to as much of a gradient as the row is long. */
function add(gradient: Float64Array, row: Float64Array, factor: number): void {
  for (let at = 0; at < row.length; at += 1) gradient[at] = (gradient[at] ?? 0) + factor * (row[at] ?? 0);
}

function readWeights(weights: Float64Array, { inputs, hidden }: Shape): TrainedNetwork {
  const slice = (from: number, length: number): number[] => Array.from(weights.slice(from, from + length), rounded);
  const places = Array.from({ length: hidden }, (_, unit) => unit);
  return {
    direct: slice(inputs * hidden + 2 * hidden, inputs),
    hidden: places.map((unit) => slice(unit * inputs, inputs)),
    bias: slice(inputs * hidden, hidden),
    output: slice(inputs * hidden + hidden, hidden),
  };
}

/** Four digits are enough, and the file stays readable. */
export function rounded(value: number): number {
  return Number(value.toFixed(4));
}
