/** A word of the other language and how good a translation it is, 0–1. */
export interface Translation {
  readonly text: string;
  readonly weight: number;
}

/** A bilingual dictionary, asked in one direction. */
export interface Dictionary {
  /** The translations of a folded word or phrase, best first; none when it is not listed. */
  find(key: string): Translation[];
}

/**
 * Makes a dictionary of a table as `npm run dictionary` writes it: lines in the order of their UTF-16 code units.
 *
 *     cloud computing⇥云计算 90
 *     market⇥市场 72|商场 40
 *
 * The text is searched as it stands, by halves: a map of its 100,000 lines would take ten times its memory and a quarter
 * of a second to build, for questions that need five of them.
 */
export function createDictionary(table: string): Dictionary {
  return {
    find(key) {
      const row = findRow(table, key);
      if (row === undefined) return [];
      return row.split("|").map((entry) => {
        const space = entry.lastIndexOf(" ");
        return { text: entry.slice(0, space), weight: Number(entry.slice(space + 1)) / 100 };
      });
    },
  };
}

function findRow(table: string, key: string): string | undefined {
  let [low, high] = [0, table.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = middle === 0 ? 0 : table.lastIndexOf("\n", middle - 1) + 1;
    const tab = table.indexOf("\t", start);
    const newline = table.indexOf("\n", start);
    const end = newline < 0 ? table.length : newline;
    const found = table.slice(start, tab);
    if (found === key) return table.slice(tab + 1, end);
    if (found < key) low = end + 1;
    else high = start;
  }
  return undefined;
}
