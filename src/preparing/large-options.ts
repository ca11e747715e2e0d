import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import { createMemoryBudget } from "../search/memory-budget.ts";
import type { Chosen, LargeOptions } from "./prepare-folder.ts";

/** In bytes: what may be kept of large articles and of where their terms stand. */
const MEMORY = 100_000_000;
/** What a byte of text takes with its article and its index in memory. */
const BYTES_A_BYTE = 120;

/** How everybody's articles are asked where they outgrow memory. */
export function largeOptionsOf({ indexes }: Pick<Config, "indexes">, given: GivenToLarge): LargeOptions {
  const budget = createMemoryBudget(MEMORY);
  return { ...given, directory: indexes.directory, budget, fits: (bytes) => bytes * BYTES_A_BYTE <= budget.most };
}

type GivenToLarge = Pick<LargeOptions, "removes" | "onChosen">;

/** Says in one line where everybody's articles are asked from, and why; from memory it is as ever. */
export function logChosen(log: Log): (chosen: Chosen) => void {
  return ({ kind, bytes, file, problem }) => {
    const facts = { from: kind, megabytes: Math.round(bytes / 1e5) / 10, file, problem };
    if (kind === "file") log.info("articles", facts);
    else if (problem === undefined) log.debug("articles", facts);
    else log.warn("articles", facts);
  };
}
