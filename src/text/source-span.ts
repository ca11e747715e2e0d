import type { Folded } from "./fold.ts";
import type { Span } from "./span.ts";

/** Finds what a stretch of folded text was folded from. */
export function sourceSpan({ starts, ends }: Folded, from: number, to: number): Span {
  return { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 };
}
