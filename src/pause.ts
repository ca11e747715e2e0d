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

/** Waits for something so many milliseconds at most; gives nothing where it takes longer, and lets it go on. */
export async function within<Made>(made: Promise<Made>, milliseconds: number): Promise<Made | undefined> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), milliseconds);
  try {
    return await Promise.race([made, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
