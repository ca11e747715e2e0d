/** Something that is kept in memory and can be made or read again. */
export interface Holding {
  /** Tells that it was needed just now. */
  use(): void;
  /** Tells that it is no longer kept. */
  release(): void;
}

/** What all that can be had again may take in memory together; what was used longest ago goes first. */
export interface MemoryBudget {
  /** In bytes. */
  readonly most: number;
  readonly held: number;
  /** How often something had to go since the beginning. */
  readonly forgotten: number;
  /**
   * Counts something in. The last one that was used stays, however large it is.
   *
   * @param bytes about how many it takes.
   * @param forget drops it; it counts no more by then.
   */
  hold(bytes: number, forget: () => void): Holding;
}

/**
 * Makes a budget of so many bytes.
 *
 * @param later does something when nothing that runs now is in the middle of what may be forgotten.
 */
export function createMemoryBudget(most: number, later: (act: () => void) => void = setImmediate): MemoryBudget {
  // In the order of their last use.
  const kept = new Map<symbol, { readonly bytes: number; readonly forget: () => void }>();
  let [held, forgotten] = [0, 0];
  let isDue = false;

  function makeRoom(): void {
    isDue = false;
    for (const [key, { bytes, forget }] of kept) {
      if (held <= most || kept.size === 1) return;
      kept.delete(key);
      held -= bytes;
      forgotten += 1;
      forget();
    }
  }

  return {
    most,
    get held() {
      return held;
    },
    get forgotten() {
      return forgotten;
    },
    hold(bytes, forget) {
      const key = Symbol("held");
      const one = { bytes, forget };
      kept.set(key, one);
      held += bytes;
      if (held > most && !isDue) {
        isDue = true;
        later(makeRoom);
      }
      return {
        use() {
          if (kept.delete(key)) kept.set(key, one);
        },
        release() {
          if (kept.delete(key)) held -= bytes;
        },
      };
    },
  };
}
