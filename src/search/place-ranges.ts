import type { Placed, SegmentArticle } from "./segment.ts";

/** Some stretches of places, ascending and apart, by their beginnings and ends. */
export interface PlaceRanges {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The stretches that some articles take, which follow in their order; neighbours become one. */
export function rangesOf(articles: Iterable<SegmentArticle>): PlaceRanges {
  const [starts, ends]: [number[], number[]] = [[], []];
  for (const { first, passages } of articles) {
    if (passages === 0) continue;
    if (ends.at(-1) === first) ends.pop();
    else starts.push(first);
    ends.push(first + passages);
  }
  return { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** The number of the stretch that a place lies in; −1 where it lies in none. */
export function findRange({ starts, ends }: PlaceRanges, place: number): number {
  const last = lastAtMost(starts, place);
  return last >= 0 && place < (ends[last] ?? 0) ? last : -1;
}

/** The last of some ascending numbers that is no greater than another; −1 where all are. */
function lastAtMost(numbers: Uint32Array, most: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The numbers of those of some ascending places that lie in the stretches, from one to before the other. */
function* runsWithin({ starts, ends }: PlaceRanges, places: Uint32Array): Generator<readonly [number, number]> {
  let at = 0;
  for (const [nth, start] of starts.entries()) {
    const from = at + lastAtMost(places.subarray(at), start - 1) + 1;
    at = from + lastAtMost(places.subarray(from), (ends[nth] ?? 0) - 1) + 1;
    if (at > from) yield [from, at];
    if (at === places.length) return;
  }
}

/** How many of some ascending places lie in the stretches. */
export function countWithin(ranges: PlaceRanges, places: Uint32Array): number {
  let count = 0;
  for (const [from, to] of runsWithin(ranges, places)) count += to - from;
  return count;
}

/** Leaves out what lies in none of the stretches. */
export function keepWithin(ranges: PlaceRanges, { places, counts }: Placed): Placed {
  const runs = [...runsWithin(ranges, places)];
  const [only, another] = runs;
  if (!another) return { places: places.subarray(...(only ?? [0, 0])), counts: counts.subarray(...(only ?? [0, 0])) };
  const length = runs.reduce((sum, [from, to]) => sum + to - from, 0);
  const kept = { places: new Uint32Array(length), counts: new Uint8Array(length) };
  let next = 0;
  for (const run of runs) {
    kept.places.set(places.subarray(...run), next);
    kept.counts.set(counts.subarray(...run), next);
    next += run[1] - run[0];
  }
  return kept;
}
