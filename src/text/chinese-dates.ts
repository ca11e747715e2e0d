import { isDigit, skipSpace } from "./characters.ts";
import { readChineseNumeral } from "./chinese-numerals.ts";
import type { DateQuantity } from "./quantity.ts";
import { reigns } from "./reigns.ts";

/** What a date consists of, before it has a span. */
type DateFields = Omit<DateQuantity, "kind" | "start" | "end">;
interface ReadFields {
  readonly fields: DateFields;
  readonly end: number;
}

/** A whole number of at most four figures, as dates have them. */
interface DateNumber {
  readonly value: number;
  readonly end: number;
  /** How many figures it is written with; 0 for 十二. */
  readonly width: number;
}

/**
 * Reads a date in Chinese that begins at `at`: 2024年第三季度, 二〇二四年七月三日, 公元前221年, 民国113年, 20世纪90年代,
 * 上半年, 7月3日, 周三.
 */
export function readChineseDate(text: string, at: number): DateQuantity | undefined {
  const read = readFields(text, at);
  return read && { kind: "date", ...read.fields, start: at, end: read.end };
}

function readFields(text: string, at: number): ReadFields | undefined {
  switch (text.charAt(at)) {
    case "公":
    case "西":
    case "民":
      return readEra(text, at);
    case "上":
    case "下":
    case "第":
      return readPart(text, at);
    case "周":
    case "星":
    case "礼":
      return readWeekday(text, at);
    default:
      return readNumbered(text, at) ?? readReign(text, at);
  }
}

const ERA = /(公元前|西元前)|(?:公元|西元)|(民国)(?=元|\D?\d|[一二三四五六七八九十])/y;

function readEra(text: string, at: number): ReadFields | undefined {
  ERA.lastIndex = at;
  const match = ERA.exec(text);
  if (!match) return undefined;
  const from = skipSpace(text, at + match[0].length);
  const before = match[1] !== undefined;
  const number = readDateNumber(text, from);
  if (!number) return undefined;
  const end = skipSpace(text, number.end);
  if (text.startsWith("世纪", end))
    return { fields: { year: number.value, era: before ? "bce-century" : "century" }, end: end + 2 };
  if (text.charAt(end) !== "年" || text.charAt(end + 1) === "代") return undefined;
  const year = match[2] === undefined ? number.value : number.value + 1911;
  return withParts(text, end + 1, { year, ...(before && { era: "bce" as const }) });
}

function readReign(text: string, at: number): ReadFields | undefined {
  const before = reigns.get(text.slice(at, at + 2));
  const number = before === undefined ? undefined : readDateNumber(text, skipSpace(text, at + 2));
  if (before === undefined || !number || number.value > 64) return undefined;
  const end = skipSpace(text, number.end);
  return text.charAt(end) === "年" ? withParts(text, end + 1, { year: before + number.value }) : undefined;
}

/** A date that begins with a number. */
function readNumbered(text: string, at: number): ReadFields | undefined {
  const number = readDateNumber(text, at);
  if (!number) return undefined;
  const end = skipSpace(text, number.end);
  switch (text.charAt(end)) {
    case "年":
      return readYear(text, end + 1, number);
    case "财":
      if (text.charAt(end + 1) === "年") return readYear(text, end + 2, number);
      return text.charAt(end + 1) === "季" ? readQuarter(text, at, { value: number.value, end: end + 2 }) : undefined;
    case "世":
      return text.startsWith("世纪", end) ? readCentury(text, end + 2, number.value) : undefined;
    case "季":
      return text.charAt(end + 1) === "度" ? readQuarter(text, at, { value: number.value, end: end + 2 }) : undefined;
    case "月":
      return readMonth(text, end + 1, number.value);
    case "日":
    case "号":
      return readDay(text, end, { at, number });
    default:
      return undefined;
  }
}

/** 前三季度 are three quarters, not the third. */
function readQuarter(
  text: string,
  at: number,
  { value, end }: { readonly value: number; readonly end: number },
): ReadFields | undefined {
  const one = value >= 1 && value <= 4 && !/[前头]/u.test(text.charAt(at - 1));
  return one ? { fields: { quarter: value }, end } : undefined;
}

function readYear(text: string, end: number, { value, width }: DateNumber): ReadFields | undefined {
  if (text.charAt(end) === "代") {
    if (width === 4) return { fields: { year: value, era: "decade" }, end: end + 1 };
    const tens = value >= 10 && value <= 90 && value % 10 === 0;
    return tens
      ? { fields: { year: value < 30 ? 2000 + value : 1900 + value, era: "decade" }, end: end + 1 }
      : undefined;
  }
  if (width === 4) {
    // 5000年 and 2000年历史 are durations.
    const lasts = value < 1001 || value > 2200 || /^(?:的?历史|[多余来])/u.test(text.slice(end, end + 3));
    return lasts ? undefined : withParts(text, end, { year: value });
  }
  if (width !== 2) return undefined;
  // 24年 alone is a duration, 24年三季度 a date.
  const dated = withParts(text, end, { year: value > 50 ? 1900 + value : 2000 + value });
  return Object.keys(dated.fields).length > 1 ? dated : undefined;
}

function readCentury(text: string, end: number, century: number): ReadFields {
  const decade = readDateNumber(text, end);
  if (decade && decade.value % 10 === 0 && decade.value < 100 && text.startsWith("年代", decade.end)) {
    return { fields: { year: (century - 1) * 100 + decade.value, era: "decade" }, end: decade.end + 2 };
  }
  return { fields: { year: century, era: "century" }, end };
}

