import ranking from "../../data/languages/ranking.json" with { type: "json" };
import { featureNames } from "./features.ts";

/**
 * A perceptron with one hidden layer and a direct connection: o·tanh(H·x + b) + d·x.
 *
 * `npm run train` learns it; the file says from what.
 */
export interface Network {
  /** One number a feature. */
  readonly direct: readonly number[];
  /** One row a hidden unit, one number a feature. */
  readonly hidden: readonly (readonly number[])[];
  readonly bias: readonly number[];
  readonly output: readonly number[];
}

/** Scores one candidate by what was measured of it, in the order of `featureNames`. */
export const scoreRow = createScore(ranking.network, ranking.features);

/**
 * Makes the function that scores a row.
 *
 * @param features the names that the network's weights stand for, in their order; others count nothing.
 */
export function createScore(network: Network, features: readonly string[]): (row: Float64Array) => number {
  const places = featureNames.map((name) => features.indexOf(name));
  const reorder = (weights: readonly number[]): Float64Array => Float64Array.from(places, (at) => weights[at] ?? 0);
  const direct = reorder(network.direct);
  const hidden = network.hidden.map(reorder);
  return (row) => {
    let score = product(direct, row);
    for (const [unit, weights] of hidden.entries()) {
      score += (network.output[unit] ?? 0) * Math.tanh((network.bias[unit] ?? 0) + product(weights, row));
    }
    return score;
  };
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
