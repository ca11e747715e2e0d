import type { Log } from "../log.ts";
import { paceProgress } from "../search/pace-progress.ts";
import type { IndexProgress } from "../search/build-index-data.ts";

const [PATIENCE, INTERVAL] = [2000, 5000];

/**
 * Logs how far a large library's index is, every few seconds; nothing of one that is built at once.
 *
 * @param now gives milliseconds from any beginning.
 */
export function logIndexing(log: Log, now: () => number): IndexProgress {
  return paceProgress(
    { now, patience: PATIENCE, interval: INTERVAL },
    {
      show: (done, of) => log.info("indexing", { passages: done, of, percent: Math.floor((100 * done) / of) }),
      finish: () => log.info("indexed"),
    },
  );
}
