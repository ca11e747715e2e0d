/** Finds the name that somebody most likely meant, whatever its case; nothing where none is near. */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  const wanted = given.toUpperCase();
  const near = names
    .map((name) => ({ name, distance: countEdits(wanted, name.toUpperCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.length / 5)));
  return near.toSorted((a, b) => a.distance - b.distance)[0]?.name;
}

/** Counts the letters to change, add, take away or swap with the next; names are short. */
function countEdits(one: string, other: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      next.push(
        Math.min(
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          (last[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          isSwapped && row > 1 && column > 1 ? (before[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    [before, last] = [last, next];
  }
  return last.at(-1) ?? 0;
}
