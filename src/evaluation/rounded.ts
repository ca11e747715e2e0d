/** Four digits are enough, and the file stays readable. */
export function rounded(value: number): number {
  return Number(value.toFixed(4));
}
