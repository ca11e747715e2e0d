import { unlessCalledOff } from "../discord/unless-called-off.ts";

/** Does one thing after another, in the order in which they were asked for; what is called off does not wait. */
export function createTurns(): <Value>(act: () => Promise<Value>, signal?: AbortSignal) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return async (act, signal) => {
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    // Whoever comes next waits for all before it, whether or not this one still does.
    last = before.then(() => promise);
    try {
      await unlessCalledOff(before, signal);
      return await act();
    } finally {
      resolve();
    }
  };
}
