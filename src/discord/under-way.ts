import type { Log } from "../log.ts";
import { within } from "../pause.ts";
import { describeFault } from "./discord-fault.ts";
import { finishPatience } from "./finish-patience.ts";

/** The answers that are being worked on. */
export interface UnderWay {
  /** Whether all that is left is to finish. */
  readonly isFinishing: boolean;
  /** Aborted as soon as that is so. */
  readonly leaving: AbortSignal;
  /** Starts one; what it throws is logged and goes no further, so that one event never ends the process. */
  start(event: { readonly name: string; readonly id: string }, work: () => Promise<void>): void;
  /** Counts one that somebody else waits for. */
  track<Value>(work: Promise<Value>): Promise<Value>;
  /**
   * Resolves when all are done, or when nobody waits for them any more; the log tells how many those are.
   *
   * @param last until this is over, more may begin.
   */
  finish(last?: Promise<unknown>): Promise<void>;
}

/** Keeps track of answers, so that none is cut off when the process leaves. */
export function createUnderWay(log: Log, patience: number = finishPatience): UnderWay {
  const running = new Set<Promise<unknown>>();
  const leaving = new AbortController();

  async function allDone(last: Promise<unknown>): Promise<void> {
    await last;
    // What comes in meanwhile is told that the bot is leaving, which takes a moment too.
    while (running.size > 0) await Promise.allSettled(running);
  }

  return {
    get isFinishing() {
      return leaving.signal.aborted;
    },
    leaving: leaving.signal,
    start({ name, id }, work) {
      const run = work()
        .catch((error: unknown) => log.error("event not answered", { name, id, ...describeFault(error) }))
        .finally(() => running.delete(run));
      running.add(run);
    },
    async track(work) {
      running.add(work);
      try {
        return await work;
      } finally {
        running.delete(work);
      }
    },
    async finish(last = Promise.resolve()) {
      leaving.abort();
      await within(allDone(last), patience);
      if (running.size > 0) log.warn("left before all was answered", { notDelivered: running.size });
    },
  };
}
