import type { Library } from "../search/library.ts";
import type { Holding } from "../search/memory-budget.ts";
import { type Pause, takeSteps } from "../text/steps.ts";
import { findPages, type FoundPages } from "./found-pages.ts";

export interface RememberPagesOptions {
  /** Lets everything else run, where that is due. */
  readonly pause: Pause;
  /** In milliseconds; must never be set back. */
  readonly now: () => number;
}

/** What a search takes, and each place that it found, in bytes. */
const BYTES = { search: 2000, place: 300 };
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
  const kept = new Map<string, Kept>();
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
    if (known?.library === library) {
      known.holding?.use();
      return known.pages;
    }
    known?.holding?.release();
    const made: Kept = { library, pages: find(library, words, article) };
    kept.set(key, made);
    void hold(key, made);
    return made.pages;
  };

  /** Who leafs through a search need not wait for it again; what was not found, or failed, is tried again. */
  async function hold(key: string, made: Kept): Promise<void> {
    const found = await made.pages.catch(() => undefined);
    if (kept.get(key) !== made) return;
    const forget = (): boolean => kept.get(key) === made && kept.delete(key);
    if (found) made.holding = made.library.memory.hold(BYTES.search + BYTES.place * found.count, forget);
    else forget();
  }
}

interface Kept {
  readonly library: Library;
  readonly pages: Promise<FoundPages | undefined>;
  /** Once it was found. */
  holding?: Holding;
}
