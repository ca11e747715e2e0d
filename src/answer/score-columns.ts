import ranking from "../../data/languages/ranking.json" with { type: "json" };
import { remember } from "../languages/remember.ts";
import { featureNames } from "./features.ts";
import type { Column } from "./ranking-context.ts";

/**
 * A regression tree, its nodes in preorder: the left child of a node stands right behind it.
 *
 * `npm run train` grows them; the file says from what.
 */
export interface Tree {
  /** The place, in the list of features, of what a node asks for; -1 for a leaf. */
  readonly feature: readonly number[];
  /** A row goes left where its feature is at most so much; of a leaf, what it adds to the score. */
  readonly value: readonly number[];
  /** Where the right child of a node stands; 0 for a leaf. */
  readonly right: readonly number[];
}

/** What is to be scored. */
export interface Scored {
  /** What was measured of the candidates, in the order of `featureNames`. */
  readonly columns: readonly Column[];
  /** How many candidates there are. */
  readonly size: number;
  /** Those of the columns that are the same whatever is asked: the same object for each question. */
  readonly fixed: readonly Column[];
}

/** Scores candidates; higher is better. */
export type Score = (scored: Scored) => Float64Array;

/** A bit for each leaf of a tree. */
const MOST_LEAVES = 16;

/** Values of 0–1 are cut into so many steps; a threshold is looked for from where its step begins. */
const STEPS = 32;

/** Scores candidates by what was learned. */
export const scoreColumns: Score = createScore(ranking.trees, ranking.features);

/**
 * Makes the function that adds up what all trees say of each candidate.
 *
 * No tree is walked. Every node that a candidate goes right at rules out the leaves on its left, and of those that remain the
 * leftmost is where it falls (QuickScorer, Lucchese et al. 2015). What a value rules out in all trees is listed beforehand
 * for each stretch between two thresholds of its column; most columns of most candidates are 0 and rule out nothing.
 *
 * @param features the names that the trees' places stand for, in their order; one that is not measured counts as 0.
 * @throws RangeError where a tree has more leaves than `MOST_LEAVES`.
 */
export function createScore(trees: readonly Tree[], features: readonly string[]): Score {
  const forest = layOut(trees, features);
  const fixedLeft = remember((fixed: readonly Column[]) => {
    const size = fixed.find((column) => column !== undefined)?.length ?? 0;
    return ruleOutAll(forest, fixed, new Uint16Array(size * trees.length).fill(-1));
  });
  return ({ columns, size, fixed }) => {
    const common = new Uint16Array(trees.length).fill(-1);
    ruleOut(forest, { column: NOTHING, place: columns.length, rows: 1 }, common);
    const known = fixedLeft(fixed);
    const left = known.length === size * trees.length ? known.slice() : new Uint16Array(size * trees.length).fill(-1);
    for (let place = 0; place < columns.length; place += 1) {
      const column = columns[place] ?? NOTHING;
      if (column === fixed[place]) continue;
      // What is the same for all is ruled out once.
      if (isLevel(column)) ruleOut(forest, { column, place, rows: 1 }, common);
      else ruleOut(forest, { column, place, rows: size }, left);
    }
    return addLeaves(forest, { left, common }, size);
  };
}

function isLevel(column: Float64Array): boolean {
  const first = column[0];
  for (let at = 1; at < column.length; at += 1) if (column[at] !== first) return false;
  return true;
}

/** A column of one 0. */
const NOTHING = new Float64Array(1);

/** What each value rules out. */
interface Forest {
  /** How many trees there are. */
  readonly count: number;
  /** Where the thresholds of each column begin; one more than there are columns, the last for what is not measured. */
  readonly starts: Int32Array;
  /** Ascending within a column, each once. */
  readonly thresholds: Float64Array;
  /** Where the list of what lies above each threshold begins; one more than there are thresholds. */
  readonly lists: Int32Array;
  /** The tree of a node that is gone right at, shifted by 16, and the leaves that remain, a bit each, the leftmost the highest. */
  readonly ruled: Uint32Array;
  /** By column and by `STEPS` of its values, the first threshold that is no less than where the step begins. */
  readonly firsts: Uint16Array;
  /** By tree, room for `MOST_LEAVES`. */
  readonly leaves: Float64Array;
}

interface Node {
  readonly place: number;
  readonly threshold: number;
  readonly tree: number;
  readonly remaining: number;
}

