import { rememberTexts } from "../text/remember-texts.ts";

/** How ideographs are read in Mandarin, without tones; `ü` is `v`. */
export interface Pinyin {
  /** The ideographs that may be read like this, the common ones first; none for what is no syllable. */
  charactersOf(syllable: string): readonly string[];
  /** The ideographs that may sound like this one, other than itself. */
  homophonesOf(character: string): readonly string[];
  /** Cuts letters into syllables in the ways that leave nothing over, those with long syllables first. */
  syllablesOf(letters: string): string[][];
}

/** The longest syllable is `zhuang`; a phrase typed as one word seldom has more than six syllables. */
const LONGEST_SYLLABLE = 6;
const MOST_SYLLABLES = 6;
const MOST_WAYS = 6;

/** Of so many ideographs the homophones are kept: some eighty each. */
const HOMOPHONES = { most: 500, longest: 2 };

/** Makes a table of lines such as `gu⇥古股骨谷鼓`: a syllable, then its ideographs. */
export function createPinyin(table: string): Pinyin {
  const characters = new Map<string, readonly string[]>();
  const sounds = new Map<string, string[]>();
  for (const line of table.split("\n")) {
    const [syllable = "", list = ""] = line.split("\t");
    if (syllable === "") continue;
    characters.set(syllable, [...list]);
    for (const character of list) sounds.set(character, [...(sounds.get(character) ?? []), syllable]);
  }
  return {
    charactersOf: (syllable) => characters.get(syllable) ?? [],
    homophonesOf: rememberTexts((character) => {
      const alike = (sounds.get(character) ?? []).flatMap((syllable) => characters.get(syllable) ?? []);
      return [...new Set(alike)].filter((other) => other !== character);
    }, HOMOPHONES),
    syllablesOf(letters) {
      if (letters.length > LONGEST_SYLLABLE * MOST_SYLLABLES) return [];
      return cut(letters, characters, MOST_SYLLABLES).slice(0, MOST_WAYS);
    },
  };
}

function cut(letters: string, syllables: ReadonlyMap<string, unknown>, most: number): string[][] {
  if (letters === "") return [[]];
  if (most === 0) return [];
  const ways: string[][] = [];
  for (let length = Math.min(LONGEST_SYLLABLE, letters.length); length > 0; length -= 1) {
    const head = letters.slice(0, length);
    if (syllables.has(head))
      ways.push(...cut(letters.slice(length), syllables, most - 1).map((rest) => [head, ...rest]));
  }
  return ways;
}
