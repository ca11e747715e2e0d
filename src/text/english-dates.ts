import { readLetters } from "./characters.ts";
import { ordinalOf } from "./english-numerals.ts";
import { ofQuarter } from "./numeric-dates.ts";
import type { DateQuantity } from "./quantity.ts";

const MONTHS = [
  "january jan",
  "february feb",
  "march mar",
  "april apr",
  "may",
  "june jun",
  "july jul",
  "august aug",
  "september sept sep",
  "october oct",
  "november nov",
  "december dec",
];
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const months = new Map(MONTHS.flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)));
const weekdays = new Map(
  WEEKDAYS.flatMap((name, index) => [[name, index + 1] as const, [`${name}s`, index + 1] as const]),
);

/** Months that are words of their own, or too short to stand alone. */
const UNSURE = new Set([
  "may",
  "march",
  "jan",
  "feb",
  "mar",
  "apr",
  "jun",
  "jul",
  "aug",
  "sep",
  "sept",
  "oct",
  "nov",
  "dec",
]);

/** `twenty` opens the twenty-first century. */
const OPENERS = new Set(["q", "h", "fy", "last", "twenty"]);

const MONTH_REST = /\.?(?: (\d{1,2})(?:st|nd|rd|th)?(?![\d:.]|,\d|[a-z]| ?%))?(?:,? (?:of )?(\d{4})(?!\d))?/y;
const DAY_FIRST = /(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})(?![a-z])\.?(?:,? (\d{4})(?!\d))?/y;
const IN_MONTH = /(?:in|of|since|until|by|late|early|mid|during|last|this|next|from|between|before|after)[ -]$/;
const QUARTER_WORD =
  /(first|second|third|fourth|last|1st|2nd|3rd|4th)[ -](quarter|half)(?![a-z])(?:(?: of| in|,)? (?:the )?(?:fiscal )?(?:year )?(?:fy)?(\d{4})(?!\d))?/y;
const QUARTER_CODE =
  /([qh][1-4])(?:(?: of| in|,)? (?:fy ?)?(\d{4})(?!\d|[%.,]\d)|(?: ?'| fy ?)(\d{2})(?![\d%.]))?(?![a-z\d])/y;
const CENTURY = /([a-z]{5,11}(?:-first)?)[ -]century(?: b\.?c\.?(?:e\.?)?(?![a-z]))?/y;
const FISCAL = /fy ?(\d{4})(?!\d)/y;

/** The words that a date can begin with, beside ordinals. */
export const dateWords: readonly string[] = [...months.keys(), ...weekdays.keys(), ...OPENERS];

/** Reads a date in English that begins at `at`: `march 5, 2024`, `5 march`, `third quarter of 2024`, `q3`, `wednesday`. */
export function readEnglishDate(text: string, at: number): DateQuantity | undefined {
  const word = readLetters(text, at);
  const end = at + word.length;
  if (word === "") return readDayFirst(text, at) ?? readQuarterWord(text, at);
  const weekday = weekdays.get(word);
  if (weekday !== undefined) return { kind: "date", weekday, start: at, end };
  const month = months.get(word);
  if (month !== undefined) return readMonth(text, at, { word, month });
  if (word === "q" || word === "h") return readQuarterCode(text, at);
  if (word === "fy") return readFiscal(text, at);
  if (word === "twenty") return readCentury(text, at);
  return ordinalOf(word) === undefined && word !== "last"
    ? undefined
    : (readQuarterWord(text, at) ?? readCentury(text, at));
}

function readMonth(
  text: string,
  at: number,
  { word, month }: { readonly word: string; readonly month: number },
): DateQuantity | undefined {
  const [all = "", day, year] = exec(MONTH_REST, text, at + word.length) ?? [];
  const dated = day !== undefined && Number(day) >= 1 && Number(day) <= 31;
  if (day !== undefined && !dated) return undefined;
  if (!dated && year === undefined && UNSURE.has(word)) {
    const before = text.slice(Math.max(0, at - 8), at);
    if (word.length < 5 && word !== "may" ? true : !IN_MONTH.test(before)) return undefined;
  }
  const length = day === undefined && year === undefined ? 0 : all.length;
  return {
    kind: "date",
    ...(year !== undefined && { year: Number(year) }),
    month,
    ...(dated && { day: Number(day) }),
    start: at,
    end: at + word.length + length,
  };
}

function readDayFirst(text: string, at: number): DateQuantity | undefined {
  const match = exec(DAY_FIRST, text, at);
  const month = months.get(match?.[2] ?? "");
  const day = Number(match?.[1]);
  if (!match || month === undefined || day < 1 || day > 31) return undefined;
  return {
    kind: "date",
    ...(match[3] !== undefined && { year: Number(match[3]) }),
    month,
    day,
    start: at,
    end: at + match[0].length,
  };
}

function readQuarterWord(text: string, at: number): DateQuantity | undefined {
  const match = exec(QUARTER_WORD, text, at);
  if (!match) return undefined;
  const [all, which = "", part, year] = match;
  const span = { start: at, end: at + all.length };
  const dated = year === undefined ? {} : { year: Number(year) };
  const value = which === "last" ? 0 : (ordinalOf(which) ?? Number(which.charAt(0)));
  if (part === "quarter") {
    // `last quarter` is the one before today's, whichever that is; `last quarter of 2024` is the fourth.
    if (value === 0 && year === undefined) return undefined;
    return { kind: "date", ...dated, quarter: value === 0 ? 4 : value, ...span };
  }
  if (value !== 1 && value !== 2) return undefined;
  return { kind: "date", ...dated, half: value, ...span };
}

function readQuarterCode(text: string, at: number): DateQuantity | undefined {
  const match = exec(QUARTER_CODE, text, at);
  if (!match) return undefined;
  const [all, part = "", long, short] = match;
  const span = { start: at, end: at + all.length };
  const year = long ?? short;
  if (year !== undefined) return ofQuarter(year, part, span);
  // h2 alone is hydrogen.
  return part.startsWith("q") ? { kind: "date", quarter: Number(part.charAt(1)), ...span } : undefined;
}

function readFiscal(text: string, at: number): DateQuantity | undefined {
  const match = exec(FISCAL, text, at);
  return match ? { kind: "date", year: Number(match[1]), start: at, end: at + match[0].length } : undefined;
}

function readCentury(text: string, at: number): DateQuantity | undefined {
  const match = exec(CENTURY, text, at);
  const year = ordinalOf(match?.[1] ?? "");
  if (!match || year === undefined) return undefined;
  const era = match[0].includes(" b") ? "bce-century" : "century";
  return { kind: "date", year, era, start: at, end: at + match[0].length };
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
