import ranking from "../../data/languages/ranking.json" with { type: "json" };
import { featureNames } from "./features.ts";

/**
 * A perceptron with one hidden layer and a direct connection: o·tanh(H·x + b) + d·x.
 *
 * `npm run train` learns it; the file says from what.
 */
interface Network {
  /** One number a feature. */
  readonly direct: readonly number[];
  /** One row a hidden unit, one number a feature. */
  readonly hidden: readonly (readonly number[])[];
  readonly bias: readonly number[];
  readonly output: readonly number[];
}

const network: Network = ranking.network;
const order = featureNames.map((name) => ranking.features.indexOf(name));

/** Scores one candidate by what was measured of it, in the order of `featureNames`. */
export function scoreRow(row: Float64Array): number {
  let score = 0;
  for (const [place, at] of order.entries()) score += (network.direct[at] ?? 0) * (row[place] ?? 0);
  for (const [unit, weights] of network.hidden.entries()) {
    let sum = network.bias[unit] ?? 0;
    for (const [place, at] of order.entries()) sum += (weights[at] ?? 0) * (row[place] ?? 0);
    score += (network.output[unit] ?? 0) * Math.tanh(sum);
  }
  return score;
}
