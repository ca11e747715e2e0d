import type { GuildState } from "../community/guild-state.ts";
import type { Log } from "../log.ts";
import type { Opening } from "./guild-articles.ts";

/** What of one server cannot be read. */
export interface Losses {
  /** Of articles that could not be opened. */
  names(): readonly string[];
  /** Whether it is time to try again what could not be opened. */
  isDue(): boolean;
  note(state: GuildState, lost: Opening["lost"]): void;
}

/** In milliseconds: what could not be opened is tried again after so long. */
const RETRY_AFTER = 60_000;

/** Whoever runs the bot is told once of what can no longer be read. */
export function createLosses(guild: string, log: Log): Losses {
  let lost: Opening["lost"] = new Map();
  let told: readonly string[] = [];
  let retry = 0;
  return {
    names: () => [...lost.keys()],
    isDue: () => lost.size > 0 && performance.now() >= retry,
    note({ unread = [] }, now) {
      for (const [article, error] of now) if (!lost.has(article)) log.error("article lost", { guild, article, error });
      for (const record of unread) if (!told.includes(record)) log.error("record lost", { guild, record });
      [lost, told] = [now, unread];
      retry = performance.now() + RETRY_AFTER;
    },
  };
}
