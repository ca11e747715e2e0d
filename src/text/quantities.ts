import { isDigit, isLetter, readLetters } from "./characters.ts";
import { skipFigures } from "./amounts.ts";
import { readChineseDate } from "./chinese-dates.ts";
import { skipChineseNumeral } from "./chinese-numerals.ts";
import { readTime } from "./clock-times.ts";
import { readRangeStart } from "./date-ranges.ts";
import { isDateWord, readEnglishDate } from "./english-dates.ts";
import { isCurrencyWord } from "./currencies.ts";
import { isNumberWord } from "./english-numerals.ts";
import { readMoney, readNumber } from "./numbers.ts";
import { readNumericDate } from "./numeric-dates.ts";
import { isOrdinalWord, readChineseOrdinal, readEnglishOrdinal } from "./ordinals.ts";
import type { Quantity } from "./quantity.ts";
import { reigns } from "./reigns.ts";

interface Found {
  readonly quantities: readonly Quantity[];
  readonly end: number;
}

/**
 * Finds the numbers, dates, times and ordinals of folded text, in reading order; none overlaps another.
 *
 * Names and versions are none (gpt-4, a100, llama 2, 5g), nor are numerals that are part of a word (一些, 四川, 万科,
 * 千万不要): where a reading is in doubt, nothing is found.
 */
export function findQuantities(folded: string): Quantity[] {
  const quantities: Quantity[] = [];
  let nameEnd = -1;
  for (let at = 0; at < folded.length;) {
    const found = readAt(folded, at, nameEnd);
    if (found) {
      quantities.push(...found.quantities);
      at = found.end;
      continue;
    }
    const end = skipAt(folded, at);
    if (isLetter(folded, at) && !LEADING.has(folded.slice(at, end))) nameEnd = end;
    at = end;
  }
  return quantities;
}

/** English words that a plain number follows without being part of a name. */
const LEADING = new Set(
  (
    "a about above after all almost an and approximately are around as at been before below between but by cost costs " +
    "down during equal equals exactly fell for from gained grew had has have in into is just least less more most " +
    "nearly of on only or out over paid plus reached reaches roughly rose since some than the their then to total " +
    "totaled totals until up was were when where with within"
  ).split(" "),
);

type Opener = "sign" | "numeral" | "opener";

/** Characters, other than Latin letters and digits, that a quantity can begin with; all others are passed by. */
const OPENERS: ReadonlyMap<number, Opener> = new Map([
  ...openers("$¥€£₩₹₽", "sign"),
  ...openers([...reigns.keys()].map((name) => name.charAt(0)).join(""), "opener"),
  ...openers("〇零一二两三四五六七八九十百千万亿", "numeral"),
  ...openers("第公西民上下周星礼新台人美港日早中正傍晚今当明昨深半夜清凌", "opener"),
]);

function openers(characters: string, opener: Opener): (readonly [number, Opener])[] {
  return characters.split("").map((character) => [character.charCodeAt(0), opener]);
}

function readAt(text: string, at: number, nameEnd: number): Found | undefined {
  if (isDigit(text, at)) return readDigits(text, at, nameEnd === at - 1 && text.charAt(nameEnd) === " ");
  if (isLetter(text, at)) return readWord(text, at);
  switch (OPENERS.get(text.charCodeAt(at))) {
    case undefined:
      return undefined;
    case "sign":
      return numbers(readMoney(text, at));
    case "numeral":
      return (
        one(readChineseDate(text, at) ?? readRangeStart(text, at) ?? readTime(text, at)) ??
        numbers(readNumber(text, at, false))
      );
    case "opener":
      return readOpened(text, at);
  }
}

function readDigits(text: string, at: number, named: boolean): Found | undefined {
  const date =
    readChineseDate(text, at) ?? readRangeStart(text, at) ?? readNumericDate(text, at) ?? readEnglishDate(text, at);
  const found = one(date ?? readTime(text, at) ?? readEnglishOrdinal(text, at));
  if (found) return found;
  CODE.lastIndex = at;
  if (CODE.test(text)) return { quantities: [], end: CODE.lastIndex };
  const year = readBareYear(text, at);
  const read = numbers(readNumber(text, at, named));
  const only = read?.quantities[0];
  const unitless =
    read?.quantities.length === 1 && only?.kind === "number" && only.unit === "" && only.end - only.start === 4;
  return year && (!read || unitless) ? one(year) : read;
}

