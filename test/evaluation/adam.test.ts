import { expect, test } from "vitest";
import { createAdam } from "../../src/evaluation/adam.ts";

test("takes the first step by the rate, whatever the slope", () => {
  const weights = Float64Array.of(1, 1, 1);
  createAdam(weights)(Float64Array.of(100, -0.01, 0), 0.1);
  expect([...weights].map((weight) => Math.round(weight * 1000) / 1000)).toEqual([0.9, 1.1, 1]);
});

test("finds the bottom of a bowl", () => {
  const weights = Float64Array.of(5, -3);
  const step = createAdam(weights);
  for (let done = 0; done < 2000; done += 1) {
    step(Float64Array.of(2 * ((weights[0] ?? 0) - 1), 20 * ((weights[1] ?? 0) - 2)), 0.02);
  }
  expect([...weights].map((weight) => Math.round(weight * 100) / 100)).toEqual([1, 2]);
});
