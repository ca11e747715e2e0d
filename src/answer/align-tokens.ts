import type { WordingToken } from "../text/wording.ts";
import { alignSequences } from "./align-sequences.ts";
import { type Pair, slideEnds } from "./slide-ends.ts";

/** Past so many differing tokens two texts have nothing to do with each other. */
const mostDifferences = 600;

/** Pairs the equal tokens of two texts, with the fewest that only one of them has; no pairs at all where those are too many. */
export function alignTokens(original: readonly WordingToken[], given: readonly WordingToken[]): Pair[] {
  const numbers = new Map<string, number>();
  const [own, theirs] = [given, original].map((tokens) => numberTokens(tokens, numbers));
  if (!own || !theirs || countDiffering(own, theirs, numbers.size) > mostDifferences) return [];
  let [atOriginal, atGiven] = [0, 0];
  const pairs = (alignSequences(own, theirs, mostDifferences) ?? []).map((step): Pair => {
    const one = step === "first" ? undefined : original[atOriginal];
    const other = step === "second" ? undefined : given[atGiven];
    if (one) atOriginal += 1;
    if (other) atGiven += 1;
    if (one && other) return { original: one, given: other };
    return one ? { original: one } : { ...(other && { given: other }) };
  });
  return slideEnds(pairs);
}

/** Equal skeletons get equal numbers. */
function numberTokens(tokens: readonly WordingToken[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(tokens, ({ skeleton }) => {
    const number = numbers.get(skeleton) ?? numbers.size;
    numbers.set(skeleton, number);
    return number;
  });
}

/** At least so many tokens have no partner, whatever the order is. */
function countDiffering(one: Int32Array, other: Int32Array, kinds: number): number {
  const surplus = new Int32Array(kinds);
  for (const number of one) surplus[number] = (surplus[number] ?? 0) + 1;
  for (const number of other) surplus[number] = (surplus[number] ?? 0) - 1;
  return surplus.reduce((sum, count) => sum + Math.abs(count), 0);
}
