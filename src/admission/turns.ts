/** Work that is done one piece after another, with a turn of the event loop before each. */
export interface Turns {
  /** Resolves when it is the asker's turn, with how long that took, in milliseconds. */
  take(asker: string): Promise<number>;
}

export interface TurnsOptions {
  /** In milliseconds; must never be set back. */
  readonly now: () => number;
  /**
   * Runs a step when everything else that is ready had its turn: what came in, what goes out.
   *
   * @param isCrowded tells that others were served just before.
   */
  readonly later: (step: () => void, isCrowded: boolean) => void;
}

/**
 * Over HTTP: in one turn of the event loop Node takes one new connection. Were each followed by an answer, a burst would wait unseen,
 * where nobody goes round it and nothing is shed. The gateway's one connection brings all that there is in one turn.
 */
export const turnsForConnections = 8;

function afterTurns(count: number, step: () => void): void {
  setImmediate(count > 1 ? () => afterTurns(count - 1, step) : step);
}

/**
 * Makes turns that go round all who wait, first come, first served.
 *
 * A burst of events arrives in one go. Computed in one go as well, the first answer would leave after the last was found;
 * and whoever presses a button 300 times would be served before everybody who came a moment later.
 */
export function createTurns({ now, later }: TurnsOptions): Turns {
  const waiting = new Map<string, (() => void)[]>();

  function next(): void {
    for (const [asker, queue] of waiting.entries().take(1)) {
      const begin = queue.shift();
      waiting.delete(asker);
      if (queue.length > 0) waiting.set(asker, queue);
      begin?.();
    }
    if (waiting.size > 0) later(next, true);
  }

  return {
    take(asker) {
      const since = now();
      const { promise, resolve } = Promise.withResolvers<number>();
      const isIdle = waiting.size === 0;
      const queue = waiting.get(asker) ?? [];
      queue.push(() => resolve(now() - since));
      waiting.set(asker, queue);
      if (isIdle) later(next, false);
      return promise;
    },
  };
}

/** Turns of which it is known how many wait for theirs. */
export interface CountedTurns extends Turns {
  readonly waiting: number;
}

export function countTurns(turns: Turns): CountedTurns {
  let waiting = 0;
  return {
    get waiting() {
      return waiting;
    },
    async take(asker) {
      waiting += 1;
      try {
        return await turns.take(asker);
      } finally {
        waiting -= 1;
      }
    },
  };
}

/** Makes turns of the event loop, so many between two answers while others wait. */
export function createLoopTurns(between = 1): Turns {
  const later: TurnsOptions["later"] = (step, isCrowded) => afterTurns(isCrowded ? between : 1, step);
  return createTurns({ now: () => performance.now(), later });
}
