import { isDigit, readLetters, skipSpace } from "./characters.ts";
import { readOrdinalWord } from "./english-numerals.ts";
import { type OrdinalNumber, readOrdinalNumber, readOrdinalSuffix } from "./ordinal-numbers.ts";
import type { OrdinalQuantity } from "./quantity.ts";
import { readUnit } from "./units.ts";

/** 第一时间 is at once, 第三方 an outsider: neither counts. */
const IDIOM = /第(?:一(?:时间|线|手|桶金|人称|反应)|二(?:手|天性)|三(?:方|者|世界|产业)|六感)/y;
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
  ["clause", "款"],
  ["item", "项"],
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

/** The English words that an ordinal can begin with, beside ordinals in words. */
export const ordinalNouns: readonly string[] = [...NOUNS.keys()];

/** Tells whether what begins with 第 counts nothing. */
export function isIdiom(text: string, at: number): boolean {
  IDIOM.lastIndex = at;
  return IDIOM.test(text);
}

/** Parts of laws, behind which 之一 counts on. */
const NUMBERED = new Set(["条", "款", "项", "章", "节"]);
const LINK = / ?(?:[-–—~、]|至|到|和|及) ?第?/y;
const MOST_LISTED = 12;

/** Reads 第三, 第十五章, 第十二条之一 at 第, and all numbers of 第三至五条 and 第三、五、七条. */
export function readChineseOrdinals(text: string, at: number): readonly OrdinalQuantity[] {
  const number = isIdiom(text, at) ? undefined : readOrdinalNumber(text, skipSpace(text, at + 1));
  if (!number) return [];
  const first = withChineseNoun(text, at, number);
  return first.unit === "" ? (readListed(text, first) ?? [first]) : [first];
}

/** The further numbers of a list or a range, if its last one has the noun of them all. */
function readListed(text: string, first: OrdinalQuantity): readonly OrdinalQuantity[] | undefined {
  const listed = [first];
  for (let last = first; listed.length < MOST_LISTED;) {
    LINK.lastIndex = last.end;
    const start = LINK.test(text) ? LINK.lastIndex : undefined;
    const number = start === undefined ? undefined : readOrdinalNumber(text, start);
    if (start === undefined || !number || number.value <= last.value) return undefined;
    last = withChineseNoun(text, start, number);
    listed.push(last);
    if (NUMBERED.has(last.unit)) return listed.map((ordinal) => ({ ...ordinal, unit: last.unit }));
    if (last.unit !== "") return undefined;
  }
  return undefined;
}

function withChineseNoun(text: string, at: number, { value, suffix, end }: OrdinalNumber): OrdinalQuantity {
  const ordinal = { kind: "ordinal", value, ...(suffix !== undefined && { suffix }), start: at } as const;
  const from = skipSpace(text, end);
  const noun = text.slice(from, from + 2);
  if (PARTS.has(noun)) return { ...ordinal, unit: noun, end: from + 2 };
  if (COUNTED.test(noun)) return { ...ordinal, unit: noun.charAt(0), end: from + 1 };
  const unit = readUnit(text, end);
  if (!unit || unit.andHalf) return { ...ordinal, unit: unit?.unit ?? "", end };
  const further = NUMBERED.has(unit.unit) && suffix === undefined ? readOrdinalSuffix(text, unit.end) : undefined;
  return { ...ordinal, ...(further && { suffix: further.suffix }), unit: unit.unit, end: further?.end ?? unit.end };
}

/** Reads `third chapter`, `21st`, `chapter 3`, `part iv`; a bare `first` counts only behind an article or a possessive. */
export function readEnglishOrdinal(text: string, at: number): OrdinalQuantity | undefined {
  FIGURES.lastIndex = at;
  const figures = FIGURES.exec(text);
  if (figures) return withNoun(text, at, { value: Number(figures[1]), end: at + figures[0].length });
  const word = readLetters(text, at);
  const unit = NOUNS.get(word);
  if (unit !== undefined) return readNumbered(text, at, { word, unit });
  const ordinal = readOrdinalWord(text, at);
  if (!ordinal) return undefined;
  const read = withNoun(text, at, ordinal);
  if (/^ \d/.test(text.slice(read.end, read.end + 2))) return undefined;
  return read.unit !== "" ||
    text.slice(at, read.end).includes("-") ||
    DETERMINER.test(text.slice(Math.max(0, at - 7), at))
    ? read
    : undefined;
}

/** `chapter 3`, `chapter iii`, `article 7a`, but not `day 3` or `time 3`, which are rarely that. */
function readNumbered(
  text: string,
  at: number,
  { word, unit }: { readonly word: string; readonly unit: string },
): OrdinalQuantity | undefined {
  if (unit === word || word === "time" || word === "place" || text.charAt(at + word.length) !== " ") return undefined;
  const number = readOrdinalNumber(text, at + word.length + 1);
  if (!number || isDigit(text, number.end)) return undefined;
  const { value, suffix, end } = number;
  return text.charAt(end) === "%"
    ? undefined
    : { kind: "ordinal", value, ...(suffix !== undefined && { suffix }), unit, start: at, end };
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
