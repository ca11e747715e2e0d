import type { ScoredPlace } from "./score-passages.ts";

/** Of fewer all are put in order: that takes no longer. */
const FEWEST_CHOSEN = 256;

/**
 * Lists what scores best, at most `limit`, in order; what scores the same keeps its order.
 *
 * @param isWanted is asked of those alone that score well enough.
 */
export function bestFirst(
  scored: readonly ScoredPlace[],
  limit: number,
  isWanted: (place: number) => boolean,
): readonly ScoredPlace[] {
  if (scored.length <= Math.max(FEWEST_CHOSEN, limit * 2)) {
    const sorted = scored.toSorted((a, b) => b.score - a.score);
    return sorted
      .values()
      .filter(({ place }) => isWanted(place))
      .take(limit)
      .toArray();
  }
  const best: ScoredPlace[] = [];
  for (const one of scored) {
    if (best.length >= limit && one.score <= (best.at(-1)?.score ?? 0)) continue;
    if (!isWanted(one.place)) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1]?.score ?? 0) < one.score) at -= 1;
    best.splice(at, 0, one);
    if (best.length > limit) best.pop();
  }
  return best;
}
