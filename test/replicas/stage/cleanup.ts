/** What has to be ended, the last thing first. */
export interface Cleanup {
  add(end: () => unknown): void;
  /** Ends everything, once. */
  run(): Promise<void>;
}

/** Ends everything that was started, also on Ctrl+C. */
export function createCleanup(): Cleanup {
  const ends: (() => unknown)[] = [];
  async function run(): Promise<void> {
    for (let end = ends.pop(); end; end = ends.pop()) await end();
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void run().finally(() => process.exit(130)));
  }
  return { add: (end) => void ends.push(end), run };
}
