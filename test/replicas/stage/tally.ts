import { words } from "../../../src/render/words/all.ts";
import { percentile } from "../../bench/discord/measure.ts";
import type { Seen } from "./witness.ts";

/** How an interaction ended for whoever asked. */
export type Ending =
  | "answered"
  /** Said in words: that it is too much, that the store is away, that the bot restarts. */
  | "told"
  /** "Something went wrong", with an id. */
  | "fault"
  /** A work of a replica that was killed: its last word never came. */
  | "unfinished"
  /** The proxy's word that it reached nobody, or lost whom it had reached; Discord says that the bot did not respond. */
  | "refused"
  | "dead"
  | "late";

export interface Counted {
  readonly ending: Ending;
  /** When it was sent, on the clock of `performance.now()`. */
  readonly at: number;
  /** In milliseconds until the first response, or until it was known that there is none. */
  readonly took: number;
  readonly detail: string;
}

/** A stretch of time in which something was broken on purpose. */
export interface Outage {
  readonly name: string;
  readonly from: number;
  to: number;
}

/** Keeps count of what people met. */
export interface Tally {
  readonly count: (seen: Seen) => void;
  readonly all: readonly Counted[];
}

export function createTally(): Tally {
  const all: Counted[] = [];
  return { all, count: (seen) => void all.push(endingOf(seen)) };
}

/** Those who got no answer although nothing was broken just then. */
export function unexplained(all: readonly Counted[], outages: readonly Outage[]): readonly Counted[] {
  const failed = all.filter(({ ending }) => ["refused", "dead", "late", "unfinished"].includes(ending));
  // It was sent while it happened, or was on its way, as works are for some seconds.
  return failed.filter(({ at, took, ending }) => {
    const length = ending === "unfinished" ? longestWork : took;
    return !outages.some(({ from, to }) => at + length >= from && at <= to);
  });
}

/** Counts by ending, and times of what was answered or told. */
export function summarise(all: readonly Counted[]) {
  const by = new Map<Ending, number>();
  for (const { ending } of all) by.set(ending, (by.get(ending) ?? 0) + 1);
  const times = all.flatMap(({ ending, took }) => (ending === "answered" || ending === "told" ? [took] : []));
  const most = times.reduce((longest, took) => Math.max(longest, took), 0);
  return { by, p50: percentile(times, 0.5), p99: percentile(times, 0.99), most };
}

/** In milliseconds: reading a small file takes no longer. */
const longestWork = 5000;

const { fault, busy, store, work, wait } = words.en;
const faultWords = fault("").trim();
const toldWords = [
  busy,
  ...Object.values(store),
  work.full,
  ...Object.values(work.calledOff),
  wait(0).split("0")[0] ?? "",
];

function endingOf({ sent: at, outcome, last }: Seen): Counted {
  const { took } = outcome;
  const counted = (ending: Ending, detail = ""): Counted => ({ ending, at, took, detail });
  // What waited so long that Discord would not take an answer any more gets none.
  if (outcome.kind === "status" && outcome.status === 204) return counted("late", "given up by the bot");
  if (outcome.kind === "status") return counted("refused", String(outcome.status));
  if (outcome.kind === "dead") return counted("dead", outcome.reason);
  if (outcome.kind === "late") return counted("late");
  if (last === undefined) return counted("unfinished");
  if (last.includes(faultWords)) return counted("fault", /\b[\da-f-]{6,}/u.exec(last)?.[0]);
  const told = toldWords.find((sentence) => last.includes(JSON.stringify(sentence).slice(1, -1)));
  return told === undefined ? counted("answered") : counted("told", told.slice(0, 60));
}
