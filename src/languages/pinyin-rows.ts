export interface PinyinEntry {
  readonly simplified: string;
  /** One syllable a character, with its tone's number: `gu3 ge1`, `lu:4`. */
  readonly pinyin: string;
}

/** Lists the ideographs of each syllable, the common ones first, as `createPinyin` reads them. */
export function pinyinTable(entries: readonly PinyinEntry[], frequency: (character: string) => number): string {
  const rows = new Map<string, Set<string>>();
  for (const { simplified, pinyin } of entries) {
    if (!/^\p{Script=Han}$/u.test(simplified) || !/^[a-z:]+[1-5]$/i.test(pinyin)) continue;
    const syllable = pinyin.toLowerCase().replace("u:", "v").replaceAll(/[1-5]/g, "");
    rows.set(syllable, (rows.get(syllable) ?? new Set<string>()).add(simplified));
  }
  const sorted = [...rows].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return sorted
    .map(([syllable, characters]) => {
      const common = [...characters].toSorted((one, other) => frequency(other) - frequency(one));
      return `${syllable}\t${common.join("")}\n`;
    })
    .join("");
}
