import { expect, test } from "vitest";
import { expectLinear } from "./expect-linear.ts";

/** Works through so many steps. */
function work(steps: number): number {
  let sum = 0;
  for (let step = 0; step < steps; step += 1) sum = (sum + Math.sqrt(step)) % 1000;
  return sum;
}

test("lets linear time pass, and nothing that grows with the square", () => {
  expectLinear(4_000_000, work);
  expect(() => expectLinear(4000, (size) => work(size ** 2))).toThrow("expected");
});
