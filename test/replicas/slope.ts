/** How much something grows, with its standard error. */
export interface Slope {
  readonly slope: number;
  readonly error: number;
}

/** Fits a line through points by least squares; fewer than three tell nothing. */
export function slopeOf(points: readonly (readonly [number, number])[]): Slope {
  const count = points.length;
  if (count < 3) return { slope: 0, error: Infinity };
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / count;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / count;
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const rest = points.reduce((sum, [x, y]) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  return { slope, error: Math.sqrt(rest / (count - 2) / spread) };
}
