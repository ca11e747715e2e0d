import type { Library } from "../search/library.ts";
import { type Pause, takeSteps } from "../text/steps.ts";
import { findPages, type FoundPages } from "./found-pages.ts";

/** So many searches are kept: who leafs through one need not wait for it again. */
const MOST = 50;

/** Finds words a little at a time, and what was looked for last at once. */
export function rememberPages(
  pause: Pause,
): (library: Library, words: string, article?: string) => Promise<FoundPages> {
  const kept = new Map<string, { readonly library: Library; readonly pages: Promise<FoundPages> }>();
  return (library, words, article) => {
    const key = `${article ?? ""}\n${words}`;
    const known = kept.get(key);
    const pages = known?.library === library ? known.pages : takeSteps(findPages(library, words, article), pause);
    kept.delete(key);
    kept.set(key, { library, pages });
    for (const oldest of kept.keys().take(Math.max(0, kept.size - MOST))) kept.delete(oldest);
    // What failed is tried again.
    pages.catch(() => kept.delete(key));
    return pages;
  };
}
