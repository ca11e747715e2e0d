import type { DateQuantity } from "./quantity.ts";

const YEAR_FIRST = /(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?![\d])/y;
const YEAR_LAST = /(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?!\d)/y;
const WITH_QUARTER = /(\d{4}|\d{2})[ -]?(?:([qh])([1-4]))(?![a-z\d])/y;
const QUARTER_FIRST = /([1-4])([qh])[ -]?'?(\d{4}|\d{2})(?!\d)/y;
const DECADE = /(\d{3}0)'?s(?![a-z\d])/y;
const BCE = /(\d{1,4}) ?b\.?c\.?(?:e\.?)?(?![a-z])/y;
const CENTURY = /(\d{1,2})(?:st|nd|rd|th)[ -]century(?: b\.?c\.?(?:e\.?)?(?![a-z]))?/y;

/** What all of these begin with; most numbers go on otherwise. */
const OPENING = /^\d{1,4}[-/. 'qhsbnrt]/;

/** Reads a date in figures that begins at `at`: `2024-07-03`, `2024/7`, `2024q3`, `1h24`, `1990s`, `221 bc`, `20th century`. */
export function readNumericDate(text: string, at: number): DateQuantity | undefined {
  if (!OPENING.test(text.slice(at, at + 5))) return undefined;
  for (const read of [
    readYearFirst,
    readYearLast,
    readYearQuarter,
    readQuarterYear,
    readDecade,
    readBce,
    readCentury,
  ]) {
    const date = read(text, at);
    if (date) return date;
  }
  return undefined;
}

function readYearFirst(text: string, at: number): DateQuantity | undefined {
  const match = exec(YEAR_FIRST, text, at);
  if (!match) return undefined;
  const [all, year, separator, month, day] = match;
  if (!isYear(year) || !isMonth(month) || (day === undefined && (separator === "." || month?.length !== 2)))
    return undefined;
  if (day === undefined)
    return { kind: "date", year: Number(year), month: Number(month), start: at, end: at + all.length };
  return isDay(day)
    ? { kind: "date", year: Number(year), month: Number(month), day: Number(day), start: at, end: at + all.length }
    : undefined;
}

/** 7/3/2024 is July 3 in one country and March 7 in the next: only 7/13/2024 tells its month. */
function readYearLast(text: string, at: number): DateQuantity | undefined {
  const match = exec(YEAR_LAST, text, at);
  if (!match) return undefined;
  const [all, one, , other, year] = match;
  const span = { start: at, end: at + all.length };
  if (!isYear(year)) return undefined;
  if (isMonth(one) && isDay(other) && !isMonth(other))
    return { kind: "date", year: Number(year), month: Number(one), day: Number(other), ...span };
  if (isMonth(other) && isDay(one) && !isMonth(one))
    return { kind: "date", year: Number(year), month: Number(other), day: Number(one), ...span };
  return isMonth(one) && isMonth(other) ? { kind: "date", year: Number(year), ...span } : undefined;
}

function readYearQuarter(text: string, at: number): DateQuantity | undefined {
  const match = exec(WITH_QUARTER, text, at);
  return match
    ? ofQuarter(match[1] ?? "", `${match[2]}${match[3]}`, { start: at, end: at + match[0].length })
    : undefined;
}

function readQuarterYear(text: string, at: number): DateQuantity | undefined {
  const match = exec(QUARTER_FIRST, text, at);
  return match
    ? ofQuarter(match[3] ?? "", `${match[2]}${match[1]}`, { start: at, end: at + match[0].length })
    : undefined;
}

/** A year of four or two figures with `q1`–`q4`, `h1` or `h2`. */
export function ofQuarter(
  figures: string,
  part: string,
  span: { readonly start: number; readonly end: number },
): DateQuantity | undefined {
  const year = figures.length === 4 ? Number(figures) : 2000 + Number(figures);
  const value = Number(part.charAt(1));
  if (part.startsWith("q")) return { kind: "date", year, quarter: value, ...span };
  return value > 2 ? undefined : { kind: "date", year, half: value === 1 ? 1 : 2, ...span };
}

function readDecade(text: string, at: number): DateQuantity | undefined {
  const match = exec(DECADE, text, at);
  return match
    ? { kind: "date", year: Number(match[1]), era: "decade", start: at, end: at + match[0].length }
    : undefined;
}

function readBce(text: string, at: number): DateQuantity | undefined {
  const match = exec(BCE, text, at);
  return match ? { kind: "date", year: Number(match[1]), era: "bce", start: at, end: at + match[0].length } : undefined;
}

function readCentury(text: string, at: number): DateQuantity | undefined {
  const match = exec(CENTURY, text, at);
  if (!match) return undefined;
  const era = match[0].includes(" b") ? "bce-century" : "century";
  return { kind: "date", year: Number(match[1]), era, start: at, end: at + match[0].length };
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function isYear(figures: string | undefined): boolean {
  return Number(figures) >= 1000 && Number(figures) <= 2200;
}

function isMonth(figures: string | undefined): boolean {
  return Number(figures) >= 1 && Number(figures) <= 12;
}

function isDay(figures: string | undefined): boolean {
  return Number(figures) >= 1 && Number(figures) <= 31;
}
