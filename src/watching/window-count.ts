/** Counts what happened lately. */
export interface WindowCount {
  add(): void;
  /** How often within the window. */
  count(): number;
}

/** Into so many parts a window is divided: what happened leaves it late by one of them at most. */
const PARTS = 60;

/**
 * @param length of the window, in milliseconds.
 * @param now in milliseconds; must never be set back.
 */
export function createWindowCount(length: number, now: () => number): WindowCount {
  const counts = new Map<number, number>();
  const partOf = (time: number) => Math.floor(time / (length / PARTS));

  function sweep(): void {
    const oldest = partOf(now()) - PARTS;
    for (const part of counts.keys()) if (part < oldest) counts.delete(part);
  }

  return {
    add() {
      sweep();
      const part = partOf(now());
      counts.set(part, (counts.get(part) ?? 0) + 1);
    },
    count() {
      sweep();
      return counts.values().reduce((sum, count) => sum + count, 0);
    },
  };
}
