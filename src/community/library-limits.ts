import { day } from "./days.ts";

/** What one server may keep; whoever needs more runs a bot of their own. */
export const libraryLimits = {
  /** Of its own, beside those of everybody. */
  articles: 50,
  /** Of all files that are kept, earlier versions and drafts included. */
  bytes: 100_000_000,
  /** Of one article: with another one the oldest that is not in use is given up. */
  versions: 20,
  /** That wait to be published. */
  drafts: 20,
} as const;

/** In milliseconds: a draft that nobody has published by then is given up. */
export const draftLifetime = day;
