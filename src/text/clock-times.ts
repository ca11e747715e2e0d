import { isDigit, skipSpace } from "./characters.ts";
import { readChineseNumeral } from "./chinese-numerals.ts";
import { readEnglishNumeral } from "./english-numerals.ts";
import type { TimeQuantity } from "./quantity.ts";

type DayPart = "morning" | "noon" | "afternoon" | "night";

const DAY_PART =
  /(上午|早上|早晨|清晨|凌晨|早间|今早|明早)|(中午|正午)|(下午|傍晚|晚上|晚间|今晚|当晚|明晚|昨晚)|(深夜|半夜|夜里|夜间)|(早)(?=\d|[一二两三四五六七八九十])|(晚)(?=\d|[一二两三四五六七八九十])/y;
const COLON = /(2[0-4]|[01]?\d)(?::([0-5]\d)(?!\d)(?::[0-5]\d(?!\d))?)?(?: ?([ap])\.?m(?![a-z])\.?)?/y;
const O_CLOCK = / ?o['’]clock/y;
/** Words behind 点 that make 三点 three points: 三点建议. */
const POINTS = /[建意要原理说启内优缺不思好看评心感共经赞击位股名阵多来]/u;
/** Words behind a lone 三点 that make it an hour. */
const HOURLY = /^(?:[,。、;!?)\s]|$|开|前|后|左|举|到|至|结|以|之|准|才|就|吃|睡|出|上|下|关|整|多|许|-|–|—|~)/u;
const AFTER_HOUR = /[代期间候装尚空常光刻差局髦速]/u;

/** Reads a time of the day that begins at `at`: `12:30`, 下午3点半, `3 p.m.`, 15时30分, `three o'clock`. */
export function readTime(text: string, at: number): TimeQuantity | undefined {
  DAY_PART.lastIndex = at;
  const match = DAY_PART.exec(text);
  if (!match) return isDigit(text, at) ? (readColon(text, at) ?? readHour(text, at)) : readHour(text, at);
  const part = dayPartOf(match);
  const from = skipSpace(text, at + match[0].length);
  const time = (isDigit(text, from) ? readColon(text, from) : undefined) ?? readHour(text, from, part);
  return time && { ...time, ...toDayPart(time, part), start: at };
}

function dayPartOf([, morning, noon, afternoon, night, early]: RegExpExecArray): DayPart {
  if (morning !== undefined || early !== undefined) return "morning";
  if (noon !== undefined) return "noon";
  return night === undefined || afternoon !== undefined ? "afternoon" : "night";
}

function toDayPart({ hour }: TimeQuantity, part: DayPart): { readonly hour: number; readonly clock: 24 } {
  if (hour > 12) return { hour, clock: 24 };
  switch (part) {
    case "morning":
      return { hour: hour === 12 ? 0 : hour, clock: 24 };
    case "noon":
      return { hour: hour < 6 ? hour + 12 : hour, clock: 24 };
    case "afternoon":
      return { hour: hour === 12 ? 12 : hour + 12, clock: 24 };
    case "night":
      return { hour: hour === 12 ? 0 : hour < 6 ? hour : hour + 12, clock: 24 };
  }
}

function readColon(text: string, at: number): TimeQuantity | undefined {
  COLON.lastIndex = at;
  const match = COLON.exec(text);
  if (!match) return undefined;
  const [all, hours, minutes, half] = match;
  const end = at + all.length;
  const hour = Number(hours);
  if ((minutes === undefined && half === undefined) || (half !== undefined && hour > 12)) return undefined;
  const minute = Number(minutes ?? 0);
  if (half !== undefined)
    return { kind: "time", hour: (hour % 12) + (half === "p" ? 12 : 0), minute, clock: 24, start: at, end };
  return {
    kind: "time",
    hour,
    minute,
    clock: hour > 12 || hour === 0 || (hours?.length === 2 && hour < 10) ? 24 : 12,
    start: at,
    end,
  };
}

/** 3点半, 15时30分, 九点; `part` tells that a part of the day was named, so that 九点 can only be a time. */
function readHour(text: string, at: number, part?: DayPart): TimeQuantity | undefined {
  const number = readSmall(text, at);
  if (!number || number.value > 24) return undefined;
  const mark = skipSpace(text, number.end);
  const hour = number.value;
  const time = { kind: "time", hour, clock: hour > 12 || hour === 0 ? 24 : 12, start: at } as const;
  const sign = text.charAt(mark);
  if (sign === "点" || sign === "时") {
    const rest = readMinutes(text, mark + 1);
    if (rest) return { ...time, ...rest };
    const lone =
      sign === "点"
        ? isHourly(text, mark + 1, isDigit(text, at))
        : isDigit(text, at) && !AFTER_HOUR.test(text.charAt(mark + 1));
    return part !== undefined || lone ? { ...time, minute: 0, end: mark + 1 } : undefined;
  }
  O_CLOCK.lastIndex = number.end;
  const clock = O_CLOCK.exec(text)?.[0];
  return clock === undefined ? undefined : { ...time, minute: 0, end: number.end + clock.length };
}

function isHourly(text: string, at: number, figures: boolean): boolean {
  if (text.startsWith("一点", at - 2)) return false;
  return HOURLY.test(text.slice(at, at + 1)) || (figures && !POINTS.test(text.charAt(at)));
}

function readMinutes(text: string, at: number): { readonly minute: number; readonly end: number } | undefined {
  const next = text.charAt(at);
  if (next === "半") return { minute: 30, end: at + 1 };
  if (next === "整" || next === "正" || next === "钟") return { minute: 0, end: at + 1 };
  const number = readSmall(text, at);
  if (!number || number.value > 59) return undefined;
  const after = text.charAt(number.end);
  if (after === "分" && !/[之钱]/u.test(text.charAt(number.end + 1)))
    return { minute: number.value, end: number.end + 1 };
  if (after === "刻" && number.value < 4) return { minute: number.value * 15, end: number.end + 1 };
  // 三点二十 without 分: two figures, or an ideograph's worth of tens.
  return number.value >= 10 && !/[个人名%万亿]/u.test(after) ? { minute: number.value, end: number.end } : undefined;
}

function readSmall(text: string, at: number): { readonly value: number; readonly end: number } | undefined {
  if (isDigit(text, at)) {
    const end = isDigit(text, at + 1) ? at + 2 : at + 1;
    return isDigit(text, end) ? undefined : { value: Number(text.slice(at, end)), end };
  }
  const numeral = readChineseNumeral(text, at);
  if (numeral) return numeral.form === "string" ? undefined : numeral;
  return readEnglishNumeral(text, at);
}
