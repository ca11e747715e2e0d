import { readLetters, skipSpace } from "./characters.ts";
import { readChineseNumeral } from "./chinese-numerals.ts";
import { ordinalOf } from "./english-numerals.ts";
import type { OrdinalQuantity } from "./quantity.ts";
import { readUnit } from "./units.ts";

/** 第一时间 is at once, 第三方 an outsider: neither counts. */
const IDIOM = /第(?:一(?:时间|线|手|桶金|人称|反应)|二(?:手|天性)|三(?:方|者|世界|产业)|六感)/y;
const DIGITS = /\d{1,6}(?!\d)/y;
const FIGURES = /(\d{1,4})(?:st|nd|rd|th)(?![a-z\d])/y;
const PARTS = new Set(["部分", "阶段", "章节", "世纪", "季度"]);
/** Words that are counted, but measure nothing: 第二版, 第5号. */
const COUNTED = /^[版号代]/u;

const NOUNS: ReadonlyMap<string, string> = new Map([
  ["chapter", "章"],
  ["section", "节"],
  ["part", "部分"],
  ["paragraph", "段"],
  ["page", "页"],
  ["article", "条"],
  ["step", "步"],
  ["stage", "阶段"],
  ["phase", "阶段"],
  ["place", "名"],
  ["time", "次"],
  ["edition", "版"],
  ["round", "轮"],
  ["season", "季"],
  ["episode", "集"],
  ["floor", "层"],
  ["day", "day"],
  ["week", "week"],
  ["month", "month"],
  ["year", "year"],
]);

const DETERMINER = /(?:^|[^a-z])(?:the|its|their|his|her|our|your|my|a|every|each) $/;

/** Tells whether an ordinal can begin with this English word. */
export function isOrdinalWord(word: string): boolean {
  return NOUNS.has(word) || ordinalOf(word) !== undefined;
}

/** Reads 第三, 第十五章 at 第. */
export function readChineseOrdinal(text: string, at: number): OrdinalQuantity | undefined {
  IDIOM.lastIndex = at;
  if (IDIOM.test(text)) return undefined;
  const from = skipSpace(text, at + 1);
  DIGITS.lastIndex = from;
  const digits = DIGITS.exec(text)?.[0];
  const numeral = digits === undefined ? readChineseNumeral(text, from) : undefined;
  if (digits === undefined && (!numeral || numeral.form === "string")) return undefined;
  const value = numeral?.value ?? Number(digits);
  const end = numeral?.end ?? from + (digits?.length ?? 0);
  const noun = text.slice(skipSpace(text, end), skipSpace(text, end) + 2);
  if (PARTS.has(noun)) return { kind: "ordinal", value, unit: noun, start: at, end: skipSpace(text, end) + 2 };
  if (COUNTED.test(noun))
    return { kind: "ordinal", value, unit: noun.charAt(0), start: at, end: skipSpace(text, end) + 1 };
  const unit = readUnit(text, end);
  return { kind: "ordinal", value, unit: unit?.unit ?? "", start: at, end: unit && !unit.andHalf ? unit.end : end };
}

/** Reads `third chapter`, `21st`, `chapter 3`; a bare `first` counts only behind an article or a possessive. */
export function readEnglishOrdinal(text: string, at: number): OrdinalQuantity | undefined {
  FIGURES.lastIndex = at;
  const figures = FIGURES.exec(text);
  if (figures) return withNoun(text, at, { value: Number(figures[1]), end: at + figures[0].length });
  const word = readLetters(text, at);
  const unit = NOUNS.get(word);
  if (unit !== undefined) return readNumbered(text, at, { word, unit });
  const value = ordinalOf(word);
  if (value === undefined) return undefined;
  const read = withNoun(text, at, { value, end: at + word.length });
  if (/^ \d/.test(text.slice(read.end, read.end + 2))) return undefined;
  return read.unit !== "" || DETERMINER.test(text.slice(Math.max(0, at - 7), at)) ? read : undefined;
}

/** `chapter 3`, but not `day 3` or `time 3`, which are rarely that. */
function readNumbered(
  text: string,
  at: number,
  { word, unit }: { readonly word: string; readonly unit: string },
): OrdinalQuantity | undefined {
  if (unit === word || word === "time" || word === "place" || text.charAt(at + word.length) !== " ") return undefined;
  DIGITS.lastIndex = at + word.length + 1;
  const digits = DIGITS.exec(text)?.[0];
  if (digits === undefined) return undefined;
  const end = at + word.length + 1 + digits.length;
  return /[.,:%]\d|^[a-z%]/u.test(text.slice(end, end + 2))
    ? undefined
    : { kind: "ordinal", value: Number(digits), unit, start: at, end };
}

function withNoun(
  text: string,
  at: number,
  { value, end }: { readonly value: number; readonly end: number },
): OrdinalQuantity {
  const noun = /[ -]/u.test(text.charAt(end)) ? readLetters(text, end + 1) : "";
  const unit = NOUNS.get(noun);
  return { kind: "ordinal", value, unit: unit ?? "", start: at, end: unit === undefined ? end : end + 1 + noun.length };
}
