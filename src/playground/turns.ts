/** Does one thing after another, in the order in which they were asked for; what is called off does not wait. */
export function createTurns(): <Value>(act: () => Promise<Value>, signal?: AbortSignal) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return async (act, signal) => {
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    // Whoever comes next waits for all before it, whether or not this one still does.
    last = before.then(() => promise);
    try {
      await Promise.race([before, calledOff(signal)]);
      return await act();
    } finally {
      resolve();
    }
  };
}

/** Never resolves; rejects with the signal's reason. */
async function calledOff(signal: AbortSignal | undefined): Promise<never> {
  signal?.throwIfAborted();
  return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason), { once: true }));
}
