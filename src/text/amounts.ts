import { isDigit, isLetter } from "./characters.ts";
import { digitOf, placeOf } from "./numeral-characters.ts";
import { isChineseNumeral, readChineseNumeral } from "./chinese-numerals.ts";
import { readEnglishNumeral } from "./english-numerals.ts";
import { readAddedFraction, readQuotient } from "./fractions.ts";
import { multiply, readScale, type Scale } from "./scales.ts";
import { isMeasure, readUnit } from "./units.ts";

/** A number without its unit. */
export interface Amount {
  readonly value: number;
  readonly end: number;
  /** `figures` are ASCII digits; `single` is one ideograph such as 三; `places` any other Chinese numeral. */
  readonly form: "figures" | "single" | "places" | "words";
  /** What 万, 亿, million … multiply by; 1 where nothing does. */
  readonly scale: number;
  /** It is a part of one, or has one: ½, 2½, two and a half. */
  readonly fraction?: boolean;
}

const GROUPED = String.raw`\d{1,3}(?:,\d{3}){1,6}(?![\d]|,\d{3})|\d{1,3}(?:[ ’']\d{3}){1,6}(?![\d]|[ ’']\d)|\d{1,2}(?:,\d{2}){1,5},\d{3}(?![\d,])`;
const FIGURES = new RegExp(String.raw`(?:${GROUPED})(?:\.\d{1,15}(?!\d))?|\d{1,18}(?!\d)(?:\.\d{1,15}(?!\d))?`, "y");
const PLAIN = /\d{1,18}(?!\d)/y;

/**
 * Reads an amount in figures, ideographs or English words; `money` allows `$5m`.
 *
 * A numeral that goes on in a way that is not understood is none at all: of 13万2x not even 13万 is read.
 */
export function readAmount(text: string, at: number, money = false): Amount | undefined {
  if (isDigit(text, at)) return readFigures(text, at, { money, below: Infinity });
  return isLetter(text, at) ? readWords(text, at) : readIdeographs(text, at);
}

/** The end of a run of digits with points, commas and colons between them: `1.2.3`, or more digits than a number has. */
export function skipFigures(text: string, at: number): number {
  let end = at;
  while (isDigit(text, end) || (/[.,:]/u.test(text.charAt(end)) && isDigit(text, end + 1))) end += 1;
  return end;
}

/** The end of a numeral's whole run, in figures and ideographs mixed. */
export function skipNumeral(text: string, at: number): number {
  let end = at;
  for (;;) {
    const next = isDigit(text, end) ? skipFigures(text, end) : isChineseNumeral(text, end) ? end + 1 : end;
    if (next === end) return end;
    end = next;
  }
}

