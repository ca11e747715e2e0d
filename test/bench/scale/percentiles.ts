export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}

/** What half of all values, and all but one in a hundred, do not exceed; 0 of none. */
export function percentiles(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}
