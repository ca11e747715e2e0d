import type { Holding, MemoryBudget } from "./memory-budget.ts";

/** Gives what was made of something before, else makes it. */
export type KeepWithin<Key, Made> = (key: Key, make: () => Made) => Made;

/** What keeping anything takes by itself, in bytes. */
const KEEPING = 300;

/**
 * Keeps what is made of things as long as the memory budget has room for it; nothing of what fails.
 *
 * @param weigh tells about how many bytes something made takes.
 */
export function keepWithin<Key, Made>(memory: MemoryBudget, weigh: (made: Made) => number): KeepWithin<Key, Made> {
  const kept = new Map<Key, { readonly made: Made; readonly holding: Holding }>();
  return (key, make) => {
    const known = kept.get(key);
    if (known) {
      known.holding.use();
      return known.made;
    }
    const made = make();
    const holding = memory.hold(KEEPING + weigh(made), () => kept.delete(key));
    kept.set(key, { made, holding });
    return made;
  };
}
