import { describe, expect, test } from "vitest";
import { createMemoryBudget } from "../../src/search/memory-budget.ts";

const now = (act: () => void): void => act();

describe("createMemoryBudget", () => {
  test("forgets what was used longest ago, by bytes and not by number", () => {
    const gone: string[] = [];
    const budget = createMemoryBudget(100, now);
    const first = budget.hold(40, () => gone.push("first"));
    budget.hold(40, () => gone.push("second"));
    first.use();
    budget.hold(30, () => gone.push("third"));
    expect(gone).toEqual(["second"]);
    expect([budget.held, budget.forgotten]).toEqual([70, 1]);
  });

  test("keeps the one that was used last, however large it is", () => {
    const gone: string[] = [];
    const budget = createMemoryBudget(100, now);
    budget.hold(10, () => gone.push("small"));
    budget.hold(500, () => gone.push("large"));
    expect(gone).toEqual(["small"]);
    expect(budget.held).toBe(500);
  });

  test("counts nothing twice that was released or forgotten", () => {
    const budget = createMemoryBudget(100, now);
    const one = budget.hold(60, () => {});
    one.release();
    one.release();
    one.use();
    expect(budget.held).toBe(0);
  });

  test("forgets nothing in the middle of what runs", () => {
    const due: (() => void)[] = [];
    const gone: string[] = [];
    const budget = createMemoryBudget(10, (act) => void due.push(act));
    budget.hold(10, () => gone.push("first"));
    budget.hold(10, () => gone.push("second"));
    expect(gone).toEqual([]);
    for (const act of due) act();
    expect(gone).toEqual(["first"]);
  });
});
