import { isDigit, isLetter, readLetters, skipSpace } from "./characters.ts";
import { skipFigures, skipNumeral } from "./amounts.ts";
import { readChineseDate } from "./chinese-dates.ts";
import { skipChineseNumeral } from "./chinese-numerals.ts";
import { readTime } from "./clock-times.ts";
import { readRangeStart } from "./date-ranges.ts";
import { dateWords, readEnglishDate } from "./english-dates.ts";
import { currencyWords } from "./currencies.ts";
import { numberWords, ordinalWords, skipNumberWords } from "./english-numerals.ts";
import { numeralOpeners } from "./numeral-characters.ts";
import { partWords, readPart } from "./parts.ts";
import { readMoney, readNumber } from "./numbers.ts";
import { readNumericDate } from "./numeric-dates.ts";
import { isIdiom, ordinalNouns, readChineseOrdinals, readEnglishOrdinal } from "./ordinals.ts";
import type { Quantity } from "./quantity.ts";
import { reigns } from "./reigns.ts";
import { readUnit } from "./units.ts";

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
    if (isPassedBy(folded, at)) {
      at += 1;
      continue;
    }
    const found = readAt(folded, at, nameEnd);
    if (found) {
      quantities.push(...found.quantities);
      at = found.end;
      continue;
    }
    const end = skipAt(folded, at, nameEnd);
    if (isLetter(folded, at) && !LEADING.has(folded.slice(at, end))) nameEnd = end;
    at = end;
  }
  return quantities;
}

/** English words that a plain number follows without being part of a name. */
const LEADING = new Set(
  (
    "a about above after age aged all almost an and approximately are around as at be been before below between but by cost costs " +
    "down during equal equals exactly fell for from gained grew had has have in into is just least less maximum minimum more most " +
    "nearly of on only or out over paid plus reached reaches roughly rose since some than the their then to total " +
    "totaled totals under until up was were when where with within"
  ).split(" "),
);

type Opener = "sign" | "numeral" | "opener";

/** Characters, other than Latin letters and digits, that a quantity can begin with; all others are passed by. */
const OPENERS: ReadonlyMap<number, Opener> = new Map([
  ...openers("$¥€£₩₹₽", "sign"),
  ...openers([...reigns.keys()].map((name) => name.charAt(0)).join(""), "opener"),
  ...openers(numeralOpeners, "numeral"),
  ...openers("第公西民上下周星礼新台人美港日早中正傍晚今当明昨深半夜清凌", "opener"),
]);

/** Tells whether no quantity, word or part of a numeral stands here, as with most ideographs. */
function isPassedBy(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return !isDigit(text, at) && !isLetter(text, at) && !OPENERS.has(unit) && unit !== CIRCLE;
}

const CIRCLE = "○".charCodeAt(0);

function openers(characters: string, opener: Opener): (readonly [number, Opener])[] {
  return characters.split("").map((character) => [character.charCodeAt(0), opener]);
}

function readAt(text: string, at: number, nameEnd: number): Found | undefined {
  if (isDigit(text, at)) return readDigits(text, at, isNamed(text, at, nameEnd));
  if (isLetter(text, at)) return readWord(text, at);
  switch (OPENERS.get(text.charCodeAt(at))) {
    case undefined:
      return undefined;
    case "sign":
      return numbers(readMoney(text, at));
    case "numeral":
      return (
        one(readChineseDate(text, at) ?? readRangeStart(text, at) ?? readTime(text, at)) ??
        readOneHalf(text, at) ??
        numbers(readNumber(text, at, false))
      );
    case "opener":
      return readOpened(text, at);
  }
}

function readDigits(text: string, at: number, named: boolean): Found | undefined {
  const found = readPlainDigits(text, at, named);
  const [only, second] = found?.quantities ?? [];
  const isAge = only?.kind === "number" && !second && only.unit === "" && AGE.test(text.slice(Math.max(0, at - 6), at));
  return found && isAge ? { ...found, quantities: [{ ...only, unit: "age" }] } : found;
}

/** What stands before an age: `age 13`, `aged 16 and over`. */
const AGE = /\bage[ds]? $/u;

