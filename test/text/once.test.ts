import { expect, test } from "vitest";
import { once } from "../../src/text/once.ts";

test("works something out once, also where that is nothing", () => {
  let count = 0;
  const nothing = once(() => {
    count += 1;
  });
  nothing();
  nothing();
  expect(count).toBe(1);
});
