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
  const kept = createKept();
  let [held, forgotten] = [0, 0];
  let isDue = false;

  function makeRoom(): void {
    isDue = false;
    for (const one of kept.byUse()) {
      if (held <= most || kept.size === 1) return;
      kept.delete(one);
      held -= one.bytes;
      forgotten += 1;
      one.forget();
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
      const one: Kept = { bytes, forget, isTouched: false };
      kept.add(one);
      held += bytes;
      if (held > most && !isDue) {
        isDue = true;
        later(makeRoom);
      }
      return {
        use: () => kept.touch(one),
        release() {
          if (kept.delete(one)) held -= bytes;
        },
      };
    },
  };
}

interface Kept {
  readonly bytes: number;
  readonly forget: () => void;
  /** Whether it was used since all were last put in their order. */
  isTouched: boolean;
}

/** What is kept, by its last use. Something is used thousands of times in one answer, which must cost next to nothing. */
function createKept() {
  const all = new Set<Kept>();
  let touched: Kept[] = [];
  function settle(): void {
    for (const one of touched) {
      one.isTouched = false;
      if (all.delete(one)) all.add(one);
    }
    touched = [];
  }
  function touch(one: Kept): void {
    if (one.isTouched) return;
    one.isTouched = true;
    touched.push(one);
    // What was released long ago must not be held here.
    if (touched.length > 2 * all.size + 100) settle();
  }
  return {
    get size() {
      return all.size;
    },
    add(one: Kept): void {
      settle();
      all.add(one);
    },
    touch,
    delete: (one: Kept) => all.delete(one),
    byUse(): Iterable<Kept> {
      settle();
      return all;
    },
  };
}
