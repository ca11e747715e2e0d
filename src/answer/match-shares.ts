import type { QuestionPart } from "./question-parts.ts";

/** One part of the question with how much of it each candidate holds, 0–1. */
export interface Match {
  readonly part: QuestionPart;
  readonly found: Float64Array;
  readonly rarity: number;
  /** As `rarity`, but 0 for what the article's title says already. */
  readonly rarityBeyondTitle: number;
}

/** A part counts as found where at least so much of it stands. */
export const FOUND = 0.5;

/** Adds what a weight makes of how much each candidate holds. */
export function addHeld(column: Float64Array, found: Float64Array, weight: number): void {
  if (weight === 0) return;
  for (let index = 0; index < column.length; index += 1) {
    column[index] = (column[index] ?? 0) + weight * (found[index] ?? 0);
  }
}

/** Makes shares of a total; where that is 0, of nothing. */
export function divideBy(column: Float64Array, total: number): Float64Array {
  if (total === 0) return column.fill(0);
  for (let index = 0; index < column.length; index += 1) column[index] = (column[index] ?? 0) / total;
  return column;
}

/** Tells whether any candidate holds so much; a loop, since `some` takes several times as long for short columns. */
export function anyHolds(held: Float64Array, least: number): boolean {
  for (let at = 0; at < held.length; at += 1) if ((held[at] ?? 0) >= least) return true;
  return false;
}
