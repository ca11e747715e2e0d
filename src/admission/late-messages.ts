import type { MessageInvocation } from "../invocation.ts";

/** What became of a message that had to wait. */
export type Waited =
  /** It may be answered now. */
  | "over"
  /** Its writer wrote another one there meanwhile. */
  | "replaced"
  /** The process leaves: whoever waits is answered at once. */
  | "leaving"
  /** It would wait too long, or too many wait already. */
  | "refused";

export interface LateMessagesOptions {
  /** Calls back after so many milliseconds, without keeping the process; gives what calls it off. */
  readonly after: (milliseconds: number, act: () => void) => () => void;
  /** So many wait at most; absent means a thousand. */
  readonly limit?: number | undefined;
}

/** Messages that are answered late rather than never, since their writers asked too fast. */
export interface LateMessages {
  /** Waits for so many milliseconds, as the only message of its writer in its channel. */
  wait(message: MessageInvocation, milliseconds: number, leaving?: AbortSignal): Promise<Waited>;
}

/** In milliseconds: what is answered later than that finds nobody any more; they are told how long it takes. */
export const longestDelay = 5 * 60_000;

const mostWaiting = 1000;

/** Makes what lets messages wait: of each writer one in each channel, the newest, since it says best what they want to know. */
export function createLateMessages({ after, limit = mostWaiting }: LateMessagesOptions): LateMessages {
  const waiting = new Map<string, (waited: Waited) => void>();

  return {
    async wait(message, milliseconds, leaving) {
      if (leaving?.aborted === true) return "leaving";
      const key = `${message.channel.id ?? ""} ${message.asker.id}`;
      if (milliseconds > longestDelay || (waiting.size >= limit && !waiting.has(key))) return "refused";
      waiting.get(key)?.("replaced");
      const { promise, resolve } = Promise.withResolvers<Waited>();
      const callOff = after(milliseconds, () => resolve("over"));
      const leave = () => resolve("leaving");
      leaving?.addEventListener("abort", leave, { once: true });
      waiting.set(key, resolve);
      const waited = await promise;
      callOff();
      leaving?.removeEventListener("abort", leave);
      if (waiting.get(key) === resolve) waiting.delete(key);
      return waited;
    },
  };
}
