import { expect, test } from "vitest";
import { createSnowflakes } from "../../src/local-discord/snowflakes.ts";

/** When Discord says that an id was made. */
function timeOf(id: string): number {
  return Number(BigInt(id) >> 22n) + 1_420_070_400_000;
}

test("makes ids that tell their time and only grow", () => {
  let now = Date.UTC(2026, 10, 1);
  const newId = createSnowflakes(() => new Date(now));
  const made = [newId(), newId()];
  now += 1;
  made.push(newId());
  now -= 1000;
  made.push(newId());
  expect(made.map(timeOf)).toEqual([0, 0, 1, 1].map((later) => Date.UTC(2026, 10, 1) + later));
  expect(made.toSorted((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1))).toEqual(made);
  expect(new Set(made).size).toBe(4);
});