function readMonth(text: string, end: number, month: number): ReadFields | undefined {
  if (month < 1 || month > 12 || /[球亮光租经薪]/u.test(text.charAt(end))) return undefined;
  const from = text.charAt(end) === "初" ? end + 1 : skipSpace(text, end);
  const day = readDateNumber(text, from);
  if (day && day.value >= 1 && day.value <= 31) {
    const mark = skipSpace(text, day.end);
    // The old calendar leaves 日 out: 七月二十七, 八月初三.
    const old = day.width === 0 || from > end;
    if (old && !isDigit(text, from) && /^(?:[,。、;)]|$)/u.test(text.charAt(day.end))) {
      return { fields: { month, day: day.value }, end: day.end };
    }
    if (/[日号]/u.test(text.charAt(mark))) return { fields: { month, day: day.value }, end: mark + 1 };
    if (/[-–—~至到]/u.test(text.charAt(mark))) {
      const last = readDateNumber(text, mark + 1);
      if (last && /[日号]/u.test(text.charAt(last.end))) return { fields: { month, day: day.value }, end: day.end };
    }
  }
  return { fields: { month }, end: text.charAt(end) === "份" ? end + 1 : end };
}

/** 15日 and 15号 alone: not 3日内, and 号 only where no 楼, 线 or spaceship is numbered. */
function readDay(
  text: string,
  mark: number,
  { at, number }: { readonly at: number; readonly number: DateNumber },
): ReadFields | undefined {
  const { value, width } = number;
  if (value < 1 || value > 31 || width > 2) return undefined;
  const before = text.charAt(at - 1);
  const after = text.charAt(mark + 1);
  const read = { fields: { day: value }, end: mark + 1 };
  if (text.charAt(mark) === "日")
    return /[内游间本元文语子报军益趋常用后前]/u.test(after) || (width === 0 && value < 11) ? undefined : read;
  return /^[\s,。、;(（于在本到至从是月]?$/u.test(before) && !/[线楼店选文机馆厅院门桌车台风井坑码角仓堂]/u.test(after)
    ? read
    : undefined;
}

/** What can follow a year: a quarter, a half, or a month with its day. */
function withParts(text: string, end: number, year: DateFields): ReadFields {
  let from = skipSpace(text, end);
  if (text.charAt(from) === "的") from += 1;
  if (text.charAt(from) === "度" && /[第上下一二三四\d]/u.test(text.charAt(from + 1))) from += 1;
  const part = /[上下第]/u.test(text.charAt(from))
    ? readPart(text, from)
    : (readLatinPart(text, from) ?? readInYear(text, from));
  if (part) return { fields: { ...year, ...part.fields }, end: part.end };
  return { fields: year, end: text.startsWith("年度", end - 1) ? end + 1 : end };
}

function readInYear(text: string, at: number): ReadFields | undefined {
  const read = readNumbered(text, at);
  return read &&
    (read.fields.month !== undefined || read.fields.quarter !== undefined) &&
    read.fields.year === undefined
    ? read
    : undefined;
}

const LATIN_PART = /(q[1-4]|h[12])(?![a-z\d])/y;

function readLatinPart(text: string, at: number): ReadFields | undefined {
  LATIN_PART.lastIndex = at;
  const part = LATIN_PART.exec(text)?.[1];
  if (part === undefined) return undefined;
  const value = Number(part.charAt(1));
  if (part.startsWith("q")) return { fields: { quarter: value }, end: at + 2 };
  return { fields: { half: value === 1 ? 1 : 2 }, end: at + 2 };
}

/** 上半年, 下半年, 第三季度. */
function readPart(text: string, at: number): ReadFields | undefined {
  if (text.charAt(at) === "第") {
    const number = readDateNumber(text, skipSpace(text, at + 1));
    const end = number ? skipSpace(text, number.end) : at;
    if (number && text.startsWith("世纪", end)) return readCentury(text, end + 2, number.value);
    if (!number || number.value < 1 || number.value > 4 || !/^(?:季度|财季)/u.test(text.slice(end, end + 2)))
      return undefined;
    return { fields: { quarter: number.value }, end: end + 2 };
  }
  if (!text.startsWith("半年", at + 1)) return undefined;
  return { fields: { half: text.charAt(at) === "上" ? 1 : 2 }, end: at + 3 };
}

const WEEKDAY = /(?:星期|礼拜|周)(?:([一二三四五六])(?![次个更年度期天个人半年岁百千万]|十)|[日天](?![报刊]))/y;

function readWeekday(text: string, at: number): ReadFields | undefined {
  WEEKDAY.lastIndex = at;
  const match = WEEKDAY.exec(text);
  if (!match || (text.charAt(at) === "周" && match[0].endsWith("天"))) return undefined;
  const weekday = match[1] === undefined ? 7 : "一二三四五六".indexOf(match[1]) + 1;
  return { fields: { weekday }, end: at + match[0].length };
}

/** Reads a whole number of at most four figures, or one in ideographs. */
export function readDateNumber(text: string, at: number): DateNumber | undefined {
  if (isDigit(text, at)) {
    let end = at;
    while (end - at < 5 && isDigit(text, end)) end += 1;
    return end - at > 4 ? undefined : { value: Number(text.slice(at, end)), end, width: end - at };
  }
  if (text.charAt(at) === "元" && text.charAt(at + 1) === "年") return { value: 1, end: at + 1, width: 1 };
  const numeral = readChineseNumeral(text, at);
  if (!numeral) return undefined;
  const { value, end, form } = numeral;
  return { value, end, width: form === "places" ? 0 : end - at };
}
