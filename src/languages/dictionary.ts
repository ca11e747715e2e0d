import { rememberTexts } from "../text/remember-texts.ts";

/** A word of the other language and how good a translation it is, 0–1. */
export interface Translation {
  readonly text: string;
  readonly weight: number;
}

/** A bilingual dictionary, asked in one direction. */
export interface Dictionary {
  /** The translations of a folded word or phrase, best first; none when it is not listed. */
  readonly find: (key: string) => readonly Translation[];
  /** Whether a phrase is listed that begins with this word and has more. */
  readonly begins: (word: string) => boolean;
}

/**
 * Makes a dictionary of a table as `npm run dictionary` writes it: lines in the order of their UTF-16 code units.
 *
 *     cloud computing⇥云计算 90
 *     market⇥市场 72|商场 40
 *
 * The text is searched as it stands, by halves: a map of its 90,000 lines takes ten times its memory and 0.16 s to build,
 * for questions that need five of them.
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
    begins: (word) => table.startsWith(`${word} `, lineFrom(table, `${word} `)),
  };
}

/** So many entries are kept: `find` reads twenty lines of a table for one. */
const ENTRIES = { most: 4000, longest: 48 };

/** Keeps what was looked up last. */
export function rememberEntries({ find, begins }: Dictionary): Dictionary {
  return { find: rememberTexts(find, ENTRIES), begins: rememberTexts(begins, ENTRIES) };
}

function findRow(table: string, key: string): string | undefined {
  const start = lineFrom(table, key);
  if (!table.startsWith(`${key}\t`, start)) return undefined;
  return table.slice(start + key.length + 1, table.indexOf("\n", start));
}

/** Where the first line begins whose key is not before `key`. */
function lineFrom(table: string, key: string): number {
  let [low, high] = [0, table.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = middle === 0 ? 0 : table.lastIndexOf("\n", middle - 1) + 1;
    const found = table.slice(start, table.indexOf("\t", start));
    if (found < key) low = table.indexOf("\n", start) + 1;
    else high = start;
  }
  return low;
}
