import { chineseNumber } from "../text/chinese-numerals.ts";
import { readLetters } from "../text/characters.ts";
import { ordinalOf, readEnglishNumeral } from "../text/english-numerals.ts";

/** A number as headings, provisions and appendices bear it. */
export interface WrittenNumber {
  /** What it may say, likeliest first, its parts joined by dots: `12`, `12.1`, `7.a`; of `C` both `c` and `100`. */
  readonly readings: readonly string[];
  readonly end: number;
}

/** Characters of the other script within labels; terms are folded by phrases, which labels need not be. */
const TRADITIONAL = "條節編錄項點兩單塊個貳參陸";
const SIMPLIFIED = "条节编录项点两单块个贰叁陆";
const ANY_TRADITIONAL = new RegExp(`[${TRADITIONAL}]`, "gu");
const otherScript = new Map(Array.from(TRADITIONAL, (character, at) => [character, SIMPLIFIED.charAt(at)]));

/** Writes text so that labels can be compared: half width, lower case, their characters Simplified. */
export function comparableLabel(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase();
  return plain.replaceAll(ANY_TRADITIONAL, (character) => otherScript.get(character) ?? character);
}

const DIGITS = /\d{1,5}(?!\d)/y;
const IDEOGRAPHS =
  /[零〇一二三四五六七八九十百千两廿卅壹贰叁肆伍陆柒捌玖拾佰仟]{1,9}|[甲乙丙丁戊己庚辛壬癸](?!\p{Script=Han})/uy;
const ROMAN = /[ivxlcdm]{1,8}(?![a-z])/y;
const LETTER = /[a-z](?![a-z])/y;
/** `12-1`, `12.1`, `7a`, `7bis`; `12th` counts. */
const TAIL =
  /[-.–‑](?:\d{1,3}(?![\d])|[a-z](?![a-z]))|(?<=\d) ?(?:bis|ter|quater)(?![a-z])|(?<=\d)(?!st|nd|rd|th)[a-z]{1,2}(?![a-z])/y;
const MOST_TAILS = 5;

/** Reads the number that begins at a place of comparable text: 12, 十二, XII, B, twelve, 2.1, 91-1, 7a. */
export function readWrittenNumber(text: string, at: number): WrittenNumber | undefined {
  const head = readDigits(text, at) ?? readIdeographs(text, at) ?? readWord(text, at) ?? readLatin(text, at);
  if (!head) return undefined;
  let { readings, end } = head;
  for (let count = 0; count < MOST_TAILS; count += 1) {
    const tail = matchAt(TAIL, text, end);
    if (tail === undefined) break;
    const part = tail.replace(/^[-.–‑ ]/u, "");
    readings = readings.map((reading) => `${reading}.${part}`);
    end += tail.length;
  }
  return { readings, end };
}

/** Matches a sticky pattern at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function readDigits(text: string, at: number): WrittenNumber | undefined {
  const digits = matchAt(DIGITS, text, at);
  return digits === undefined ? undefined : { readings: [String(Number(digits))], end: at + digits.length };
}

function readIdeographs(text: string, at: number): WrittenNumber | undefined {
  const written = matchAt(IDEOGRAPHS, text, at);
  if (written === undefined) return undefined;
  const end = at + written.length;
  if (/^[甲-癸]$/u.test(written) && !/[一二三四五六七八九十]/u.test(written)) return { readings: [written], end };
  const value = chineseNumber(written);
  return value === undefined ? undefined : { readings: [String(value)], end };
}

function readWord(text: string, at: number): WrittenNumber | undefined {
  const word = readLetters(text, at);
  if (word.length < 3) return undefined;
  const ordinal = ordinalOf(word);
  if (ordinal !== undefined) return { readings: [String(ordinal)], end: at + word.length };
  const numeral = word === "and" ? undefined : readEnglishNumeral(text, at);
  return numeral && { readings: [String(numeral.value)], end: numeral.end };
}

function readLatin(text: string, at: number): WrittenNumber | undefined {
  const letter = matchAt(LETTER, text, at);
  const roman = matchAt(ROMAN, text, at);
  const value = roman === undefined ? undefined : romanValue(roman);
  const readings = [...(letter === undefined ? [] : [letter]), ...(value === undefined ? [] : [String(value)])];
  return readings.length === 0 ? undefined : { readings, end: at + (letter ?? roman ?? "").length };
}

const ROMAN_DIGITS: readonly (readonly [string, number])[] = [
  ["m", 1000],
  ["cm", 900],
  ["d", 500],
  ["cd", 400],
  ["c", 100],
  ["xc", 90],
  ["l", 50],
  ["xl", 40],
  ["x", 10],
  ["ix", 9],
  ["v", 5],
  ["iv", 4],
  ["i", 1],
];

/** Reads lower-case Roman numerals; `iiii` and words that happen to have such letters are none. */
function romanValue(written: string): number | undefined {
  let [value, rest] = [0, written];
  for (const [digits, worth] of ROMAN_DIGITS) {
    while (rest.startsWith(digits)) {
      value += worth;
      rest = rest.slice(digits.length);
    }
  }
  return rest === "" && writeRoman(value) === written ? value : undefined;
}

function writeRoman(value: number): string {
  let [rest, written] = [value, ""];
  for (const [digits, worth] of ROMAN_DIGITS) {
    while (rest >= worth) {
      written += digits;
      rest -= worth;
    }
  }
  return written;
}
