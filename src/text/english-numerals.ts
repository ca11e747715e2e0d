import { readLetters } from "./characters.ts";
import { multiply, scaleOf } from "./scales.ts";

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
export interface EnglishNumeral {
  readonly value: number;
  readonly end: number;
  /** What its last word multiplies by: 1,000,000 in `two million`, 1 in `two million five`. */
  readonly last: number;
}

/** The words that a cardinal can begin with. */
export const numberWords: ReadonlySet<string> = new Set([...ones.keys(), ...tens.keys(), "a"]);
/** Ordinals in one word, up to thirtieth. */
export const ordinalWords: readonly string[] = [...ordinals.keys()];

/** Reads an ordinal in words: `third`, `twenty-first`; `thirty-second` may be half a minute. */
export function readOrdinalWord(
  text: string,
  at: number,
): { readonly value: number; readonly end: number } | undefined {
  const word = readLetters(text, at);
  const end = at + word.length;
  const value = ordinalOf(word);
  if (value !== undefined) return { value, end };
  const first = tens.get(word);
  const last = text.charAt(end) === "-" ? readLetters(text, end + 1) : "";
  const rest = last === "second" ? undefined : ordinalOf(last);
  if (first === undefined || rest === undefined || rest < 1 || rest > 9) return undefined;
  return { value: first + rest, end: end + 1 + last.length };
}

/** The value of an ordinal in one word, up to thirtieth. */
export function ordinalOf(word: string): number | undefined {
  return ordinals.get(word);
}

/**
 * Reads a cardinal in words that begins at `at`: `two`, `twenty-five`, `ten billion`, `a hundred and fifty`, `two point five million`.
 *
 * Words that go on are none: of `nineteen eighty-four` not even 19 is read.
 */
export function readEnglishNumeral(text: string, at: number): EnglishNumeral | undefined {
  const numeral = readWhole(text, at);
  if (!numeral || numberWordBehind(text, numeral.end) !== undefined) return undefined;
  return numeral.last === 1 ? (readDecimals(text, numeral) ?? numeral) : numeral;
}

/** The end of the number words that begin at `at`. */
export function skipNumberWords(text: string, at: number): number {
  let end = at;
  for (
    let next: number | undefined = at + readLetters(text, at).length;
    next !== undefined && next > end;
    next = numberWordBehind(text, end)
  )
    end = next;
  return end;
}

function readWhole(text: string, at: number): EnglishNumeral | undefined {
  let [total, section, end, next, read, last] = [0, 0, at, at, 0, 1];
  // Whatever is longer than this is no numeral of an article.
  for (let count = 0; count < 12; count += 1) {
    const word = readLetters(text, next);
    const value = ones.get(word) ?? tens.get(word);
    const scale = word === "hundred" ? undefined : scaleOf(word);
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
      last = scale ?? 1;
    }
    if (text.charAt(next) !== " " && text.charAt(next) !== "-") break;
    next += 1;
  }
  return read === 0 ? undefined : { value: total + section, end, last };
}

/** The end of a number word right behind `end`; in `two ten-minute breaks` the second one counts something else. */
function numberWordBehind(text: string, end: number): number | undefined {
  if (text.charAt(end) !== " " && text.charAt(end) !== "-") return undefined;
  const word = readLetters(text, end + 1);
  if (!ones.has(word) && !tens.has(word) && scaleOf(word) === undefined) return undefined;
  const next = end + 1 + word.length;
  const compound = text.charAt(next) === "-" && !ones.has(readLetters(text, next + 1));
  return compound && !tens.has(readLetters(text, next + 1)) ? undefined : next;
}

/** `point five` behind a whole number, with its scale. */
function readDecimals(text: string, { value, end }: EnglishNumeral): EnglishNumeral | undefined {
  if (!text.startsWith(" point ", end)) return undefined;
  let [figures, next] = ["", end + 7];
  for (let count = 0; count < 8; count += 1) {
    const word = readLetters(text, next);
    const figure = ones.get(word);
    if (figure === undefined || figure > 9) break;
    figures += figure;
    next += word.length + 1;
  }
  if (figures === "") return undefined;
  const word = readLetters(text, next);
  const scale = text.charAt(next - 1) === " " ? scaleOf(word) : undefined;
  const scaled = multiply(`${value}.${figures}`, scale ?? 1);
  return { value: scaled, end: scale === undefined ? next - 1 : next + word.length, last: scale ?? 1 };
}

/** Tells whether a small number can follow within a section: 5 after 20, 25 after 100. */
function accepts(section: number, value: number): boolean {
  if (section === 0) return true;
  const rest = section % 100;
  return rest === 0 || (rest >= 20 && rest % 10 === 0 && value > 0 && value < 10);
}
