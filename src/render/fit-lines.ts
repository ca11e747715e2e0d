export interface RankedLine {
  readonly line: string;
  /** Lower ones are kept first. */
  readonly rank: number;
}

/** Keeps the most important lines that fit together, in their own order. */
export function fitLines(lines: readonly RankedLine[], mostCharacters: number): string {
  const kept = new Set<RankedLine>();
  let length = -1;
  for (const each of lines.toSorted((a, b) => a.rank - b.rank)) {
    if (length + 1 + each.line.length > mostCharacters) continue;
    length += 1 + each.line.length;
    kept.add(each);
  }
  return lines
    .filter((each) => kept.has(each))
    .map(({ line }) => line)
    .join("\n");
}

/** Gives several lines the same rank. */
export function ranked(rank: number, lines: readonly string[]): RankedLine[] {
  return lines.map((line) => ({ line, rank }));
}
