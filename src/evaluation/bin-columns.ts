import { rounded } from "./rounded.ts";

/** The rows of a table with each number replaced by the bin that it falls into. */
export interface BinnedTable {
  readonly rows: number;
  readonly columns: number;
  /** Row after row. */
  readonly bins: Uint8Array;
  /** For each column the greatest number of each bin but the last, ascending. */
  readonly cuts: readonly Float64Array[];
}

/** So many bins a column has at most. */
export const MOST_BINS = 48;
/** So many numbers of a column are looked at for its bins. */
const MOST_SAMPLED = 20_000;

/** Puts the numbers of each column into bins of about as many rows each, so that trees need to try few thresholds. */
export function binColumns(table: readonly Float64Array[]): BinnedTable {
  const columns = table[0]?.length ?? 0;
  const cuts = Array.from({ length: columns }, (_, column) => chooseCuts(table, column));
  const bins = new Uint8Array(table.length * columns);
  for (const [index, row] of table.entries()) {
    for (const [column, cut] of cuts.entries()) bins[index * columns + column] = binOf(cut, row[column] ?? 0);
  }
  return { rows: table.length, columns, bins, cuts };
}

/**
 * Numbers that are frequent enough to fill a bin have one of their own, the others share the bins that are left: most
 * columns are mostly 0, and quantiles of all of them would leave hardly a border among the rest.
 */
function chooseCuts(table: readonly Float64Array[], column: number): Float64Array {
  const step = Math.max(1, Math.floor(table.length / MOST_SAMPLED));
  const length = Math.ceil(table.length / step);
  const sample = Float64Array.from({ length }, (_, at) => rounded(table[at * step]?.[column] ?? 0));
  const counts = new Map<number, number>();
  for (const value of sample) counts.set(value, (counts.get(value) ?? 0) + 1);
  const isFrequent = (value: number): boolean => (counts.get(value) ?? 0) * MOST_BINS >= length;
  const frequent = [...counts.keys()].filter(isFrequent);
  const others = sample.filter((value) => !isFrequent(value)).toSorted();
  const rest = Math.max(0, Math.min(others.length, MOST_BINS - 1 - frequent.length));
  const quantiles = Array.from({ length: rest }, (_, bin) => others[Math.floor((bin * others.length) / rest)] ?? 0);
  const greatest = Math.max(...counts.keys());
  const cuts = new Set([...frequent, ...quantiles].filter((value) => value < greatest));
  return Float64Array.from(cuts).toSorted();
}

/** The first bin whose greatest number is not below a number. */
function binOf(cuts: Float64Array, value: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > (cuts[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
