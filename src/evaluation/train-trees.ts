import type { Tree } from "../answer/score-columns.ts";
import { type BinnedTable, binColumns } from "./bin-columns.ts";
import { type GrownTree, growTree, type Slopes, type TreeOptions } from "./grow-tree.ts";
import { seededRandom } from "./seeded-random.ts";

/** One question's candidates. */
export interface RankingExample {
  readonly rows: readonly Float64Array[];
  /** For each row, whether it is a right answer. */
  readonly right: readonly boolean[];
  /** How much it counts. */
  readonly weight: number;
}

export interface TreesOptions extends TreeOptions {
  readonly trees: number;
  /** The share of columns that each tree may ask for, and of questions that it learns from. */
  readonly columnShare: number;
  readonly questionShare: number;
  readonly seed: number;
}

/** A question with the place of its first row in the table of all. */
interface PlacedExample extends RankingExample {
  readonly first: number;
}

/**
 * Learns to put a right row first, by gradient boosting (Friedman 2001): each tree steps down the slope of the softmax
 * over a question's rows, which should fall on the right ones (ListNet, Cao et al. 2007). The same examples and options
 * give the same trees to the digit.
 */
export function trainTrees(examples: readonly RankingExample[], options: TreesOptions): Tree[] {
  const placed = placeExamples(examples.filter(({ right }) => right.includes(true) && right.includes(false)));
  const table = binColumns(placed.flatMap(({ rows }) => rows));
  const random = seededRandom(options.seed);
  const scores = new Float64Array(table.rows);
  const slopes = { first: new Float64Array(table.rows), second: new Float64Array(table.rows) };
  const all = Array.from({ length: table.columns }, (_, column) => column);
  const trees: Tree[] = [];
  for (let grown = 0; grown < options.trees && placed.length > 0; grown += 1) {
    for (const example of placed) setSlopes(slopes, scores, example);
    const columns = all.filter(() => random() < options.columnShare);
    const rows = placed.filter(() => random() < options.questionShare).flatMap(placesOf);
    const { cut, ...tree } = growTree(Int32Array.from(rows), { table, columns, ...slopes, options });
    addToScores(scores, { cut, ...tree }, table);
    trees.push(tree);
  }
  return trees;
}

function placeExamples(examples: readonly RankingExample[]): PlacedExample[] {
  let first = 0;
  return examples.map((example) => {
    const placed = { ...example, first };
    first += example.rows.length;
    return placed;
  });
}

function placesOf({ first, rows }: PlacedExample): number[] {
  return rows.map((_, at) => first + at);
}

/** The softmax's share of each row less the share it should have, and how fast that changes. */
function setSlopes(slopes: Slopes, scores: Float64Array, { rows, right, weight, first }: PlacedExample): void {
  const own = scores.subarray(first, first + rows.length);
  const highest = own.reduce((one, other) => Math.max(one, other), -Infinity);
  const powers = own.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const good = powers.reduce((sum, power, at) => sum + (right[at] ? power : 0), 0) || 1e-300;
  for (const [at, power] of powers.entries()) {
    const share = power / total;
    slopes.first[first + at] = weight * (share - (right[at] ? power / good : 0));
    slopes.second[first + at] = weight * Math.max(LEAST_CURVE, share * (1 - share));
  }
}

const LEAST_CURVE = 1e-4;

function addToScores(scores: Float64Array, { feature, value, right, cut }: GrownTree, table: BinnedTable): void {
  for (let row = 0; row < table.rows; row += 1) {
    let node = 0;
    for (let column = feature[0] ?? -1; column >= 0; column = feature[node] ?? -1) {
      const isLeft = (table.bins[row * table.columns + column] ?? 0) <= (cut[node] ?? 0);
      node = isLeft ? node + 1 : (right[node] ?? 0);
    }
    scores[row] = (scores[row] ?? 0) + (value[node] ?? 0);
  }
}
