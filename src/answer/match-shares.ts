import type { Span } from "../text/span.ts";
import type { Match } from "./match-words.ts";

/** The share of the question's rarity that a candidate holds. */
export function heldShare(matches: readonly Match[], index: number): number {
  return shareBy(matches, index, ({ rarity }) => rarity);
}

/** The same without what the article's title says already. */
export function heldBeyondTitle(matches: readonly Match[], index: number): number {
  return shareBy(matches, index, ({ rarityBeyondTitle }) => rarityBeyondTitle);
}

/** The same with words counted the more the nearer they stand to the word that asks. */
export function heldNear(words: readonly Match[], index: number, asking: Span | undefined): number {
  return shareBy(words, index, ({ part: { at, length }, rarityBeyondTitle }) => {
    const distance = asking ? Math.max(0, at > asking.start ? at - asking.end : asking.start - at - length) : 0;
    return rarityBeyondTitle / (1 + distance / 3);
  });
}

function shareBy(matches: readonly Match[], index: number, weigh: (match: Match) => number): number {
  let [total, held] = [0, 0];
  for (const match of matches) {
    const weight = weigh(match);
    total += weight;
    held += weight * (match.found[index] ?? 0);
  }
  return total === 0 ? 0 : held / total;
}

/** The rarity of what a candidate holds whole. */
export function heldRarity(matches: readonly Match[], index: number): number {
  let held = 0;
  for (const { found, rarity } of matches) if ((found[index] ?? 0) >= 1) held += rarity;
  return held;
}

/** How much of the matches a candidate holds, all counted alike; 0 for none. */
export function heldMean(matches: readonly Match[], index: number): number {
  if (matches.length === 0) return 0;
  return matches.reduce((held, { found }) => held + (found[index] ?? 0), 0) / matches.length;
}
