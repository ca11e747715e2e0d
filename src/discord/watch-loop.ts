export interface LoopWatch {
  /** Why hardly anything is answered in time, in one line. */
  problem(): string | undefined;
  close(): void;
}

export interface LoopWatchOptions {
  /** In milliseconds; must never be set back. */
  readonly now: () => number;
  /** Calls back again and again, without keeping the process. */
  readonly every: (milliseconds: number, act: () => void) => { readonly stop: () => void };
}

/** In milliseconds. */
const INTERVAL = 500;
/** In milliseconds: what waits longer for its turn is told to come again. */
const LONGEST = 1000;
/** One time is a large file or a machine that slept. */
const OFTEN = 3;

/** Watches whether the event loop is held again and again. While it is held nobody can be told, so that a check fails by itself. */
export function watchLoop({ now, every }: LoopWatchOptions): LoopWatch {
  let last = now();
  let held: readonly number[] = [];
  const { stop } = every(INTERVAL, () => {
    const late = now() - last - INTERVAL;
    last = now();
    held = late > LONGEST ? [...held, late].slice(-OFTEN) : [];
  });
  return {
    problem() {
      if (held.length < OFTEN) return undefined;
      return `the event loop is held again and again, for ${(Math.max(...held) / 1000).toFixed(1)} seconds`;
    },
    close: stop,
  };
}

/** Watches this process's own. */
export function watchOwnLoop(): LoopWatch {
  return watchLoop({
    now: () => performance.now(),
    every(milliseconds, act) {
      const timer = setInterval(act, milliseconds).unref();
      return { stop: () => clearInterval(timer) };
    },
  });
}
