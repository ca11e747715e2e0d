import { expect, test } from "vitest";
import { createMemoryBudget } from "../../src/search/memory-budget.ts";
import { createBlocks } from "../../src/search/block-cache.ts";
import { type Passage, passagesOf } from "../../src/search/passage.ts";
import { createDescribe } from "../../src/search/sentence-facts.ts";
import { analyse } from "../support/analyse.ts";
import { parseChecked } from "../support/parse.ts";

function passages(sentences: number): Passage[] {
  return passagesOf(parseChecked("Tea is green. ".repeat(sentences), { metadata: { id: "tea", title: "Tea" } }));
}

test("what is asked about again is gathered once, and once more to be indexed", () => {
  const memory = createMemoryBudget(50_000_000);
  const gather = createBlocks(createDescribe(analyse, memory), memory);
  const [tea, other] = [passages(2), passages(3)];
  const [first, second, third] = [gather(tea), gather(tea), gather(tea)];
  expect([first === second, second === third]).toEqual([false, true]);
  expect(second.sentences).toBe(first.sentences);
  expect(gather(other).sentences).toHaveLength(3);
  expect(gather(tea)).toBe(third);
});

test("what was asked longest ago is forgotten where there is much", () => {
  const memory = createMemoryBudget(8_000_000, (act) => act());
  const gather = createBlocks(createDescribe(analyse, memory), memory);
  const [first, ...others] = Array.from({ length: 8 }, () => passages(900));
  if (!first) throw new Error("no passages were made");
  gather(first);
  const kept = gather(first);
  for (const other of others) gather(other);
  expect(gather(first)).not.toBe(kept);
  expect(memory.held).toBeLessThanOrEqual(memory.most);
});
