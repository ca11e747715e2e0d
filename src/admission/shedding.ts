import { dueTo } from "../command.ts";
import type { Invocation } from "../invocation.ts";
import type { Log } from "../log.ts";
import { createExpiringMap } from "./expiring-map.ts";

/** What becomes of something that waited: it is answered, told to come again, or left alone. */
export type Fate = "answer" | "busy" | "drop";

export interface SheddingOptions {
  readonly log: Log;
  /** In milliseconds; must never be set back. */
  readonly now: () => number;
  /** Calls back after so many milliseconds, without keeping the process. */
  readonly after: (milliseconds: number, act: () => void) => void;
}

/**
 * Discord takes an answer within three seconds of the press. Two of them are left for both ways, and for telling all those
 * who are over their time at once: of a burst they all are.
 */
const longestWait = 1000;

/** What waited so long gets no answer to Discord in time, however short. */
const tooLate = 2700;

/** A channel is told once in so many milliseconds, and the log as often. */
const tellingInterval = 10_000;

const mostChannels = 10_000;

/** Decides what is not computed any more because too much came at once; the log tells how much, once in a while. */
export function createShedding({ log, now, after }: SheddingOptions): (invocation: Invocation, waited: number) => Fate {
  const told = createExpiringMap<true>({ lifetime: tellingInterval, limit: mostChannels, now });
  let counts = { busy: 0, drop: 0 };

  function count(fate: keyof typeof counts): void {
    if (counts.busy + counts.drop === 0) after(tellingInterval, report);
    counts = { ...counts, [fate]: counts[fate] + 1 };
  }

  function report(): void {
    const { busy, drop } = counts;
    counts = { busy: 0, drop: 0 };
    log.warn("too much at once", { askedToComeAgain: busy, dropped: drop, seconds: tellingInterval / 1000 });
  }

  function choose(invocation: Invocation, waited: number): Fate {
    // A form holds what somebody has written, and takes next to no time.
    if (waited <= longestWait || invocation.kind === "modal") return "answer";
    if (invocation.kind !== "message") return waited < tooLate ? "busy" : "drop";
    const channel = invocation.channel.id ?? "";
    if (dueTo(invocation) === "silence" || told.get(channel)) return "drop";
    told.set(channel, true);
    return "busy";
  }

  return (invocation, waited) => {
    const fate = choose(invocation, waited);
    if (fate !== "answer") count(fate);
    return fate;
  };
}
