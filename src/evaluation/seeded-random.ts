/**
 * Makes numbers in [0, 1) that look random and are the same for the same seed, on every machine (Mulberry32,
 * by Tommy Ettinger, in the public domain).
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Shuffles a copy. */
export function shuffle<T>(list: readonly T[], random: () => number): T[] {
  const places = list.map((item) => ({ item, place: random() }));
  return places.toSorted((one, other) => one.place - other.place).map(({ item }) => item);
}
