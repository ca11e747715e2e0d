import { setImmediate } from "node:timers/promises";

/** So many milliseconds of work are done in one go: less than anybody notices. */
const MOST = 10;

/** Makes a function that lets everything else run where that has not run for a while. */
export function createPause(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < MOST) return;
    await setImmediate();
    last = performance.now();
  };
}
