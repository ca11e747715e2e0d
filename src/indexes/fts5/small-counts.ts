/** Counts by number, nearly all of them small: a byte each, and those that have no room in it beside them. */
export interface SmallCounts {
  at(number: number): number;
  add(number: number, more: number): void;
  /** Makes room for so many. */
  reserve(size: number): void;
}

const LARGEST = 255;

export function createSmallCounts(): SmallCounts {
  let small = new Uint8Array();
  const large = new Map<number, number>();
  const at = (number: number): number => {
    const count = small[number] ?? 0;
    return count < LARGEST ? count : (large.get(number) ?? 0);
  };
  function reserve(size: number): void {
    if (size <= small.length) return;
    // A quarter more, so that adding a little does not copy all each time; nothing more where all is known at once.
    const longer = new Uint8Array(small.length === 0 ? size : Math.ceil(size * 1.25) + 64);
    longer.set(small);
    small = longer;
  }
  return {
    at,
    reserve,
    add(number, more) {
      reserve(number + 1);
      const count = at(number) + more;
      if (count >= LARGEST) large.set(number, count);
      else large.delete(number);
      small[number] = Math.max(0, Math.min(count, LARGEST));
    },
  };
}
