import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import { fitsInMemory } from "../search/weights.ts";
import { createMemoryBudget, type MemoryBudget } from "../search/memory-budget.ts";
import type { Chosen, LargeOptions } from "./prepare-folder.ts";

/** How everybody's articles are asked where they outgrow memory. */
export function largeOptionsOf(
  { indexes, memory, store }: Pick<Config, "indexes" | "memory" | "store">,
  given: GivenToLarge,
): LargeOptions {
  const budget = given.budget ?? createMemoryBudget(memory.bytes);
  const server = store.url === undefined ? undefined : { url: store.url };
  const fits = (bytes: number): boolean => fitsInMemory(bytes, budget, "everybodys");
  return { ...given, directory: indexes.directory, server, budget, fits };
}

interface GivenToLarge extends Pick<LargeOptions, "removes" | "onChosen"> {
  /** Absent means one of its own. */
  readonly budget?: MemoryBudget | undefined;
}

/** Says in one line where everybody's articles are asked from, and why; from memory it is as ever. */
export function logChosen(log: Log): (chosen: Chosen) => void {
  return ({ kind, bytes, file, problem }) => {
    const facts = { from: kind, megabytes: Math.round(bytes / 1e5) / 10, file, problem };
    if (kind !== "memory") log.info("articles", facts);
    else if (problem === undefined) log.debug("articles", facts);
    else log.warn("articles", facts);
  };
}
