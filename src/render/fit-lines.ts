export interface RankedLine {
  readonly line: string;
  /** Lower ones are kept first. */
  readonly rank: number;
}

/**
 * Keeps the most important lines that fit together, in their own order; of the others their number is told below, if `tellRest`
 * says how.
 */
export function fitLines(
  lines: readonly RankedLine[],
  mostCharacters: number,
  tellRest?: (count: number) => string,
): string {
  const kept = keepLines(lines, mostCharacters);
  const shown = kept.length === lines.length || !tellRest ? kept : keepLines(lines, mostCharacters - restLength);
  const rest = lines.length - shown.length;
  return [...shown.map(({ line }) => line), ...(rest > 0 && tellRest ? [`-# ${tellRest(rest)}`] : [])].join("\n");
}

/** What the line that tells of the rest takes at most, with the break before it. */
const restLength = 60;

function keepLines(lines: readonly RankedLine[], mostCharacters: number): RankedLine[] {
  const kept = new Set<RankedLine>();
  let length = -1;
  for (const each of lines.toSorted((a, b) => a.rank - b.rank)) {
    if (length + 1 + each.line.length > mostCharacters) continue;
    length += 1 + each.line.length;
    kept.add(each);
  }
  return lines.filter((each) => kept.has(each));
}

/** Gives several lines the same rank. */
export function ranked(rank: number, lines: readonly string[]): RankedLine[] {
  return lines.map((line) => ({ line, rank }));
}
