import { expect } from "vitest";

/** Eight times as much takes eight times as long in linear time, 64 times in quadratic. */
const TIMES = 8;
const MOST = 24;
/** In milliseconds; what takes less is taken for this. */
const LEAST = 1;
const ATTEMPTS = 12;

/**
 * Expects that something takes time in proportion to its size, on a busy machine as well: of a few attempts the least time
 * of the processor counts, and only against that of an eighth of the size.
 */
export function expectLinear(size: number, run: (size: number) => unknown): void {
  run(Math.ceil(size / TIMES / TIMES));
  let [part, whole] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    part = Math.min(
      part,
      timeOf(() => run(Math.ceil(size / TIMES))),
    );
    whole = Math.min(
      whole,
      timeOf(() => run(size)),
    );
    if (whole <= Math.max(LEAST, part) * MOST) return;
  }
  expect(whole / Math.max(LEAST, part)).toBeLessThanOrEqual(MOST);
}

/** What a run takes of this thread's processor, in milliseconds. */
function timeOf(run: () => unknown): number {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
