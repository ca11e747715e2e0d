/**
 * Lists the indexes of scores, the highest first; equal ones by their place in another order. A merge sort of numbers, since
 * `toSorted` calls back for each comparison.
 *
 * @param order by score, its place among equal ones.
 */
export function sortByScore(scores: Float64Array, order: Int32Array): Int32Array {
  const size = scores.length;
  let sorted = new Int32Array(size);
  let merged = new Int32Array(size);
  for (let at = 0; at < size; at += 1) sorted[at] = at;
  for (let run = 1; run < size; run *= 2) {
    for (let start = 0; start < size; start += 2 * run) {
      merge({ scores, order, sorted, merged }, start, run);
    }
    [sorted, merged] = [merged, sorted];
  }
  return sorted;
}

interface Merging {
  readonly scores: Float64Array;
  readonly order: Int32Array;
  readonly sorted: Int32Array;
  readonly merged: Int32Array;
}

/** Merges two runs that stand one behind the other and are sorted each. */
function merge({ scores, order, sorted, merged }: Merging, start: number, run: number): void {
  const middle = Math.min(start + run, sorted.length);
  const end = Math.min(middle + run, sorted.length);
  let [left, right] = [start, middle];
  for (let to = start; to < end; to += 1) {
    const [first, second] = [sorted[left] ?? 0, sorted[right] ?? 0];
    const lead = (scores[first] ?? 0) - (scores[second] ?? 0);
    const isFirst =
      right >= end || (left < middle && (lead > 0 || (lead === 0 && (order[first] ?? 0) <= (order[second] ?? 0))));
    merged[to] = isFirst ? first : second;
    if (isFirst) left += 1;
    else right += 1;
  }
}
