import { skipSpace } from "./characters.ts";
import { readChineseDate, readDateNumber } from "./chinese-dates.ts";
import type { DateQuantity } from "./quantity.ts";

const FIELDS = new Set(["year", "quarter", "half", "month", "day", "weekday", "era"]);
const RANGE = / ?[-–—~至到、和] ?第?/y;

/**
 * Reads the first date of a range that leaves its unit to the last one: 6 in 6至8月, 第二 in 第二、三季度.
 */
export function readRangeStart(text: string, at: number): DateQuantity | undefined {
  const number = readDateNumber(text, text.charAt(at) === "第" ? skipSpace(text, at + 1) : at);
  if (!number) return undefined;
  RANGE.lastIndex = number.end;
  const separator = RANGE.exec(text)?.[0];
  if (separator === undefined) return undefined;
  const date = readChineseDate(text, number.end + separator.length);
  const [[name, last] = ["", undefined], ...others] = Object.entries(date ?? {}).filter(([field]) => FIELDS.has(field));
  if (others.length > 0 || typeof last !== "number" || number.value < 1 || number.value >= last) return undefined;
  const span = { start: at, end: number.end };
  switch (name) {
    case "month":
      return { kind: "date", month: number.value, ...span };
    case "day":
      return { kind: "date", day: number.value, ...span };
    case "quarter":
      return { kind: "date", quarter: number.value, ...span };
    case "year":
      return number.width === 4 ? { kind: "date", year: number.value, ...span } : undefined;
  }
  return undefined;
}
