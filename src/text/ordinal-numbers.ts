import { isDigit, isLetter } from "./characters.ts";
import { readChineseNumeral } from "./chinese-numerals.ts";
import { readRoman } from "./roman-numerals.ts";

/** The number that a chapter, an article of a law or the like bears. */
export interface OrdinalNumber {
  readonly value: number;
  /** What was put in later: "1" in 91-1 and 第十二条之一, "a" in `7a`. */
  readonly suffix?: string;
  readonly end: number;
}

const FIGURES = /(\d{1,6})(?!\d|[.,:%]\d)(?:([-–]|之)(\d{1,3})(?![\d-]|[.,:%]\d)|([a-z])(?![a-z\d]))?/y;
const ROMAN = /[ivxlc]{1,8}(?![a-z\d])/y;
/** As large a part as is numbered in Roman figures. */
const LARGEST_ROMAN = 99;

/**
 * Reads the number that begins at `at` in folded text, without 第: 37, 三十七, 一〇五, 91-1, 12之1, `7a`, `xiv`.
 *
 * What may be read in two ways is not read: 第一百二, 第三五, and of Roman figures I, C, D, L and M alone. A dash before a
 * number that is no smaller begins a range and is left alone.
 */
export function readOrdinalNumber(text: string, at: number): OrdinalNumber | undefined {
  if (isDigit(text, at)) return readFigures(text, at);
  if (isLetter(text, at)) return readRomanNumber(text, at);
  const numeral = readChineseNumeral(text, at);
  if (!numeral || numeral.shortened) return undefined;
  const { value, end, form } = numeral;
  if (form === "string" && !isPlainString(text.slice(at, end))) return undefined;
  const suffix = readOrdinalSuffix(text, end);
  return suffix ? { value, suffix: suffix.suffix, end: suffix.end } : { value, end };
}

const SUFFIX = /之(\d{1,3})(?!\d)/y;

/** Reads 之一 behind the number of an article, or behind its noun: 第十二条之一. */
export function readOrdinalSuffix(
  text: string,
  at: number,
): { readonly suffix: string; readonly end: number } | undefined {
  if (text.charAt(at) !== "之") return undefined;
  SUFFIX.lastIndex = at;
  const figures = SUFFIX.exec(text);
  if (figures) return { suffix: String(Number(figures[1])), end: at + figures[0].length };
  const numeral = readChineseNumeral(text, at + 1);
  const isSuffix =
    numeral && numeral.form !== "string" && !numeral.shortened && numeral.value > 0 && numeral.value < 100;
  return isSuffix ? { suffix: String(numeral.value), end: numeral.end } : undefined;
}

function readFigures(text: string, at: number): OrdinalNumber | undefined {
  FIGURES.lastIndex = at;
  const match = FIGURES.exec(text);
  if (!match) return undefined;
  const [all, figures = "", link, further, letter] = match;
  const value = Number(figures);
  const end = at + figures.length;
  if (letter !== undefined) return { value, suffix: letter, end: at + all.length };
  if (further === undefined) return /[a-z-]/.test(text.charAt(end)) && isCode(text, end) ? undefined : { value, end };
  const isRange = link !== "之" && Number(further) >= value;
  return isRange ? { value, end } : { value, suffix: String(Number(further)), end: at + all.length };
}

/** `91-1-2` and `91abc` are no numbers of a part. */
function isCode(text: string, at: number): boolean {
  return isLetter(text, at) || (isDigit(text, at + 1) && /^-\d{1,8}-\d/.test(text.slice(at, at + 11)));
}

/** 一〇五 and 一七五 are numbers, 三五 may be the third and the fifth, 一二三 the first three. */
function isPlainString(written: string): boolean {
  return /[〇零○0]/u.test(written) || (written.length > 2 && !"一二三四五六七八九".includes(written));
}

function readRomanNumber(text: string, at: number): OrdinalNumber | undefined {
  ROMAN.lastIndex = at;
  const written = ROMAN.exec(text)?.[0] ?? "";
  const value = readRoman(written);
  if (value === undefined || value > LARGEST_ROMAN || /^[lc]$/.test(written)) return undefined;
  const end = at + written.length;
  // In `in this chapter i describe` a person speaks.
  return written === "i" && /^[ '’][a-z]/.test(text.slice(end, end + 2)) ? undefined : { value, end };
}
