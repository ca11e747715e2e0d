import type { Log } from "../log.ts";

/** The answers that are being worked on. */
export interface UnderWay {
  /** Starts one; what it throws is logged and goes no further, so that one event never ends the process. */
  start(event: { readonly name: string; readonly id: string }, work: () => Promise<void>): void;
  /** Resolves when all are done, or after a moment: an answer takes milliseconds, nobody waits longer for the last. */
  finish(): Promise<void>;
}

const closePatience = 1000;

/** Keeps track of answers, so that none is cut off when the process leaves. */
export function createUnderWay(log: Log): UnderWay {
  const running = new Set<Promise<void>>();
  return {
    start({ name, id }, work) {
      const run = work()
        .catch((error: unknown) => log.error("event not answered", { name, id, error }))
        .finally(() => running.delete(run));
      running.add(run);
    },
    async finish() {
      const patience = new Promise<void>((resolve) => setTimeout(resolve, closePatience).unref());
      await Promise.race([Promise.all(running), patience]);
    },
  };
}
