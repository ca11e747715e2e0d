/**
 * Steps weights down a gradient in place by Adam (Kingma and Ba 2015).
 *
 * @returns a function that takes the gradient, of the weights' length, and the step's rate.
 */
export function createAdam(weights: Float64Array): (gradient: Float64Array, rate: number) => void {
  const mean = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  let steps = 0;
  return (gradient, rate) => {
    steps += 1;
    for (let at = 0; at < weights.length; at += 1) {
      const slope = gradient[at] ?? 0;
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * slope * slope;
      const corrected = (mean[at] ?? 0) / (1 - 0.9 ** steps);
      const scale = Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** steps)) + 1e-8;
      weights[at] = (weights[at] ?? 0) - (rate * corrected) / scale;
    }
  };
}
