/** What becomes of the next item: both have it, only the first list has it, or only the second. */
export type Step = "both" | "first" | "second";

/**
 * Aligns two lists of numbers with the fewest items that only one of them has, by Myers's algorithm (An O(ND)
 * Difference Algorithm and Its Variations, 1986), which grows with the lists and with the square of what differs.
 *
 * Gives nothing where more than `most` items differ. A diagonal is a place in the first list less that in the second.
 */
export function alignSequences(first: Int32Array, second: Int32Array, most: number): Step[] | undefined {
  const [middle, last] = [most + 1, first.length - second.length];
  // Of each diagonal how far its furthest path has come in `first`, and which path that is.
  const [ends, ids] = [new Int32Array(2 * most + 3).fill(NONE), new Int32Array(2 * most + 3).fill(NONE)];
  const paths: Paths = { ends: [], parents: [], diagonals: [] };
  let [lowest, highest] = [-most, most];
  for (let differing = 0; differing <= most; differing += 1) {
    // What strays further does not come back in time.
    const [from, to] = [last - (most - differing), last + (most - differing)];
    const begin = sameParity(Math.max(lowest, from, -differing), differing);
    for (let diagonal = begin; diagonal <= Math.min(highest, to, differing); diagonal += 2) {
      const place = middle + diagonal;
      const [left, right] = [ends[place - 1] ?? NONE, ends[place + 1] ?? NONE];
      const canDrop = left !== NONE && left < first.length;
      const canTake = right !== NONE && right - diagonal <= second.length;
      const isFirst = differing === 0;
      ends[place] = NONE;
      if (!isFirst && !canDrop && !canTake) continue;
      const takes = !canDrop || (canTake && left < right);
      let at = isFirst ? 0 : takes ? right : left + 1;
      while (at < first.length && at - diagonal < second.length && first[at] === second[at - diagonal]) at += 1;
      paths.ends.push(at);
      paths.parents.push(isFirst ? NONE : (ids[takes ? place + 1 : place - 1] ?? NONE));
      paths.diagonals.push(diagonal);
      if (at >= first.length && at - diagonal >= second.length) return trace(paths);
      ends[place] = at;
      ids[place] = paths.ends.length - 1;
      if (at >= first.length) highest = Math.min(highest, diagonal - 1);
      if (at - diagonal >= second.length) lowest = Math.max(lowest, diagonal + 1);
    }
  }
  return undefined;
}

const NONE = -1;

/** All paths that were gone; each goes on from another. */
interface Paths {
  readonly ends: number[];
  readonly parents: number[];
  readonly diagonals: number[];
}

/** Only every other diagonal can be reached with so many that differ. */
function sameParity(diagonal: number, differing: number): number {
  return (diagonal + differing) % 2 === 0 ? diagonal : diagonal + 1;
}

/** The steps of the path that was gone last. */
function trace({ ends, parents, diagonals }: Paths): Step[] {
  const steps: Step[] = [];
  for (let path = ends.length - 1; path !== NONE; path = parents[path] ?? NONE) {
    const parent = parents[path] ?? NONE;
    const takes = parent !== NONE && (diagonals[path] ?? 0) < (diagonals[parent] ?? 0);
    const from = parent === NONE ? 0 : (ends[parent] ?? 0) + (takes ? 0 : 1);
    for (let at = ends[path] ?? 0; at > from; at -= 1) steps.push("both");
    if (parent !== NONE) steps.push(takes ? "second" : "first");
  }
  return steps.toReversed();
}
