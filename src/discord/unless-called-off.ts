/** Gives what work brings, or rejects with the signal's reason once that calls it off; the signal is not held afterwards. */
export async function unlessCalledOff<Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const callOff = () => reject(signal?.reason);
  if (signal?.aborted) callOff();
  signal?.addEventListener("abort", callOff, { once: true });
  try {
    return await Promise.race([promise, work]);
  } finally {
    signal?.removeEventListener("abort", callOff);
  }
}
