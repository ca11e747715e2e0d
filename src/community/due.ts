import type { Plan } from "./change.ts";
import { day } from "./days.ts";
import { isExpired } from "./draft.ts";
import { draftLifetime } from "./library-limits.ts";
import { summaryDue } from "./weekly-summary.ts";
import { type GuildState, writeRecord } from "./guild-state.ts";

/** So long a change can be undone, in days. */
export const undoDays = 30;

export interface Leaving {
  readonly id: string;
  /** When the bot was removed from the server, in milliseconds since 1970; absent while it is there. */
  readonly left?: number | undefined;
}

/** Lists the servers that are to be forgotten: the bot was removed from them so many days ago. */
export function guildsToForget(
  guilds: readonly Leaving[],
  { now, days }: { readonly now: number; readonly days: number },
): string[] {
  return guilds.filter(({ left }) => left !== undefined && now - left >= days * day).map(({ id }) => id);
}

/** Changes before this moment keep no account of what they changed, and contents that nothing else names go. */
export function keptSince(now: number): number {
  return now - undoDays * day;
}

/** Drops what nobody published in time; refuses where there is nothing to drop. */
export function planDropDrafts(state: GuildState, now: number): Plan<"nothing-due"> {
  const expired = [...state.draft].filter(([, { at }]) => isExpired({ at }, now));
  if (expired.length === 0) return { kind: "refused", refusal: "nothing-due" };
  return {
    kind: "change",
    name: "draft-dropped",
    subject: expired
      .map(([, { article }]) => article)
      .join(", ")
      .slice(0, 200),
    writes: expired.map(([key]) => writeRecord(state, "draft", { key, value: undefined })),
  };
}

/**
 * Tells when something is due next in a server, whatever the time is; nothing where nothing is before somebody changes something there.
 *
 * @param oldestUndo when the oldest change was made that can still be undone.
 */
export function nextDue(state: GuildState, now: number, oldestUndo: number | undefined): number | undefined {
  const moments = [
    ...[...state.draft.values()].map(({ at }) => at + draftLifetime),
    // Behind the moment itself: what was made just then is kept.
    ...(oldestUndo === undefined ? [] : [oldestUndo + undoDays * day + 1]),
    summaryDue(state, now) ?? Infinity,
  ];
  const first = Math.min(...moments);
  return first === Infinity ? undefined : first;
}
