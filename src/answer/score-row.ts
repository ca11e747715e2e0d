import ranking from "../../data/languages/ranking.json" with { type: "json" };
import { featureNames } from "./features.ts";

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

const LEAF = -1;

/** Scores one candidate by what was measured of it, in the order of `featureNames`. */
export const scoreRow = createScore(ranking.trees, ranking.features);

/**
 * Makes the function that adds up what all trees say of a row.
 *
 * @param features the names that the trees' places stand for, in their order; one that is not measured counts as 0.
 */
export function createScore(trees: readonly Tree[], features: readonly string[]): (row: Float64Array) => number {
  const places = features.map((name) => featureNames.findIndex((measured) => measured === name));
  const unmeasured = featureNames.length;
  const roots: number[] = [];
  const [feature, value, right]: [number[], number[], number[]] = [[], [], []];
  for (const tree of trees) {
    const root = feature.length;
    roots.push(root);
    for (const [node, asked] of tree.feature.entries()) {
      const place = places[asked] ?? -1;
      feature.push(asked < 0 ? LEAF : place < 0 ? unmeasured : place);
      value.push(tree.value[node] ?? 0);
      right.push(root + (tree.right[node] ?? 0));
    }
  }
  const forest = { feature: Int32Array.from(feature), value: Float64Array.from(value), right: Int32Array.from(right) };
  return (row) => roots.reduce((score, root) => score + leafOf(forest, root, row), 0);
}

interface Forest {
  readonly feature: Int32Array;
  readonly value: Float64Array;
  readonly right: Int32Array;
}

function leafOf({ feature, value, right }: Forest, root: number, row: Float64Array): number {
  let node = root;
  for (let asked = feature[node] ?? LEAF; asked !== LEAF; asked = feature[node] ?? LEAF) {
    node = (row[asked] ?? 0) <= (value[node] ?? 0) ? node + 1 : (right[node] ?? 0);
  }
  return value[node] ?? 0;
}