function readPlainDigits(text: string, at: number, named: boolean): Found | undefined {
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
/** English words that a quantity can begin with: few do, so that one look tells. */
const opening = new Set([dateWords, [...numberWords], ordinalWords, ordinalNouns, currencyWords, partWords].flat());

function readWord(text: string, at: number): Found | undefined {
  const word = readLetters(text, at, LONGEST_WORD);
  if (!opening.has(word)) return undefined;
  const date = readEnglishDate(text, at);
  const found = one(date ?? readPart(text, at) ?? readEnglishOrdinal(text, at));
  if (found) return found;
  const read = numbers(readMoney(text, at)) ?? numbers(readNumber(text, at, false));
  return (numberWords.has(word) ? one(readTime(text, at)) : undefined) ?? read;
}

function readOpened(text: string, at: number): Found | undefined {
  const character = text.charAt(at);
  if (character === "第") return one(readChineseDate(text, at) ?? readRangeStart(text, at)) ?? readOrdinals(text, at);
  if (character === "半") return readHalf(text, at);
  return one(readChineseDate(text, at)) ?? one(readTime(text, at)) ?? numbers(readMoney(text, at));
}

/** 第3.2节 and 第三五章 are nothing that is understood, and neither is what stands behind 第. */
function readOrdinals(text: string, at: number): Found | undefined {
  const ordinals = readChineseOrdinals(text, at);
  const last = ordinals.at(-1);
  if (last) return { quantities: ordinals, end: last.end };
  const end = isIdiom(text, at) ? at : skipNumeral(text, skipSpace(text, at + 1));
  return end > at + 2 ? { quantities: [], end } : undefined;
}

/** Half of one: 半年, 半个小时, 半斤; 半年报 and 半斤八两 are no amounts. */
const HALF = /半(?:个(月|小时|钟头|世纪|星期|礼拜)|(小时|年(?![级报度])|公里|公斤|公顷|斤(?!八)|吨|亩|米|升|英里|磅))/y;

function readHalf(text: string, at: number): Found | undefined {
  HALF.lastIndex = at;
  const match = HALF.exec(text);
  if (!match || /[上下大前后多过]/u.test(text.charAt(at - 1))) return undefined;
  const unit =
    match[1] === "月" ? "month" : readUnit(text, at + match[0].length - (match[1] ?? match[2] ?? "").length)?.unit;
  return unit === undefined
    ? undefined
    : one({ kind: "number", value: 0.5, unit, start: at, end: at + match[0].length });
}

const ONE_HALF = /一半/y;
/** 另一半 and 前一半 are no 50% of something. */
const SURE_HALF = /[^另这那前后上下每大多小]$|^$/u;

/** 一半的用户 are 50% of them. */
function readOneHalf(text: string, at: number): Found | undefined {
  ONE_HALF.lastIndex = at;
  if (!ONE_HALF.test(text) || !SURE_HALF.test(text.slice(Math.max(0, at - 1), at))) return undefined;
  return one({ kind: "number", value: 0.5, unit: "", start: at, end: at + 2 });
}

function one(quantity: Quantity | undefined): Found | undefined {
  return quantity && { quantities: [quantity], end: quantity.end };
}

function numbers(read: ReturnType<typeof readNumber>): Found | undefined {
  return read && { quantities: read.numbers, end: read.end };
}

const ADDRESS = /(?:https?:\/\/|www\.)/y;
const ADDRESS_PART = /[^\s\u3000-\u303f\u3400-\u9fff<>"“”]/u;

/**
 * Steps over what holds no quantity: a whole word with the figures in it, a whole numeral of figures, ideographs and
 * number words, else one character. Nothing is read from the middle of a numeral.
 */
function skipAt(text: string, at: number, nameEnd: number): number {
  if (isLetter(text, at)) {
    if (/[hw]/.test(text.charAt(at))) {
      ADDRESS.lastIndex = at;
      if (ADDRESS.test(text)) return skipAddress(text, at);
    }
    const end = skipWord(text, at);
    return numberWords.has(readLetters(text, at, LONGEST_WORD)) ? Math.max(end, skipNumberWords(text, at)) : end;
  }
  if (isDigit(text, at)) {
    // In `windows 11三大` the numeral begins behind the name.
    const end = isNamed(text, at, nameEnd) ? skipFigures(text, at) : skipNumeral(text, at);
    return isLetter(text, end) ? skipWord(text, end) : end;
  }
  return Math.max(at + 1, skipNumeral(text, skipChineseNumeral(text, at)));
}

/** Tells whether a number stands behind a name, with one space between. */
function isNamed(text: string, at: number, nameEnd: number): boolean {
  return nameEnd === at - 1 && text.charAt(nameEnd) === " ";
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
    const isJoined = "-.'’_/+&".includes(text.charAt(end)) && (isLetter(text, end + 1) || isDigit(text, end + 1));
    if (end >= text.length || !isJoined) return end;
    end += 1;
  }
}
