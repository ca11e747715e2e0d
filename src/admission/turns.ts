/** Work that is done one piece after another, with a turn of the event loop before each. */
export interface Turns {
  /** Resolves when it is the asker's turn, with how long that took, in milliseconds. */
  take(asker: string): Promise<number>;
}

export interface TurnsOptions {
  /** In milliseconds; must never be set back. */
  readonly now: () => number;
  /** Runs a step when everything else that is ready had its turn: what came in, what goes out. */
  readonly later: (step: () => void) => void;
}

const processTurns: TurnsOptions = { now: () => performance.now(), later: (step) => void setImmediate(step) };

/**
 * Makes turns that go round all who wait, first come, first served.
 *
 * A burst of events arrives in one go. Computed in one go as well, the first answer would leave after the last was found;
 * and whoever presses a button 300 times would be served before everybody who came a moment later.
 */
export function createTurns({ now, later }: TurnsOptions = processTurns): Turns {
  const waiting = new Map<string, (() => void)[]>();

  function next(): void {
    for (const [asker, queue] of waiting.entries().take(1)) {
      const begin = queue.shift();
      waiting.delete(asker);
      if (queue.length > 0) waiting.set(asker, queue);
      begin?.();
    }
    if (waiting.size > 0) later(next);
  }

  return {
    take(asker) {
      const since = now();
      const { promise, resolve } = Promise.withResolvers<number>();
      const isIdle = waiting.size === 0;
      const queue = waiting.get(asker) ?? [];
      queue.push(() => resolve(now() - since));
      waiting.set(asker, queue);
      if (isIdle) later(next);
      return promise;
    },
  };
}
