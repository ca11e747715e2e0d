import { readLetters } from "./characters.ts";

const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";
const ORDINALS =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";

const ones = new Map(ONES.split(" ").map((word, value) => [word, value]));
const tens = new Map(TENS.split(" ").map((word, index) => [word, (index + 2) * 10]));
const ordinals = new Map<string, number>([
  ...ORDINALS.split(" ").map((word, value) => [word, value] as const),
  ["twenty-first", 21],
  ["thirtieth", 30],
]);
const scales = new Map([
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);

export interface EnglishNumeral {
  readonly value: number;
  readonly end: number;
}

/** Tells whether a cardinal in words can begin with this word. */
export function isNumberWord(word: string): boolean {
  return ones.has(word) || tens.has(word) || word === "a";
}

/** The value of an ordinal in one word, up to thirtieth. */
export function ordinalOf(word: string): number | undefined {
  return ordinals.get(word);
}

/** The power of ten that a word multiplies by: `million`. */
export function scaleOf(word: string): number | undefined {
  return scales.get(word);
}

/** Reads a cardinal in words that begins at `at`: `two`, `twenty-five`, `ten billion`, `a hundred and fifty`. */
export function readEnglishNumeral(text: string, at: number): EnglishNumeral | undefined {
  let [total, section, end, next, read] = [0, 0, at, at, 0];
  // Whatever is longer than this is no numeral of an article.
  for (let count = 0; count < 12; count += 1) {
    const word = readLetters(text, next);
    const value = ones.get(word) ?? tens.get(word);
    const scale = scales.get(word);
    const links = (word === "and" && read > 0 && section >= 100) || (word === "a" && read === 0);
    if (value !== undefined) {
      if (!accepts(section, value)) break;
      section += value;
    } else if (word === "hundred") {
      if (section >= 10 || (section === 0 && read === 0 && next === at)) break;
      section = Math.max(1, section) * 100;
    } else if (scale !== undefined) {
      if (section === 0 && (read > 0 || next === at)) break;
      total += Math.max(1, section) * scale;
      section = 0;
    } else if (!links) break;
    next += word.length;
    if (!links) {
      end = next;
      read += 1;
    }
    if (text.charAt(next) !== " " && text.charAt(next) !== "-") break;
    next += 1;
  }
  return read === 0 ? undefined : { value: total + section, end };
}

/** Tells whether a small number can follow within a section: 5 after 20, 25 after 100. */
function accepts(section: number, value: number): boolean {
  if (section === 0) return true;
  const rest = section % 100;
  return rest === 0 || (rest >= 20 && rest % 10 === 0 && value > 0 && value < 10);
}
