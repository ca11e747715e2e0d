import { setTimeout } from "node:timers/promises";
import { StoreError } from "../community/store-error.ts";

/** In milliseconds: whoever waits for an answer is told by then that others are writing. */
const PATIENCE = 2000;
/** In milliseconds: the longest pause between two attempts; each is a random part of it, so that two processes do not meet again. */
const PAUSE = 60;

/**
 * Does something again while others are in the way.
 *
 * @param explain tells an error of the database as StoreError; absent means that it is a fault of ours.
 *
 * @throws StoreError
 */
export async function attempt<Result>(
  work: () => Promise<Result>,
  explain: (error: unknown) => StoreError | undefined,
): Promise<Result> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const problem = error instanceof StoreError ? error : explain(error);
      if (!problem) throw error;
      if (problem.problem !== "busy" || performance.now() > end) throw problem;
    }
    await setTimeout(Math.random() * PAUSE);
  }
}
