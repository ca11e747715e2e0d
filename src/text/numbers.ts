import { type Amount, readAmount } from "./amounts.ts";
import { isChineseNumeral } from "./chinese-numerals.ts";
import { isDigit, isIdeograph, isLetter, skipSpace } from "./characters.ts";
import { readCoins } from "./coins.ts";
import { readCurrencySign } from "./currencies.ts";
import { readAddedFraction, skipRatioLink } from "./fractions.ts";
import { digitOf } from "./numeral-characters.ts";
import type { NumberQuantity } from "./quantity.ts";
import { multiply } from "./scales.ts";
import { isMeasure, readUnit, type Unit } from "./units.ts";

/** Numbers that stand together, and where reading goes on. */
export interface ReadNumbers {
  readonly numbers: readonly NumberQuantity[];
  readonly end: number;
}

const RANGE = /(?: ?[-–—~] ?|至|到| to | and )/y;
const FRACTION = "分之";

/** Units that 一 does count with; 一个 and 一家 are articles rather than numbers. */
const COUNTED_BY_ONE =
  /^(?:%|percentage-point|basis-point|折|成|倍|year|month|week|day|hour|minute|person|km|m|kg|tonne|currency:.*)$/;
/** Measure words that 三 or 四 make ordinary words with: 四处, 三道, 五门. */
const LOOSE_WORDS = new Set("处口头道手起回对门双层点分国区代步列批级行号省市县度寸米升两楼校席首".split("")).union(
  new Set(["degree", "inch", "m", "l"]),
);
const NOT_ONE = /[统唯每某这那有第同任另逐专单惟划归合万其]/u;
/** What stands before a bare number that is one: 达15, 从3到5. */
const POSITION = /[为是达约共计近至到过从在有超于比第得了少多仅只就:,。、;!?()（）"“”'\s]/u;

/** Reads the amount that begins at `at` with its unit, or the two amounts of a range; `named` says that a name ends just before. */
export function readNumber(text: string, at: number, named: boolean): ReadNumbers | undefined {
  const amount = readAmount(text, at);
  // 20几 is some number between 20 and 30.
  if (!amount || text.charAt(amount.end) === "几") return undefined;
  const whole = readMixed(text, amount) ?? amount;
  if (text.startsWith(FRACTION, whole.end)) return readFraction(text, at, whole);
  const ratio = named ? undefined : readRatio(text, at, whole);
  if (ratio) return ratio;
  const unit = unitOf(text, whole);
  const range = unit ? undefined : readRange(text, at, whole);
  if (range) return range;
  if (!isNumber(text, { at, amount: whole, unit, named })) return undefined;
  const number = toNumber(text, { at, amount: whole, unit });
  return { numbers: [number], end: number.end };
}

/** 两又二分之一, 3又1/2. */
function readMixed(text: string, amount: Amount): Amount | undefined {
  if (text.charAt(amount.end) !== "又" || amount.fraction) return undefined;
  const added = readAddedFraction(text, amount.end) ?? readParts(text, amount.end + 1);
  return added && { ...amount, value: amount.value + added.value, end: added.end, form: "places", fraction: true };
}

/** Less than one of something is measured, never counted: 三分之一国土 are no countries. */
function unitOf(text: string, amount: Amount): Unit | undefined {
  const unit = readUnit(text, amount.end);
  return amount.fraction && amount.value < 1 && !(unit && isMeasure(unit.unit)) ? undefined : unit;
}

/** Reads an amount of money that begins with its currency's sign. */
export function readMoney(text: string, at: number): ReadNumbers | undefined {
  const sign = readCurrencySign(text, at);
  const amount = sign && readAmount(text, sign.end, true);
  if (!amount || amount.form === "single") return undefined;
  const last = readRangeEnd(text, amount.end, true);
  const lastSign = last ? undefined : readUnit(text, amount.end);
  const tail = lastSign?.unit.startsWith("currency:") === true ? lastSign.end : amount.end;
  // `¥` and 元 leave open whose they are; a name beside them tells.
  const unit = sign.unit === "currency:yuan" && tail > amount.end ? (lastSign?.unit ?? sign.unit) : sign.unit;
  const coins = tail > amount.end ? readCoins(text, { unit, end: tail, andHalf: false }) : undefined;
  if (!last)
    return one({ kind: "number", value: amount.value + (coins?.value ?? 0), unit, start: at, end: coins?.end ?? tail });
  const scale = amount.scale === 1 ? last.amount.scale : 1;
  const first = { kind: "number", value: amount.value * scale, unit: sign.unit, start: at, end: amount.end } as const;
  const closing = readUnit(text, last.amount.end);
  const end = closing?.unit.startsWith("currency:") === true ? closing.end : last.amount.end;
  return {
    numbers: [first, { kind: "number", value: last.amount.value, unit: sign.unit, start: last.start, end }],
    end,
  };
}

interface Reading {
  readonly at: number;
  readonly amount: Amount;
  readonly unit: Unit | undefined;
}

function toNumber(text: string, { at, amount, unit }: Reading): NumberQuantity {
  const signed = isNegative(text, at);
  const value = (amount.value + (unit?.andHalf === true ? 0.5 : 0)) * (signed ? -1 : 1);
  const span = { start: signed ? signed.start : at, end: unit?.end ?? amount.end };
  const off = unit?.unit === "%" ? readDiscount(text, span.end) : undefined;
  // 20% off is 八折.
  if (off !== undefined) return { kind: "number", value: 10 - value / 10, unit: "折", ...span, end: off };
  if (unit?.unit === "‰") return { kind: "number", value: value / 10, unit: "%", ...span };
  const coins = unit && readCoins(text, unit);
  if (coins) return { kind: "number", value: value + coins.value, unit: coins.unit, ...span, end: coins.end };
  if (unit?.unit !== "折" && unit?.unit !== "成") return { kind: "number", value, unit: unit?.unit ?? "", ...span };
  // 85折 is 8.5折: what is left of ten.
  if (unit.unit === "折") return { kind: "number", value: value > 10 ? value / 10 : value, unit: "折", ...span };
  const points = pointsOf(text, span.end);
  return { kind: "number", value: value * 10 + points, unit: "%", ...span, end: points > 0 ? span.end + 1 : span.end };
}

/** The hundredths behind tenths: 七成半, 三成五; 一成五年内 goes on otherwise. */
function pointsOf(text: string, at: number): number {
  const next = text.charAt(at);
  if (next === "半") return 5;
  const isLast = !isChineseNumeral(text, at + 1) && !/[点分]/u.test(text.charAt(at + 1)) && !readUnit(text, at + 1);
  return isChineseNumeral(text, at) && isLast ? (digitOf(next) ?? 0) : 0;
}

const DISCOUNT = / (?:off|discount)(?![a-z])/y;

/** The end of `off` behind a percentage. */
function readDiscount(text: string, at: number): number | undefined {
  DISCOUNT.lastIndex = at;
  return text.charAt(at) === " " && DISCOUNT.test(text) ? DISCOUNT.lastIndex : undefined;
}

/** A minus sign belongs to the number where nothing stands before it to count from: 3-5 is a range. */
function isNegative(text: string, at: number): { readonly start: number } | undefined {
  const before = text.charAt(at - 1);
  if (before === "下" && text.charAt(at - 2) === "零") return { start: at - 2 };
  if ((before !== "-" && before !== "−") || at < 1) return undefined;
  return at === 1 || /[\s(,:为是到至]/u.test(text.charAt(at - 2)) ? { start: at - 1 } : undefined;
}

/** 二分之一. */
function readParts(text: string, at: number): { readonly value: number; readonly end: number } | undefined {
  const divisor = readAmount(text, at);
  const part =
    divisor && text.startsWith(FRACTION, divisor.end) ? readAmount(text, divisor.end + FRACTION.length) : undefined;
  if (!divisor || !part || divisor.value === 0) return undefined;
  return { value: part.value / divisor.value, end: part.end };
}

function readFraction(text: string, at: number, divisor: Amount): ReadNumbers | undefined {
  const part = readAmount(text, divisor.end + FRACTION.length);
  if (!part || divisor.value === 0) return undefined;
  if (divisor.value === 100 || divisor.value === 1000 || divisor.value === 10_000)
    return one({ kind: "number", value: (part.value * 100) / divisor.value, unit: "%", start: at, end: part.end });
  const amount: Amount = { ...part, value: part.value / divisor.value, fraction: true };
  return one(toNumber(text, { at, amount, unit: unitOf(text, amount) }));
}

/** `one in five`, `9 out of 10`; not `2 in 10 minutes`. */
function readRatio(text: string, at: number, amount: Amount): ReadNumbers | undefined {
  if ((amount.form !== "figures" && amount.form !== "words") || amount.scale > 1 || amount.fraction) return undefined;
  const from = skipRatioLink(text, amount.end);
  const of = from === undefined ? undefined : readAmount(text, from);
  if (!of || of.form !== amount.form || of.fraction || !isWhole(of.value) || of.value <= amount.value) return undefined;
  if (amount.value === 0 || (text.charAt(amount.end + 1) === "i" && amount.value > 9)) return undefined;
  const unit = readUnit(text, of.end);
  if (isLetter(text, of.end) || (unit && unit.unit !== "person")) return undefined;
  return one({ kind: "number", value: amount.value / of.value, unit: "", start: at, end: of.end });
}

/** Numbers that shares are told by; no years. */
function isWhole(value: number): boolean {
  return value <= 10 || value === 12 || (value <= 100 && value % 5 === 0) || (value % 100 === 0 && value !== 2000);
}

function one(number: NumberQuantity): ReadNumbers {
  return { numbers: [number], end: number.end };
}

/** 3–5年, 100-200万, 三到五个: the unit and the scale behind the last number are the first one's, too. */
function readRange(text: string, at: number, amount: Amount): ReadNumbers | undefined {
  const last = readRangeEnd(text, amount.end, false);
  if (!last || last.amount.form !== amount.form) return undefined;
  const unit = readUnit(text, last.amount.end);
  if (!unit && last.amount.scale === 1) return undefined;
  // 2019–2021年 are two years.
  if (unit?.unit === "year" && amount.end - at === 4) return undefined;
  const factor = amount.scale === 1 && last.amount.value >= amount.value ? last.amount.scale : 1;
  const first = { ...amount, value: multiply(String(amount.value), factor) };
  const numbers = [
    { ...toNumber(text, { at, amount: first, unit }), end: amount.end },
    toNumber(text, { at: last.start, amount: last.amount, unit }),
  ];
  return { numbers, end: unit?.end ?? last.amount.end };
}

function readRangeEnd(
  text: string,
  at: number,
  money: boolean,
): { readonly start: number; readonly amount: Amount } | undefined {
  RANGE.lastIndex = at;
  const separator = RANGE.exec(text)?.[0];
  if (separator === undefined || (money && separator === " and ")) return undefined;
  const start = at + separator.length;
  if (!isDigit(text, start) && !isIdeograph(text, start)) return undefined;
  const amount = readAmount(text, start, money);
  return amount && { start, amount };
}

function isNumber(text: string, { at, amount, unit, named }: Reading & { readonly named: boolean }): boolean {
  switch (amount.form) {
    case "figures":
      return unit !== undefined || amount.fraction === true || isBareFigures(text, { at, amount, named });
    case "single":
      return unit !== undefined && isSingle(text, { at, amount, unit });
    case "places":
      return isPlaces(text, { at, amount, unit });
    case "words":
      return amount.value !== 1 || unit !== undefined;
  }
}

function isBareFigures(
  text: string,
  { at, amount, named }: { readonly at: number; readonly amount: Amount; readonly named: boolean },
): boolean {
  const written = text.slice(at, amount.end);
  if (amount.scale > 1 || written.includes(",")) return true;
  const next = skipSpace(text, amount.end);
  if (named || isLetter(text, amount.end) || (text.charAt(amount.end) === "-" && isLetter(text, amount.end + 1)))
    return false;
  if (/[版号路线代型系后·]/u.test(text.charAt(next)) || text.charAt(at - 1) === "·" || isListMark(text, at, amount.end))
    return false;
  return amount.value >= 1000 || at === 0 || !isIdeograph(text, at - 1) || POSITION.test(text.charAt(at - 1));
}

/** `1. ` at the beginning of a line. */
function isListMark(text: string, at: number, end: number): boolean {
  return (at === 0 || text.charAt(at - 1) === "\n") && /^[.)、]\s/u.test(text.slice(end, end + 2));
}

function isSingle(
  text: string,
  { at, amount, unit }: { readonly at: number; readonly amount: Amount; readonly unit: Unit },
): boolean {
  const before = text.charAt(at - 1);
  if (LOOSE_WORDS.has(unit.unit)) return false;
  // All around is 四周, too.
  if (text.startsWith("四周", at) && unit.unit === "week" && !/[年后内前以的]/u.test(text.charAt(unit.end)))
    return false;
  // Two of something are 两个; 二队 and 二期 are second ones.
  if (text.charAt(at) === "二" && !COUNTED_BY_ONE.test(unit.unit)) return false;
  if (amount.value !== 1) return !/[第初星几数]/u.test(before);
  return COUNTED_BY_ONE.test(unit.unit) && !NOT_ONE.test(before) && text.charAt(unit.end) !== text.charAt(unit.end - 1);
}

const FORMAL = /[壹贰叁参肆伍陆柒捌玖拾佰仟]/u;

/** 百 and 万 alone open names (百度, 万科); 千万 opens 千万不要; whatever else has a place is a number with a unit, or a large one. */
function isPlaces(text: string, { at, amount, unit }: Reading): boolean {
  const written = text.slice(at, amount.end);
  if (amount.fraction || (written.length > 1 && FORMAL.test(written))) return true;
  if (/[几数第]/u.test(text.charAt(at - 1)) || (!unit && /[号路线]/u.test(text.charAt(amount.end)))) return false;
  if (/^[百千万亿]$/u.test(written)) return /[多余]/u.test(text.charAt(amount.end)) && unit !== undefined;
  if (unit) return written !== "十" || unit.unit !== "分";
  if (written.includes("亿")) return written !== "亿万";
  if (/^(?:百万|[一二两三四五六七八九]?十?[一二三四五六七八九]?百?千?万)$/u.test(written))
    return written !== "千万" && written !== "万" && written !== "十万";
  if (written.length >= 3) return true;
  return POSITION.test(text.charAt(at - 1)) && !isIdeograph(text, amount.end) && written.length === 2;
}
