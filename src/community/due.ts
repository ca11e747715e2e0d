import type { Plan } from "./change.ts";
import { day } from "./days.ts";
import { isExpired } from "./draft.ts";
import { type GuildState, writeRecord } from "./guild-state.ts";

/** So long a change can be undone, in days. */
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
