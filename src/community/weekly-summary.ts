import type { Plan } from "./change.ts";
import { day } from "./days.ts";
import { listGaps, type ListedGap } from "./gaps.ts";
import { type GuildState, writeRecord } from "./guild-state.ts";
import { settingsOf } from "./settings.ts";

const week = 7 * day;
const routineKey = "summary";
const mostListed = 5;

/** What happened in a server's inbox within a week. */
export interface WeeklySummary {
  /** How many questions were sent for the first time. */
  readonly sent: number;
  readonly answered: number;
  readonly outside: number;
  readonly dismissed: number;
  /** How many are open, whenever they were sent. */
  readonly open: number;
  /** The open ones that most people sent. */
  readonly most: readonly ListedGap[];
}

/**
 * Sums the week up; gives nothing where nothing happened.
 *
 * @param last when the one before was made: it may be some hours more than a week ago, and nothing in between is left out.
 */
export function weeklySummary(state: GuildState, now: number, last = 0): WeeklySummary | undefined {
  const all = listGaps(state, "all");
  const since = now - last < week + day ? Math.min(last, now - week) : now - week;
  const settled = all.filter((gap) => gap.settled !== undefined && gap.settled > since);
  const count = (to: ListedGap["state"]): number => settled.filter((gap) => gap.state === to).length;
  const open = all.filter((gap) => gap.state === "open");
  if (settled.length === 0 && !all.some((gap) => gap.last > since)) return undefined;
  return {
    sent: all.filter(({ first }) => first > since).length,
    answered: count("answered"),
    outside: count("outside"),
    dismissed: count("dismissed"),
    open: open.length,
    most: open.slice(0, mostListed),
  };
}

/** When a summary was made last. */
export function lastSummary({ routine }: GuildState): number | undefined {
  return routine.get(routineKey)?.last;
}

/** Tells when the next summary is due; nothing where none is wanted. */
export function summaryDue(state: GuildState, now: number): number | undefined {
  const settings = settingsOf(state);
  if (settings.weeklySummary !== true || settings.gapChannel === undefined) return undefined;
  const last = lastSummary(state);
  // The last one may be yet to come by a clock that went wrong.
  return last === undefined || last - now >= day ? now : last + week;
}

export function isSummaryDue(state: GuildState, now: number): boolean {
  const due = summaryDue(state, now);
  return due !== undefined && due <= now;
}

/** Takes the week's summary upon oneself: of several processes one succeeds. */
export function claimSummary(state: GuildState, now: number): Plan<"not-due"> {
  if (!isSummaryDue(state, now)) return { kind: "refused", refusal: "not-due" };
  const write = writeRecord(state, "routine", { key: routineKey, value: { last: now } });
  return { kind: "change", name: "routine-done", subject: routineKey, writes: [write] };
}
