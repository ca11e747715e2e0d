import { type Amount, readAmount } from "./amounts.ts";
import { isDigit, isIdeograph, isLetter, skipSpace } from "./characters.ts";
import { readCurrencySign } from "./currencies.ts";
import type { NumberQuantity } from "./quantity.ts";
import { readUnit, type Unit } from "./units.ts";

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
  if (!amount) return undefined;
  if (text.startsWith(FRACTION, amount.end)) return readFraction(text, at, amount);
  const quotient = readQuotient(text, at, amount);
  if (quotient) return quotient;
  const unit = readUnit(text, amount.end);
  const range = unit ? undefined : readRange(text, at, amount);
  if (range) return range;
  if (!isNumber(text, { at, amount, unit, named })) return undefined;
  return { numbers: [toNumber(text, { at, amount, unit })], end: unit?.end ?? amount.end };
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
  if (!last) return { numbers: [{ kind: "number", value: amount.value, unit, start: at, end: tail }], end: tail };
  const scale = amount.exponent === 0 ? 10 ** last.amount.exponent : 1;
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
  if (unit?.unit !== "折" && unit?.unit !== "成") return { kind: "number", value, unit: unit?.unit ?? "", ...span };
  // 85折 is 8.5折: what is left of ten.
  if (unit.unit === "折") return { kind: "number", value: value > 10 ? value / 10 : value, unit: "折", ...span };
  const half = text.charAt(span.end) === "半";
  return {
    kind: "number",
    value: value * 10 + (half ? 5 : 0),
    unit: "%",
    start: span.start,
    end: half ? span.end + 1 : span.end,
  };
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

function readFraction(text: string, at: number, amount: Amount): ReadNumbers | undefined {
  const part = readAmount(text, amount.end + FRACTION.length);
  if (!part || amount.value === 0) return undefined;
  const percent = amount.value === 100 || amount.value === 1000 || amount.value === 10_000;
  const value = percent ? (part.value * 100) / amount.value : part.value / amount.value;
  return { numbers: [{ kind: "number", value, unit: percent ? "%" : "", start: at, end: part.end }], end: part.end };
}

const QUOTIENT = /\/(?:10|[2-9])(?![\d/.])/y;
const WORD_QUOTIENT = /[ -](half|third|quarter|fourth|fifth|tenth)s?(?= of[^a-z])/y;
const DIVISORS: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["third", 3],
  ["quarter", 4],
  ["fourth", 4],
  ["fifth", 5],
  ["tenth", 10],
]);

/** `1/3`, and `two thirds of`. */
function readQuotient(text: string, at: number, amount: Amount): ReadNumbers | undefined {
  if (amount.exponent > 0 || (amount.form !== "figures" && amount.form !== "words")) return undefined;
  const pattern = amount.form === "figures" ? QUOTIENT : WORD_QUOTIENT;
  pattern.lastIndex = amount.end;
  const match = pattern.exec(text);
  if (!match || /[/\d]/.test(text.charAt(at - 1))) return undefined;
  const divisor = DIVISORS.get(match[1] ?? "") ?? Number(match[0].slice(1));
  if (!(amount.value > 0 && amount.value < divisor)) return undefined;
  const end = amount.end + match[0].length;
  return { numbers: [{ kind: "number", value: amount.value / divisor, unit: "", start: at, end }], end };
}

/** 3–5年, 100-200万, 三到五个: the unit and the scale behind the last number are the first one's, too. */
function readRange(text: string, at: number, amount: Amount): ReadNumbers | undefined {
  const last = readRangeEnd(text, amount.end, false);
  if (!last || last.amount.form !== amount.form) return undefined;
  const unit = readUnit(text, last.amount.end);
  if (!unit && last.amount.exponent === 0) return undefined;
  // 2019–2021年 are two years.
  if (unit?.unit === "year" && amount.end - at === 4) return undefined;
  const exponent = amount.exponent === 0 && last.amount.value >= amount.value ? last.amount.exponent : 0;
  const first = { ...amount, value: Number(`${amount.value}e${exponent}`) };
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
      return unit !== undefined || isBareFigures(text, { at, amount, named });
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
  if (amount.exponent > 0 || written.includes(",")) return true;
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

/** 百 and 万 alone open names (百度, 万科); 千万 opens 千万不要; whatever else has a place is a number with a unit, or a large one. */
function isPlaces(text: string, { at, amount, unit }: Reading): boolean {
  const written = text.slice(at, amount.end);
  if (/[几数第]/u.test(text.charAt(at - 1)) || (!unit && /[号路线]/u.test(text.charAt(amount.end)))) return false;
  if (/^[百千万亿]$/u.test(written)) return /[多余]/u.test(text.charAt(amount.end)) && unit !== undefined;
  if (unit) return written !== "十" || unit.unit !== "分";
  if (written.includes("亿")) return written !== "亿万";
  if (/^(?:百万|[一二两三四五六七八九]?十?[一二三四五六七八九]?百?千?万)$/u.test(written))
    return written !== "千万" && written !== "万" && written !== "十万";
  if (written.length >= 3) return true;
  return POSITION.test(text.charAt(at - 1)) && !isIdeograph(text, amount.end) && written.length === 2;
}