function layOut(trees: readonly Tree[], features: readonly string[]): Forest {
  const places = features.map((name) => featureNames.findIndex((measured) => measured === name));
  const leaves = new Float64Array(trees.length * MOST_LEAVES);
  const nodes = trees.flatMap((tree, number) => {
    leaves.set(leavesOf(tree), number * MOST_LEAVES);
    return nodesOf(tree).map(({ feature, ...node }): Node => {
      const place = places[feature] ?? -1;
      return { ...node, tree: number, place: place < 0 ? featureNames.length : place };
    });
  });
  const [starts, thresholds, lists]: [number[], number[], number[]] = [[], [], [0]];
  const ruled: { readonly tree: number; readonly remaining: number }[] = [];
  for (let place = 0; place <= featureNames.length; place += 1) {
    starts.push(thresholds.length);
    const own = nodes.filter((node) => node.place === place).toSorted((a, b) => a.threshold - b.threshold);
    for (const threshold of new Set(own.map((node) => node.threshold))) {
      thresholds.push(threshold);
      ruled.push(...joinNodes(own.filter((node) => node.threshold <= threshold)));
      lists.push(ruled.length);
    }
  }
  return {
    count: trees.length,
    starts: Int32Array.of(...starts, thresholds.length),
    thresholds: Float64Array.from(thresholds),
    lists: Int32Array.from(lists),
    ruled: Uint32Array.from(ruled, ({ tree, remaining }) => ((tree << 16) | (remaining & 0xff_ff)) >>> 0),
    firsts: listFirsts(starts, thresholds),
    leaves,
  };
}

function listFirsts(starts: readonly number[], thresholds: readonly number[]): Uint16Array {
  const firsts = starts.flatMap((start, place) => {
    const end = starts[place + 1] ?? thresholds.length;
    return Array.from({ length: STEPS }, (_, step) => {
      const above = thresholds.slice(start, end).findIndex((threshold) => threshold >= step / STEPS);
      return above < 0 ? end : start + above;
    });
  });
  return Uint16Array.from(firsts);
}

/** What several nodes leave of each tree. */
function joinNodes(nodes: readonly Node[]) {
  const remaining = new Map<number, number>();
  for (const node of nodes) remaining.set(node.tree, (remaining.get(node.tree) ?? -1) & node.remaining);
  return [...remaining].map(([tree, left]) => ({ tree, remaining: left }));
}

/** What a tree's leaves add, from the leftmost to the rightmost. */
function leavesOf({ feature, value }: Tree): number[] {
  const leaves = value.filter((_, node) => (feature[node] ?? 0) < 0);
  if (leaves.length > MOST_LEAVES) throw new RangeError(`a tree has ${leaves.length} leaves, more than ${MOST_LEAVES}`);
  return leaves;
}

function nodesOf({ feature, value, right }: Tree) {
  const before = [0];
  for (const asked of feature) before.push((before.at(-1) ?? 0) + (asked < 0 ? 1 : 0));
  return feature.flatMap((asked, node) => {
    if (asked < 0) return [];
    // The leaves of the left child lie between the node and its right child.
    const [from, to] = [before[node] ?? 0, before[right[node] ?? 0] ?? 0];
    return [
      { feature: asked, threshold: value[node] ?? 0, remaining: ~(((1 << (to - from)) - 1) << (MOST_LEAVES - to)) },
    ];
  });
}

function ruleOutAll(forest: Forest, columns: readonly Column[], left: Uint16Array): Uint16Array {
  for (const [place, column] of columns.entries()) {
    if (column) ruleOut(forest, { column, place, rows: column.length }, left);
  }
  return left;
}

interface Ruling {
  readonly column: Float64Array;
  readonly place: number;
  /** So many of its values are looked at. */
  readonly rows: number;
}

/** Takes from each candidate's trees the leaves that its value in a column cannot fall into. */
function ruleOut(
  { starts, thresholds, lists, ruled, firsts, count }: Forest,
  { column, place, rows }: Ruling,
  left: Uint16Array,
): void {
  const [start, end] = [starts[place] ?? 0, starts[place + 1] ?? 0];
  if (start === end) return;
  const lowest = thresholds[start] ?? 0;
  for (let at = 0; at < rows; at += 1) {
    const value = column[at] ?? 0;
    if (value <= lowest) continue;
    let above = value < 0 ? start : (firsts[place * STEPS + Math.min(STEPS - 1, Math.floor(value * STEPS))] ?? 0);
    while (above < end && value > (thresholds[above] ?? 0)) above += 1;
    const first = at * count;
    const last = lists[above] ?? 0;
    for (let nth = lists[above - 1] ?? 0; nth < last; nth += 1) {
      const entry = ruled[nth] ?? 0;
      const tree = first + (entry >>> 16);
      left[tree] = (left[tree] ?? 0) & entry;
    }
  }
}

/** Adds up, tree by tree, the leftmost leaves that remain. */
function addLeaves(
  { leaves, count }: Forest,
  { left, common }: Readonly<Record<"left" | "common", Uint16Array>>,
  size: number,
): Float64Array {
  const scores = new Float64Array(size);
  let place = 0;
  for (let at = 0; at < size; at += 1) {
    let score = 0;
    for (let tree = 0; tree < count; tree += 1) {
      const bits = (left[place] ?? 0) & (common[tree] ?? 0);
      score += leaves[tree * MOST_LEAVES + Math.clz32(bits) - LEADING_ZEROS] ?? 0;
      place += 1;
    }
    scores[at] = score;
  }
  return scores;
}

/** A leaf's bits stand in the lower half of 32. */
const LEADING_ZEROS = 32 - MOST_LEAVES;