/** Telephone numbers and the like: 555-1234, 0912-345-678, 978-7-111-12345-6. */
const CODE = /\d{1,8}(?:-\d{1,8}){2,8}(?!\d)|0\d{2,12}(?!\d)(?:-\d{1,8}(?!\d))?|\d{3}-\d{4}(?!\d)/y;
const YEAR = /(?:19|20)\d\d(?![\d,.]\d|\d|[a-z])/y;
const OLD_YEAR = /1[0-8]\d\d(?![\d,.]\d|\d|[a-z%])/y;
const BEFORE_YEAR = /(?:^|[^a-z])(?:in|since|by|from|until|before|after|during|year|between|to) $|[(（]$/;

/** Four figures from 1900 to 2099 that count nothing are a year; earlier ones only behind `in`, `since` …. */
function readBareYear(text: string, at: number): Quantity | undefined {
  YEAR.lastIndex = at;
  OLD_YEAR.lastIndex = at;
  const old = OLD_YEAR.test(text) && BEFORE_YEAR.test(text.slice(Math.max(0, at - 9), at));
  if (!old && !YEAR.test(text)) return undefined;
  return { kind: "date", year: Number(text.slice(at, at + 4)), start: at, end: at + 4 };
}

/** The longest word that a quantity begins with is `seventeenth`. */
const LONGEST_WORD = 12;

function readWord(text: string, at: number): Found | undefined {
  const word = readLetters(text, at, LONGEST_WORD);
  if (!isDateWord(word) && !isNumberWord(word) && !isOrdinalWord(word) && !isCurrencyWord(word)) return undefined;
  const date = readEnglishDate(text, at) ?? readEnglishOrdinal(text, at);
  if (date) return one(date);
  const read = numbers(readMoney(text, at)) ?? numbers(readNumber(text, at, false));
  return (isNumberWord(word) ? one(readTime(text, at)) : undefined) ?? read;
}

function readOpened(text: string, at: number): Found | undefined {
  const character = text.charAt(at);
  if (character === "第")
    return one(readChineseDate(text, at) ?? readRangeStart(text, at) ?? readChineseOrdinal(text, at));
  if (character === "半") return readHalf(text, at);
  return one(readChineseDate(text, at)) ?? one(readTime(text, at)) ?? numbers(readMoney(text, at));
}

const HALF = /半(?:个(月|小时|世纪)|(小时|年(?!级)|公里))/y;
const HALVED: ReadonlyMap<string, string> = new Map([
  ["月", "month"],
  ["小时", "hour"],
  ["世纪", "century"],
  ["年", "year"],
  ["公里", "km"],
]);

function readHalf(text: string, at: number): Found | undefined {
  HALF.lastIndex = at;
  const match = HALF.exec(text);
  const unit = HALVED.get(match?.[1] ?? match?.[2] ?? "");
  if (!match || unit === undefined || /[上下大前后多过]/u.test(text.charAt(at - 1))) return undefined;
  return one({ kind: "number", value: 0.5, unit, start: at, end: at + match[0].length });
}

function one(quantity: Quantity | undefined): Found | undefined {
  return quantity && { quantities: [quantity], end: quantity.end };
}

function numbers(read: ReturnType<typeof readNumber>): Found | undefined {
  return read && { quantities: read.numbers, end: read.end };
}

const ADDRESS = /(?:https?:\/\/|www\.)/y;
const ADDRESS_PART = /[^\s\u3000-\u303f\u3400-\u9fff<>"“”]/u;

/** Steps over what holds no quantity: a whole word with the figures in it, a whole run of numerals, else one character. */
function skipAt(text: string, at: number): number {
  if (isLetter(text, at)) {
    ADDRESS.lastIndex = at;
    return ADDRESS.test(text) ? skipAddress(text, at) : skipWord(text, at);
  }
  if (isDigit(text, at)) {
    const end = skipFigures(text, at);
    return isLetter(text, end) ? skipWord(text, end) : end;
  }
  return Math.max(at + 1, skipChineseNumeral(text, at));
}

function skipAddress(text: string, at: number): number {
  let end = at;
  while (end < text.length && ADDRESS_PART.test(text.charAt(end))) end += 1;
  return end;
}

/** The end of a word with what hangs on it: gpt-4, llama-3.1, b2b. */
function skipWord(text: string, at: number): number {
  let end = at;
  for (;;) {
    while (isLetter(text, end) || isDigit(text, end)) end += 1;
    const joined = /[-.'’_/+&]/u.test(text.charAt(end)) && (isLetter(text, end + 1) || isDigit(text, end + 1));
    if (!joined) return end;
    end += 1;
  }
}