/** Scales fall within a numeral, so that only one less than `below` goes on. */
function readFigures(
  text: string,
  at: number,
  { money, below }: { readonly money: boolean; readonly below: number },
): Amount | undefined {
  FIGURES.lastIndex = at;
  const figures = FIGURES.exec(text)?.[0];
  if (figures === undefined) return undefined;
  const end = at + figures.length;
  // A second point makes a version of it: 1.2.3; what has a colon and is no time of the day is a duration or a score: 45:30.
  if (/^(?:\.\d|:\d\d(?!\d))/.test(text.slice(end, end + 4))) return undefined;
  const plain = figures.replaceAll(/[, ’']/gu, "");
  const fraction = /^\d+$/.test(figures) ? readFraction(text, at, plain) : undefined;
  const written = fraction ? String(fraction.value) : plain;
  const tail = fraction?.end ?? end;
  const scale = readScale(text, tail, { money, figures: plain.length });
  const amount = { form: "figures", ...(fraction && { fraction: true }) } as const;
  if (scale && scale.factor >= below) return undefined;
  if (!scale) {
    if (isChineseNumeral(text, tail) && !readUnit(text, tail)) return undefined;
    return { ...amount, value: Number(written), end: tail, scale: 1 };
  }
  const value = multiply(written, scale.factor);
  const rest = readRest(text, scale, fraction === undefined && !plain.includes("."));
  return rest === "none" ? undefined : { ...amount, value: value + rest.value, end: rest.end, scale: scale.factor };
}

/** `1⁄2`, `1/2`, or what stands behind a whole number: `1 1⁄2`, `2 and a half`. */
function readFraction(
  text: string,
  at: number,
  plain: string,
): { readonly value: number; readonly end: number } | undefined {
  const end = at + plain.length;
  if (/[/\d]/.test(text.charAt(at - 1)) || plain.length > 6) return undefined;
  const quotient = readQuotient(text, at);
  if (quotient) return quotient;
  const added = readAddedFraction(text, end);
  return added && { value: Number(plain) + added.value, end: added.end };
}

/** What goes on behind a scale, as a number: 2000万 behind 1亿, 两千 behind 100万, 2 behind 13万; `none` where it makes no sense. */
function readRest(
  text: string,
  { factor, end }: Scale,
  whole: boolean,
): { readonly value: number; readonly end: number } | "none" {
  const nothing = { value: 0, end };
  const zero = /[零〇]/u.test(text.charAt(end));
  const from = zero ? end + 1 : end;
  if (text.charAt(end) === " " && isDigit(text, end + 1)) return readRestApart(text, { factor, end });
  const isFigures = isDigit(text, from);
  if (!isFigures && (!isChineseNumeral(text, from) || startsAnew(text, from))) return zero ? "none" : nothing;
  if (!whole) return "none";
  const rest = isFigures ? readFiguresBehind(text, from, factor) : readIdeographsBehind(text, from, factor);
  if (rest === undefined || rest.value >= factor) return "none";
  if (rest.short) {
    if (zero) return { value: rest.value, end: rest.end };
    return endsNumeral(text, rest.end) ? { value: (rest.value * factor) / 10, end: rest.end } : "none";
  }
  return isLetter(text, rest.end) && !readUnit(text, rest.end) ? "none" : rest;
}

/** 1 亿 2000 万, 5 million 300 thousand: figures with a smaller scale of their own. */
function readRestApart(text: string, { factor, end }: Scale): { readonly value: number; readonly end: number } {
  const amount = readFigures(text, end + 1, { money: false, below: factor });
  const goesOn = amount && amount.scale > 1 && amount.value < factor;
  return goesOn ? { value: amount.value, end: amount.end } : { value: 0, end };
}

interface Rest {
  readonly value: number;
  readonly end: number;
  /** One figure without its place. */
  readonly short: boolean;
}

function readFiguresBehind(text: string, at: number, factor: number): Rest | undefined {
  const amount = readFigures(text, at, { money: false, below: factor });
  if (!amount || !Number.isInteger(amount.value) || amount.fraction) return undefined;
  if (amount.scale > 1) return { ...amount, short: false };
  PLAIN.lastIndex = at;
  const width = PLAIN.exec(text)?.[0].length ?? 0;
  if (width === 1 && amount.end === at + 1) return amount.value === 0 ? undefined : { ...amount, short: true };
  // 3万500元 counts what it says; 1亿2000 may mean 万.
  return factor <= 1e4 ? { ...amount, short: false } : undefined;
}

function readIdeographsBehind(text: string, at: number, factor: number): Rest | undefined {
  const numeral = readChineseNumeral(text, at);
  if (!numeral || numeral.form === "string" || numeral.value === 0 || numeral.value >= factor) return undefined;
  return { value: numeral.value, end: numeral.end, short: numeral.form === "digit" };
}

/** Behind 100万, 百姓 and 千瓦 are other words, 两 counts taels, and 一 begins 一年 and 一套. */
function startsAnew(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (placeOf(character) > 0) return true;
  if (character !== "一" && character !== "两") return false;
  return !isChineseNumeral(text, at + 1) && !(character === "一" && endsNumeral(text, at + 1));
}

const CLOSING = /[的左右以上下起多元块圆吗呢吧啊]/u;

/** Tells whether a numeral may end here without its last place: 13万2。, 13万2的 and 三万五公里, not 十万三个月 or 五万一年. */
function endsNumeral(text: string, at: number): boolean {
  const next = text.charAt(at);
  const unit = readUnit(text, at)?.unit;
  if (CLOSING.test(next) || (unit !== undefined && isMeasure(unit) && !LASTING.test(unit))) return true;
  return unit === undefined && !/[\p{L}\p{N}]/u.test(next) && !/^[.,:]\d/.test(text.slice(at, at + 2));
}

const LASTING = /^(?:second|minute|hour|day|week|month|year|decade|century)$/;

function readIdeographs(text: string, at: number): Amount | undefined {
  const numeral = readChineseNumeral(text, at);
  if (!numeral || numeral.form === "string") return undefined;
  if (numeral.shortened && !endsNumeral(text, numeral.end)) return undefined;
  const form = numeral.form === "digit" ? "single" : "places";
  const decimals = readDecimals(text, numeral.end);
  const end = decimals?.end ?? numeral.end;
  const plain = decimals ? `${numeral.value}.${decimals.figures}` : String(numeral.value);
  // 三十多万; without 点 or 多 the scale belongs to the numeral itself.
  const scale =
    decimals || /[多余来兆]/u.test(text.charAt(end)) ? readScale(text, end, { money: false, figures: 1 }) : undefined;
  if (!scale) return { value: Number(plain), end, form: decimals ? "places" : form, scale: 1 };
  if (isChineseNumeral(text, scale.end) && !startsAnew(text, scale.end)) return undefined;
  return { value: multiply(plain, scale.factor), end: scale.end, form: "places", scale: scale.factor };
}

function readDecimals(text: string, at: number): { readonly figures: string; readonly end: number } | undefined {
  if (text.charAt(at) !== "点") return undefined;
  let end = at + 1;
  let figures = "";
  for (
    let digit = digitOf(text.charAt(end));
    digit !== undefined && !isDigit(text, end) && figures.length < 12;
    digit = digitOf(text.charAt(end))
  ) {
    figures += digit;
    end += 1;
  }
  // 三点五十分 and 三点五分 are times of the day.
  return figures === "" || /[十分刻]/u.test(text.charAt(end)) ? undefined : { figures, end };
}

function readWords(text: string, at: number): Amount | undefined {
  const numeral = readEnglishNumeral(text, at);
  if (!numeral) return undefined;
  const added = readAddedFraction(text, numeral.end);
  if (!added) return { ...numeral, form: "words", scale: 1 };
  // A million and a half is half a million more.
  const value = numeral.value + added.value * numeral.last;
  const scale = numeral.last === 1 ? readScale(text, added.end, { money: false, figures: 1 }) : undefined;
  return {
    value: value * (scale?.factor ?? 1),
    end: scale?.end ?? added.end,
    form: "words",
    scale: scale?.factor ?? 1,
    fraction: true,
  };
}
