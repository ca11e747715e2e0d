import { plainLetters } from "./plain-letters.ts";

/** A word of CC-CEDICT with how it is read and what it means. */
export interface NameEntry {
  readonly simplified: string;
  /** One syllable a character, with its tone's number; of names with a capital. */
  readonly pinyin: string;
  readonly english: readonly string[];
}

/** Ideographs with their syllables, and a Latin word that they may sound like. */
export interface SoundPair {
  readonly characters: readonly string[];
  /** Without tones; `ü` is `v`. */
  readonly syllables: readonly string[];
  readonly letters: string;
}

const LONGEST_NAME = 9;
const SUFFIX = /[人语族县市州省国岛湖河山海湾镇港城郡教派学]$/u;

/**
 * Lists for each name of a dictionary what might be its transliteration; at most one of each list is one.
 *
 * Romanised Chinese is left out: it is spelt in pinyin, not heard.
 */
export function soundPairs(entries: readonly NameEntry[]): SoundPair[][] {
  return entries.flatMap(({ simplified, pinyin, english }) => {
    if (!/^\p{Lu}/u.test(pinyin)) return [];
    const syllables = pinyin.split(" ").map((syllable) =>
      syllable
        .toLowerCase()
        .replace("u:", "v")
        .replace(/[1-5]$/, ""),
    );
    const characters = [...simplified];
    if (characters.length !== syllables.length || !/^[\p{Script=Han}·]+$/u.test(simplified)) return [];
    const words = english.flatMap(nameWords);
    // A dictionary tells of Chinese persons and places in pinyin, and where they are.
    if (english.some((definition) => CHINESE.test(definition)) || words.some((word) => isSpelt(word, syllables)))
      return [];
    const parts = cutAtDots(characters, syllables);
    return parts.map((part) => pairUp(part, words)).filter((pairs) => pairs.length > 0);
  });
}

const CHINESE =
  /\b(?:county|district|township|prefecture|Taiwan|China|Hong Kong|dynasty|Sichuan|Japan(?:ese)?|Korean?)\b/i;

function isSpelt(word: string, syllables: readonly string[]): boolean {
  return syllables.some((_, from) => {
    return syllables.some((__, to) => to > from && syllables.slice(from, to + 1).join("") === word);
  });
}

interface Part {
  readonly characters: readonly string[];
  readonly syllables: readonly string[];
}

function cutAtDots(characters: readonly string[], syllables: readonly string[]): Part[] {
  const ends = [...characters.keys().filter((at) => characters[at] === "·"), characters.length];
  return ends.map((end, index) => {
    const start = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1;
    return { characters: characters.slice(start, end), syllables: syllables.slice(start, end) };
  });
}

/** The capitalised words of a definition, and all of them in one where they are few: 利马 is Lima, 圣多美 São Tomé. */
function nameWords(definition: string): string[] {
  const plain = definition.replaceAll(/\([^()]*\)|\[[^\]]*\]/g, " ").replace(/[,;].*$/s, "");
  const words = (plain.match(/\p{Lu}[\p{L}'’-]{2,}/gu) ?? []).map(plainLetters).filter((word) => !ORDINARY.has(word));
  return words.length === 2 ? [...words, words.join("")] : words;
}

/** Capitalised in names, but translated. */
const ORDINARY = new Set(
  "the university city province island islands mountain mountains river lake sea state empire republic college saint".split(
    " ",
  ),
);

function pairUp({ characters, syllables }: Part, words: readonly string[]): SoundPair[] {
  const ends = SUFFIX.test(characters.at(-1) ?? "") ? [characters.length, characters.length - 1] : [characters.length];
  return ends
    .filter((end) => end > 1 && end <= LONGEST_NAME)
    .flatMap((end) =>
      [...new Set(words)]
        .map((letters) => ({ characters: characters.slice(0, end), syllables: syllables.slice(0, end), letters }))
        .filter(mayBeAlike),
    );
}

/** Consonants that transliteration confuses, by what a Latin word or a syllable has. */
const KINDS = [/^[bpvw]/, /^[fvhw]|^ph/, /^[dt]/, /^[gkqch]/, /^(?:[jqxszcgy]|t[sz])/, /^m/, /^n/, /^[lr]/] as const;
const CONSONANTS = /[bcdfghjklmnpqrstvwxz]/;
/** What of the longer of two rows of consonants the other must have in its order. */
const LEAST_SHARED = 0.6;

/** Sorts out most translations, so that little is learned from them. */
function mayBeAlike({ syllables, letters }: SoundPair): boolean {
  const lettersEach = letters.length / syllables.length;
  if (lettersEach < 1 || lettersEach > 4) return false;
  const heard = syllables.flatMap((syllable) => [
    syllable === "er" ? "l" : syllable.replace(/[aeiouv][^]*$/, ""),
    /ng?$/.test(syllable) ? "n" : "",
  ]);
  const spoken = heard.filter((sound) => CONSONANTS.test(sound));
  const written = [...letters.replaceAll(/(.)\1|(?<=[cstpwrgk])h|c(?=k)/g, "$1")].filter((letter) =>
    CONSONANTS.test(letter),
  );
  const alike = longestCommon(spoken, written, (one, other) =>
    KINDS.some((kind) => kind.test(one) && kind.test(other)),
  );
  return alike > 0 && alike >= LEAST_SHARED * Math.max(spoken.length, written.length);
}

function longestCommon(
  one: readonly string[],
  other: readonly string[],
  isAlike: (one: string, other: string) => boolean,
): number {
  let row = [0, ...other.map(() => 0)];
  for (const a of one) {
    const next = [0];
    for (const [index, b] of other.entries()) {
      const both = (row[index] ?? 0) + (isAlike(a, b) ? 1 : 0);
      next.push(Math.max(both, row[index + 1] ?? 0, next[index] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
