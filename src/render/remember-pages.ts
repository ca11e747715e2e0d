import type { Library } from "../search/library.ts";
import { type Pause, takeSteps } from "../text/steps.ts";
import { findPages, type FoundPages } from "./found-pages.ts";

export interface RememberPagesOptions {
  /** Lets everything else run, where that is due. */
  readonly pause: Pause;
  /** In milliseconds; must never be set back. */
  readonly now: () => number;
}

/** So many searches are kept: who leafs through one need not wait for it again. */
const MOST = 50;
/** Nobody waits any more for a search that did not begin within so many milliseconds. */
const LONGEST_WAIT = 1200;

/**
 * Finds words a little at a time, one search after the other: a hundred at once would all end late. Gives nothing for one
 * that has waited too long; what was looked for last is there at once.
 */
export function rememberPages({
  pause,
  now,
}: RememberPagesOptions): (library: Library, words: string, article?: string) => Promise<FoundPages | undefined> {
  const kept = new Map<string, { readonly library: Library; readonly pages: Promise<FoundPages | undefined> }>();
  let before: Promise<unknown> = Promise.resolve();
  const find = async (library: Library, words: string, article?: string): Promise<FoundPages | undefined> => {
    const asked = now();
    const turn = before.then(() =>
      now() - asked > LONGEST_WAIT ? undefined : takeSteps(findPages(library, words, article), pause),
    );
    // What fails must not stop the next.
    before = turn.catch(() => {});
    return turn;
  };
  return (library, words, article) => {
    const key = `${article ?? ""}\n${words}`;
    const known = kept.get(key);
    const pages = known?.library === library ? known.pages : find(library, words, article);
    kept.delete(key);
    kept.set(key, { library, pages });
    for (const oldest of kept.keys().take(Math.max(0, kept.size - MOST))) kept.delete(oldest);
    // What was not found, or failed, is tried again.
    const forget = (found?: FoundPages): boolean => found === undefined && kept.delete(key);
    pages.then(forget, () => forget());
    return pages;
  };
}
