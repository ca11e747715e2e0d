import { setTimeout as wait } from "node:timers/promises";
import { RateLimitError } from "discord.js";
import type { DiscordFault } from "./discord-fault.ts";
import { isPassing, readFault } from "./discord-fault.ts";

export interface TryAgainOptions {
  /** Calls the waiting off. */
  readonly signal?: AbortSignal | undefined;
  /** So many attempts; absent means without an end. */
  readonly attempts?: number | undefined;
  /** In milliseconds: where Discord asks for a longer pause, it counts as failed; absent means that any is kept. */
  readonly longestPause?: number | undefined;
  /** Hears what is waited for, and for how many milliseconds, before each further attempt. */
  readonly onWait: (fault: DiscordFault, milliseconds: number) => void;
  /** From 0 to below 1; absent means random numbers. */
  readonly random?: (() => number) | undefined;
  /** Absent means real time. */
  readonly wait?: ((milliseconds: number, signal: AbortSignal | undefined) => Promise<void>) | undefined;
}

const [firstWait, longestWait] = [1000, 60_000];

/**
 * Does what asks Discord for something, again and again where it fails for a reason that passes by itself.
 *
 * The pauses double, and each is a part of that at random, so that many bots that lost Discord together do not come back
 * together.
 *
 * @throws what went wrong where it does not pass, at the last attempt, or the signal's reason.
 */
export async function tryAgain<Value>(act: () => Promise<Value>, options: TryAgainOptions): Promise<Value> {
  const { signal, attempts = Infinity, longestPause = Infinity } = options;
  const { onWait, random = Math.random, wait: pause = waitFor } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (signal?.aborted || !isPassing(error) || attempt >= attempts) throw error;
      const told = error instanceof RateLimitError ? error.retryAfter : 0;
      const milliseconds = Math.max(told, pauseBehind(attempt, random()));
      if (milliseconds > longestPause) throw error;
      onWait(readFault(error), milliseconds);
      await pause(milliseconds, signal);
    }
  }
}

function pauseBehind(attempt: number, random: number): number {
  const most = Math.min(longestWait, firstWait * 2 ** (attempt - 1));
  return Math.round(most * (0.5 + random / 2));
}

async function waitFor(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await wait(milliseconds, undefined, signal ? { signal } : {});
}
