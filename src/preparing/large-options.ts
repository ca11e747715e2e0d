import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import { createMemoryBudget } from "../search/memory-budget.ts";
import type { Chosen, LargeOptions } from "./prepare-folder.ts";

/** In bytes: what may be kept of large articles and of where their terms stand. */
const MEMORY = 100_000_000;
/** What a byte of text takes with its article and its index in memory. */
const BYTES_A_BYTE = 120;

/** How everybody's articles are asked where they outgrow memory. */
export function largeOptionsOf(
  { indexes, store }: Pick<Config, "indexes" | "store">,
  given: GivenToLarge,
): LargeOptions {
  const budget = createMemoryBudget(MEMORY);
  const server = store.url === undefined ? undefined : { url: store.url };
  return {
    ...given,
    directory: indexes.directory,
    server,
    budget,
    fits: (bytes) => bytes * BYTES_A_BYTE <= budget.most,
  };
}

type GivenToLarge = Pick<LargeOptions, "removes" | "onChosen">;

/** Says in one line where everybody's articles are asked from, and why. */
export function logChosen(log: Log): (chosen: Chosen) => void {
  return ({ kind, bytes, file, problem }) => {
    const facts = { from: kind, megabytes: Math.round(bytes / 1e5) / 10, file, problem };
    if (kind === "memory" && problem !== undefined) log.warn("articles", facts);
    else log.info("articles", facts);
  };
}
