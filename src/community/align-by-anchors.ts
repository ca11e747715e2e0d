import type { Step } from "../answer/align-sequences.ts";

/**
 * Aligns two lists of numbers by those that each has once, in the longest order that both share: roughly, but in a time that
 * hardly grows faster than they do, however much differs. What equals its neighbour beside an anchor is common as well.
 */
export function alignByAnchors(first: Int32Array, second: Int32Array): Step[] {
  const steps: Step[] = [];
  let [from, to] = [0, 0];
  for (const [one, other] of [...anchors(first, second), [first.length, second.length] as const]) {
    let [begin, end] = [0, 0];
    while (from + begin < one && to + begin < other && first[from + begin] === second[to + begin]) begin += 1;
    const room = Math.min(one - from, other - to) - begin;
    while (end < room && first[one - 1 - end] === second[other - 1 - end]) end += 1;
    pushMany(steps, "both", begin);
    pushMany(steps, "first", one - from - begin - end);
    pushMany(steps, "second", other - to - begin - end);
    pushMany(steps, "both", end + (one < first.length ? 1 : 0));
    [from, to] = [one + 1, other + 1];
  }
  return steps;
}

function pushMany(steps: Step[], step: Step, count: number): void {
  for (let made = 0; made < count; made += 1) steps.push(step);
}

type Anchor = readonly [first: number, second: number];

/** The longest run of places whose order both lists share (patience sorting). */
function anchors(first: Int32Array, second: Int32Array): Anchor[] {
  const unique = placesOfUnique(second);
  const own = placesOfUnique(first);
  const common = [...own].flatMap(([item, place]): Anchor[] => {
    const other = unique.get(item);
    return other === undefined ? [] : [[place, other]];
  });
  const [ends, before]: [number[], number[]] = [[], []];
  for (const [index, [, other]] of common.entries()) {
    const at = firstNotBelow(ends, other, common);
    before.push(at === 0 ? -1 : (ends[at - 1] ?? -1));
    ends[at] = index;
  }
  const run: Anchor[] = [];
  for (let index = ends.at(-1) ?? -1; index !== -1; index = before[index] ?? -1) {
    const anchor = common[index];
    if (anchor) run.push(anchor);
  }
  return run.toReversed();
}

/** In the order of their places. */
function placesOfUnique(items: Int32Array): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  const repeated = new Set<number>();
  for (const [place, item] of items.entries()) {
    if (places.has(item)) repeated.add(item);
    else places.set(item, place);
  }
  for (const item of repeated) places.delete(item);
  return places;
}

function firstNotBelow(ends: readonly number[], other: number, common: readonly Anchor[]): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((common[ends[middle] ?? 0]?.[1] ?? 0) < other) low = middle + 1;
    else high = middle;
  }
  return low;
}
