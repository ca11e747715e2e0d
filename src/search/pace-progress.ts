import type { IndexProgress } from "./build-index-data.ts";

export interface Pace {
  /** Milliseconds from any beginning. */
  readonly now: () => number;
  /** What is done within so many milliseconds is not spoken of. */
  readonly patience: number;
  /** At least so many milliseconds lie between two reports. */
  readonly interval: number;
}

/** What is told of an index that takes longer than somebody likes to wait without a sign. */
export interface ProgressReport {
  readonly show: IndexProgress;
  /** Follows where something was shown. */
  readonly finish: () => void;
}

/** Thins progress to what is worth telling: nothing of what is quick, and of the rest not too much. */
export function paceProgress({ now, patience, interval }: Pace, { show, finish }: ProgressReport): IndexProgress {
  let next = Number.POSITIVE_INFINITY;
  let isShown = false;
  return (done, of) => {
    const time = now();
    if (done === 0) next = time + patience;
    if (done < of && time >= next) {
      isShown = true;
      next = time + interval;
      show(done, of);
    }
    if (done < of) return;
    if (isShown) finish();
    isShown = false;
  };
}
