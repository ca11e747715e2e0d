import type { Fold } from "../text/fold.ts";

/** An entry of CC-CEDICT. */
export interface WordEntry {
  readonly simplified: string;
  /** One syllable a character, that of a name with a capital: `Gu3 ge1`. */
  readonly pinyin: string;
  readonly english: readonly string[];
}

const LONGEST_WORD = 8;

/** Lists the dictionary's words as `createWordList` reads them; single ideographs only where they are surnames. */
export function wordTable(entries: readonly WordEntry[], fold: Fold): string {
  const [ordinary, names, surnames] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { simplified, pinyin, english } of entries) {
    const word = fold(simplified).text;
    if (word.length > LONGEST_WORD || !/^\p{Script=Han}+$/u.test(word)) continue;
    if (english.some((definition) => definition.startsWith("surname "))) surnames.add(word);
    if (word.length === 1) continue;
    if (/^\p{Lu}/u.test(pinyin)) names.add(word);
    else ordinary.add(word);
  }
  return [...new Set([...ordinary, ...names, ...surnames])]
    .toSorted((one, other) => (one < other ? -1 : 1))
    .map((word) => `${word}${names.has(word) && !ordinary.has(word) ? "*" : ""}${surnames.has(word) ? "+" : ""}\n`)
    .join("");
}
