import ranking from "../../data/languages/ranking.json" with { type: "json" };
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

/** Scores so many candidates by what was measured of them, in the order of `featureNames`. */
export type Score = (columns: readonly Column[], size: number) => Float64Array;

/** A bit for each leaf of a tree. */
const MOST_LEAVES = 32;

/** Scores candidates by what was learned. */
export const scoreColumns: Score = createScore(ranking.trees, ranking.features);

/**
 * Makes the function that adds up what all trees say of each candidate.
 *
 * No tree is walked. Every node that a candidate goes right at rules out the leaves on its left, and of those that remain the
 * leftmost is where it falls (QuickScorer, Lucchese et al. 2015). A column's nodes lie together, the lowest thresholds first,
 * so that a candidate meets only those that it goes right at; most columns of most candidates are 0 and meet none.
 *
 * @param features the names that the trees' places stand for, in their order; one that is not measured counts as 0.
 * @throws RangeError where a tree has more leaves than a number has bits.
 */
export function createScore(trees: readonly Tree[], features: readonly string[]): Score {
  const forest = layOut(trees, features);
  return (columns, size) => {
    const common = new Int32Array(trees.length).fill(-1);
    ruleOut(forest, { column: NOTHING, nodes: rangeOf(forest, columns.length) }, common);
    for (const [place, column] of columns.entries()) {
      if (!column) ruleOut(forest, { column: NOTHING, nodes: rangeOf(forest, place) }, common);
    }
    const left = new Int32Array(size * trees.length);
    for (let at = 0; at < size; at += 1) left.set(common, at * trees.length);
    for (const [place, column] of columns.entries()) {
      if (column) ruleOut(forest, { column, nodes: rangeOf(forest, place) }, left);
    }
    return addLeaves(forest, left, size);
  };
}

/** A column of one 0. */
const NOTHING = new Float64Array(1);

/** All trees' nodes by column and threshold, and their leaves. */
interface Forest {
  /** How many trees there are. */
  readonly count: number;
  /** Where the nodes of each column begin; one more than there are columns, the last for what is not measured. */
  readonly starts: Int32Array;
  readonly thresholds: Float64Array;
  /** Which tree a node is of, and the leaves that remain for what goes right at it, a bit each. */
  readonly trees: Int32Array;
  readonly remaining: Int32Array;
  /** By tree, room for as many as a number has bits. */
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
    return nodesOf(tree).map(({ feature, ...node }) => {
      const place = places[feature] ?? -1;
      return { ...node, tree: number, place: place < 0 ? featureNames.length : place };
    });
  });
  const sorted: Node[] = nodes.toSorted((a, b) => a.place - b.place || a.threshold - b.threshold);
  const starts = Int32Array.from({ length: featureNames.length + 2 }, (_, place) => {
    const first = sorted.findIndex((node) => node.place >= place);
    return first < 0 ? sorted.length : first;
  });
  return {
    count: trees.length,
    starts,
    thresholds: Float64Array.from(sorted, ({ threshold }) => threshold),
    trees: Int32Array.from(sorted, ({ tree }) => tree),
    remaining: Int32Array.from(sorted, ({ remaining }) => remaining),
    leaves,
  };
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
    return [{ feature: asked, threshold: value[node] ?? 0, remaining: ~(((1 << (to - from)) - 1) << from) }];
  });
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function rangeOf({ starts }: Forest, place: number): Range {
  return { start: starts[place] ?? 0, end: starts[place + 1] ?? 0 };
}

/** Takes from each candidate's trees the leaves that its value in a column cannot fall into. */
function ruleOut(
  { thresholds, trees, remaining, count }: Forest,
  { column, nodes: { start, end } }: { readonly column: Float64Array; readonly nodes: Range },
  left: Int32Array,
): void {
  if (start === end) return;
  const lowest = thresholds[start] ?? 0;
  for (let at = 0; at < column.length; at += 1) {
    const value = column[at] ?? 0;
    if (value <= lowest) continue;
    const first = at * count;
    for (let node = start; node < end && value > (thresholds[node] ?? 0); node += 1) {
      const place = first + (trees[node] ?? 0);
      left[place] = (left[place] ?? 0) & (remaining[node] ?? 0);
    }
  }
}

/** Adds up, tree by tree, the leftmost leaves that remain. */
function addLeaves({ leaves, count }: Forest, left: Int32Array, size: number): Float64Array {
  const scores = new Float64Array(size);
  for (let at = 0; at < size; at += 1) {
    let score = 0;
    for (let tree = 0; tree < count; tree += 1) {
      const bits = left[at * count + tree] ?? 0;
      score += leaves[tree * MOST_LEAVES + 31 - Math.clz32(bits & -bits)] ?? 0;
    }
    scores[at] = score;
  }
  return scores;
}
