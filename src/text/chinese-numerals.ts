import { isDigit, isIdeograph } from "./characters.ts";
import { isFormalNumeral } from "./formal-numerals.ts";
import { digitOf, expandNumeral, isNumeralCharacter, placeOf } from "./numeral-characters.ts";

/** A numeral written in ideographs. */
export interface ChineseNumeral {
  readonly value: number;
  readonly end: number;
  /**
   * `digit` is one ideograph from 〇 to 九; `places` has 十, 百, 千, 万 or 亿 and is well-formed; `string` is figures in
   * a row, which is how years are written (二〇二四) and how approximations are, too (三五个).
   */
  readonly form: "digit" | "places" | "string";
  /** The last figure counts a place that is not written: 三千五 is 3500. */
  readonly shortened: boolean;
}

const LONGEST = 24;

/** Tells whether the character at `at` is part of a Chinese numeral: 参 is in 参佰, not in 参加. */
export function isChineseNumeral(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (character === "0" || character === "○")
    return isFigure(text, at - 1) && isFigure(text, at + 1) && !isDigit(text, at + 1);
  return isNumeralCharacter(character) && isFormalNumeral(text, at);
}

function isFigure(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character === "○" || (isIdeograph(text, at) && digitOf(character) !== undefined);
}

/** The end of the run of numeral ideographs that begins at `at`. */
export function skipChineseNumeral(text: string, at: number): number {
  let end = at;
  while (isChineseNumeral(text, end)) end += 1;
  return end;
}

/**
 * Reads the numeral that begins at `at`: 一百二十三, 两千, 三千五 (3500), 百亿, 二〇二四, 廿三, 贰拾.
 *
 * The whole run of numeral ideographs must make one numeral: 十四五 and 千千万 are none, nor is 十 before a digit.
 */
export function readChineseNumeral(text: string, at: number): ChineseNumeral | undefined {
  const limit = at + LONGEST + 1;
  let end = at;
  while (end < limit && isChineseNumeral(text, end)) end += 1;
  if (end === at || end === limit || isDigit(text, end)) return undefined;
  // 八万两 counts taels; 两 is a figure only before its place.
  if (end - at > 1 && text.charAt(end - 1) === "两") end -= 1;
  const read = readRun(text.slice(at, end));
  return read && { ...read, end };
}

/** The value of a text that is one Chinese numeral and nothing else, Traditional or Simplified: 十二, 一百零五, 一〇五. */
export function chineseNumber(written: string): number | undefined {
  if (written === "" || written.length > LONGEST || ![...written].every(isNumeralCharacter)) return undefined;
  const read = readRun(written);
  return read?.shortened === false ? read.value : undefined;
}

function readRun(run: string): Omit<ChineseNumeral, "end"> | undefined {
  const characters = [...run].flatMap(expandNumeral);
  const figures = characters.map(digitOf);
  if (figures.includes(undefined)) {
    const places = readPlaces(characters);
    return places && { ...places, form: "places" };
  }
  return { value: Number(figures.join("")), form: figures.length === 1 ? "digit" : "string", shortened: false };
}

/** A numeral under way: 一亿二千万三百 is 亿 + 万 + a section below 10,000. */
interface Sum {
  hundredMillions: number;
  tenThousands: number;
  section: number;
  /** A figure that waits for its place. */
  figure: number | undefined;
  /** The place read last; what follows must be smaller. */
  place: number;
  zero: boolean;
}

function readPlaces(
  characters: readonly string[],
): { readonly value: number; readonly shortened: boolean } | undefined {
  const sum: Sum = { hundredMillions: 0, tenThousands: 0, section: 0, figure: undefined, place: Infinity, zero: false };
  for (const [index, character] of characters.entries()) {
    const figure = digitOf(character);
    const fits = figure === undefined ? addPlace(sum, character, index === 0) : addFigure(sum, figure);
    if (!fits) return undefined;
  }
  const value = sum.hundredMillions + sum.tenThousands + sectionOf(sum);
  return { value, shortened: sum.figure !== undefined && tailOf(sum) > 1 };
}

/** What stands since the last 万 or 亿. */
function sectionOf(sum: Sum): number {
  return sum.section + (sum.figure ?? 0) * tailOf(sum);
}

/** What a last figure counts: hundreds in 三千五, ones in 三千零五 and 三十五. */
function tailOf({ place, zero }: Sum): number {
  return zero || place <= 10 || place === Infinity ? 1 : place / 10;
}

function addFigure(sum: Sum, figure: number): boolean {
  if (sum.figure !== undefined) return false;
  if (figure === 0) {
    if (sum.zero || sum.place === Infinity) return false;
    sum.zero = true;
    return true;
  }
  sum.figure = figure;
  return true;
}

function addPlace(sum: Sum, character: string, first: boolean): boolean {
  const place = placeOf(character);
  if (place >= 1e4) return closeSection(sum, place, first);
  // Only 十 does without a figure behind 百 or 千: 一百十五; the others only at the numeral's beginning: 百亿.
  if (sum.figure === undefined && !first && (place !== 10 || sum.place >= 1e4)) return false;
  if (place >= sum.place && !(sum.section === 0 && sum.place >= 1e4)) return false;
  sum.section += (sum.figure ?? 1) * place;
  sum.figure = undefined;
  sum.place = place;
  sum.zero = false;
  return true;
}

function closeSection(sum: Sum, size: number, first: boolean): boolean {
  // 两亿三千: a figure right behind 亿 counts what it says.
  const counted = sum.place >= 1e4 ? sum.section + (sum.figure ?? 0) : sectionOf(sum);
  sum.section = 0;
  sum.figure = undefined;
  sum.zero = false;
  sum.place = size;
  if (size === 1e4) {
    if (sum.tenThousands > 0 || (counted === 0 && !first)) return false;
    sum.tenThousands = (counted === 0 ? 1 : counted) * size;
    return true;
  }
  if (sum.hundredMillions > 0 || (counted === 0 && sum.tenThousands === 0 && !first)) return false;
  sum.hundredMillions = Math.max(1, sum.tenThousands + counted) * size;
  sum.tenThousands = 0;
  return true;
}
