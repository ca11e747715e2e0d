import { expect, test } from "vitest";
import { fuzz } from "./fuzz.ts";

test("says nothing that is altered, refused by Discord, alive or a fault, and logs nothing that was typed", async () => {
  const { inputs } = await fuzz({ inputs: 1000, seed: 1 });
  expect(inputs).toBeGreaterThanOrEqual(1000);
});
