import { setTimeout } from "node:timers/promises";
import { StoreError } from "../community/store-error.ts";

/** In milliseconds: whoever waits for an answer is told by then that others are writing. */
const PATIENCE = 2000;
const TRIES = 3;
/** In milliseconds: the longest pause between two attempts; each is a random part of it, so that two processes do not meet again. */
const PAUSE = 60;

/**
 * Does something again while others are in the way.
 *
 * @param patience in milliseconds; 0 where what was done cannot be done again.
 * @param explain tells an error of the database as StoreError; absent means that it is a fault of ours.
 *
 * @throws StoreError
 */
export async function attempt<Result>(
  work: () => Promise<Result>,
  explain: (error: unknown) => StoreError | undefined,
  patience = PATIENCE,
): Promise<Result> {
  const end = performance.now() + patience;
  // On a busy machine a single try may take as long as that.
  const least = patience === 0 ? 1 : TRIES;
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const problem = error instanceof StoreError ? error : explain(error);
      if (!problem) throw error;
      if (problem.problem !== "busy" || (performance.now() >= end && tries >= least)) throw problem;
    }
    await setTimeout(Math.random() * PAUSE);
  }
}
