import type { Tree } from "../answer/score-columns.ts";
import { type BinnedTable, MOST_BINS } from "./bin-columns.ts";
import { rounded } from "./rounded.ts";

export interface TreeOptions {
  /** At most so many leaves. */
  readonly leaves: number;
  /** What a leaf adds is so much of what would fit best. */
  readonly rate: number;
  /** A leaf holds at least so many rows. */
  readonly leastRows: number;
  /** Draws the leaves of few rows towards 0. */
  readonly damping: number;
}

/** First and second derivatives of the loss by each row's score. */
export interface Slopes {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

export interface Growing extends Slopes {
  readonly table: BinnedTable;
  /** The columns that may be asked for. */
  readonly columns: readonly number[];
  readonly options: TreeOptions;
}

/** Which leaf each row of the table falls into is told by its bins; `cut` is the greatest bin that goes left. */
export interface GrownTree extends Tree {
  readonly cut: readonly number[];
}

interface Leaf {
  readonly rows: Int32Array;
  readonly sums: Sums;
  readonly histogram: Float64Array;
  readonly split: Split | undefined;
}

interface Sums {
  readonly first: number;
  readonly second: number;
}

interface Split {
  readonly gain: number;
  readonly column: number;
  readonly cut: number;
}

interface Branch {
  readonly split: Split;
  readonly left: Node;
  readonly right: Node;
}

/** A leaf until it is split. */
interface Node {
  readonly leaf: Leaf;
  branch?: Branch;
}

/** First derivatives, second ones, and rows, for each bin. */
const PER_BIN = 3;

/**
 * Grows one tree, the leaf that gains most first, by Newton steps over histograms (Ke et al., LightGBM, 2017).
 *
 * @param rows those that the tree learns from.
 */
export function growTree(rows: Int32Array, growing: Growing): GrownTree {
  const root: Node = { leaf: makeLeaf(rows, sumUp(rows, growing), growing) };
  const leaves = [root];
  while (leaves.length < growing.options.leaves) {
    const best = leaves.reduce((one, other) => (gainOf(other) > gainOf(one) ? other : one));
    const { split } = best.leaf;
    if (!split) break;
    const [left, right] = divide(best.leaf, split, growing);
    best.branch = { split, left, right };
    leaves.splice(leaves.indexOf(best), 1, left, right);
  }
  return writeTree(root, growing);
}

function gainOf({ leaf }: Node): number {
  return leaf.split?.gain ?? 0;
}

function divide({ rows, histogram }: Leaf, split: Split, growing: Growing): [Node, Node] {
  const { bins, columns } = growing.table;
  const goesLeft = (row: number): boolean => (bins[row * columns + split.column] ?? 0) <= split.cut;
  const [left, right] = [rows.filter(goesLeft), rows.filter((row) => !goesLeft(row))];
  // The larger side's histogram is what the smaller one's leaves of the whole.
  const smaller = left.length <= right.length ? left : right;
  const counted = sumUp(smaller, growing);
  const rest = histogram.map((value, at) => value - (counted[at] ?? 0));
  const nodeOf = (side: Int32Array): Node => ({ leaf: makeLeaf(side, side === smaller ? counted : rest, growing) });
  return [nodeOf(left), nodeOf(right)];
}

function sumUp(rows: Int32Array, { table, columns, first, second }: Growing): Float64Array {
  const histogram = new Float64Array(table.columns * MOST_BINS * PER_BIN);
  for (const row of rows) {
    const [slope, curve] = [first[row] ?? 0, second[row] ?? 0];
    for (const column of columns) {
      const at = (column * MOST_BINS + (table.bins[row * table.columns + column] ?? 0)) * PER_BIN;
      histogram[at] = (histogram[at] ?? 0) + slope;
      histogram[at + 1] = (histogram[at + 1] ?? 0) + curve;
      histogram[at + 2] = (histogram[at + 2] ?? 0) + 1;
    }
  }
  return histogram;
}

function makeLeaf(rows: Int32Array, histogram: Float64Array, growing: Growing): Leaf {
  let [first, second] = [0, 0];
  for (const row of rows) {
    first += growing.first[row] ?? 0;
    second += growing.second[row] ?? 0;
  }
  const sums = { first, second };
  return { rows, sums, histogram, split: findSplit({ rows, sums, histogram }, growing) };
}

function findSplit({ rows, sums, histogram }: Omit<Leaf, "split">, growing: Growing): Split | undefined {
  const { damping, leastRows } = growing.options;
  const worth = (first: number, second: number): number => (first * first) / (second + damping);
  const whole = worth(sums.first, sums.second);
  let best: Split | undefined;
  for (const column of growing.columns) {
    let [first, second, count] = [0, 0, 0];
    for (let cut = 0; cut < (growing.table.cuts[column]?.length ?? 0); cut += 1) {
      const at = (column * MOST_BINS + cut) * PER_BIN;
      first += histogram[at] ?? 0;
      second += histogram[at + 1] ?? 0;
      count += histogram[at + 2] ?? 0;
      if (count < leastRows) continue;
      if (rows.length - count < leastRows) break;
      const gain = worth(first, second) + worth(sums.first - first, sums.second - second) - whole;
      if (gain > (best?.gain ?? LEAST_GAIN)) best = { gain, column, cut };
    }
  }
  return best;
}

const LEAST_GAIN = 1e-6;

function writeTree(root: Node, { table, options }: Growing): GrownTree {
  const [feature, value, right, cut]: [number[], number[], number[], number[]] = [[], [], [], []];
  const write = ({ leaf, branch }: Node): void => {
    const at = feature.length;
    feature.push(branch ? branch.split.column : -1);
    const fit = (-options.rate * leaf.sums.first) / (leaf.sums.second + options.damping);
    value.push(branch ? (table.cuts[branch.split.column]?.[branch.split.cut] ?? 0) : rounded(fit));
    right.push(0);
    cut.push(branch?.split.cut ?? 0);
    if (!branch) return;
    write(branch.left);
    right[at] = feature.length;
    write(branch.right);
  };
  write(root);
  return { feature, value, right, cut };
}
