/** Whether anything can be answered, and why not. */
export interface Readiness {
  /** In one line; absent where something can. */
  problem(): string | undefined;
  /** Has one more thing looked at, from now on. */
  watch(problem: () => string | undefined): void;
  /** The start is over. */
  begin(): void;
  /** The process leaves, so that nothing new should be sent to it. */
  leave(): void;
}

/** Of several problems the one that lies deepest is told: the phase first, then what is watched, in its order. */
export function createReadiness(): Readiness {
  let phase: "starting" | "running" | "leaving" = "starting";
  const watched: (() => string | undefined)[] = [];
  return {
    problem() {
      if (phase === "leaving") return "shutting down";
      if (phase === "starting") return "starting: the articles are being read";
      for (const problem of watched) {
        const found = problem();
        if (found !== undefined) return found;
      }
      return undefined;
    },
    watch: (problem) => void watched.push(problem),
    begin() {
      if (phase === "starting") phase = "running";
    },
    leave() {
      phase = "leaving";
    },
  };
}
