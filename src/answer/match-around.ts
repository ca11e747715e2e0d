import type { SentenceBlock } from "../search/sentence-block.ts";
import { FOUND, type Match } from "./match-shares.ts";

/** A word stands in a heading above a candidate. */
export const IN_HEADING = 1;
/** One of the sentences before it in its passage has it. */
const BEFORE = 2;

/** Tells for each word, by candidate, where around it the word stands: the sum of what applies, 0 for nowhere. */
export function matchAround(
  { sentences, headings, headingOf, previous }: SentenceBlock,
  words: readonly Match[],
): Uint8Array[] {
  const size = sentences.length;
  const all = new Uint8Array(words.length * size);
  const named = new Uint8Array(headings.length);
  return words.map(({ part, found }, place) => {
    const around = all.subarray(place * size, (place + 1) * size);
    for (const [number, above] of headings.entries()) named[number] = above.includes(part.text) ? IN_HEADING : 0;
    for (let at = 0; at < size; at += 1) {
      const before = previous[at] ?? -1;
      const isBefore = before >= 0 && ((found[before] ?? 0) >= FOUND || ((around[before] ?? 0) & BEFORE) !== 0);
      around[at] = (named[headingOf[at] ?? 0] ?? 0) | (isBefore ? BEFORE : 0);
    }
    return around;
  });
}
