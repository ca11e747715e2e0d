import { skipSpace } from "../text/characters.ts";
import { comparableLabel, matchAt, readWrittenNumber, type WrittenNumber } from "./written-number.ts";

/** What a number counts; an item is whatever bears a bare one: `2.1`, `三、`, `(b)`. */
export type NumberedKind = "part" | "chapter" | "section" | "article" | "clause" | "appendix" | "item";

/** The number that a heading, a provision or an item bears by itself, or that somebody asks for. */
export interface OwnNumber extends WrittenNumber {
  readonly kind: NumberedKind;
  /** Where it begins; the end is the number's. */
  readonly start: number;
  /** How it is written: `第章`, `chapter`, `一、`, `(1)`; levels of one text differ in it. */
  readonly style: string;
}

const CHINESE_KINDS: Readonly<Record<string, NumberedKind>> = {
  编: "part",
  篇: "part",
  卷: "part",
  部: "part",
  部分: "part",
  大部分: "part",
  单元: "part",
  板块: "part",
  章: "chapter",
  章节: "chapter",
  节: "section",
  小节: "section",
  条: "article",
  款: "clause",
  项: "item",
  点: "item",
};
const CHINESE_UNIT = /个?(大?部分|单元|板块|章节|小节|[编篇卷部章节条款项点])/uy;
const INSERTED = /之 ?(\d{1,3}|[一二三四五六七八九十]{1,3})/uy;
const CHINESE_APPENDIX = /附(?:录|件|表)/uy;

const ENGLISH_KINDS: Readonly<Record<string, NumberedKind>> = {
  part: "part",
  book: "part",
  volume: "part",
  chapter: "chapter",
  chap: "chapter",
  ch: "chapter",
  section: "section",
  sect: "section",
  sec: "section",
  "§": "section",
  article: "article",
  art: "article",
  clause: "clause",
  rule: "clause",
  regulation: "clause",
  appendix: "appendix",
  annex: "appendix",
  annexe: "appendix",
  schedule: "appendix",
  exhibit: "appendix",
  attachment: "appendix",
  item: "item",
  point: "item",
  step: "item",
  principle: "item",
};
const ENGLISH_NOUNS =
  "parts?|books?|volumes?|chapters?|chap\\.?|ch\\.?|sections?|sect\\.?|sec\\.?|articles?|art\\.?|clauses?|rules?|regulations?|appendix|annexe?|schedules?|exhibits?|attachments?|items?|points?|steps?|principles?";
const ENGLISH_NOUN = new RegExp(`(?:(?:${ENGLISH_NOUNS})(?![a-z]) {0,3}(?:(?:no\\.?|number) )?|§{1,2} ?)`, "y");
const ORDINAL = new RegExp(
  `(?:\\d{1,3}(?:st|nd|rd|th)|first|second|third|[a-z]{4,12}th) (?=(?:${ENGLISH_NOUNS})(?![a-z]))`,
  "y",
);

/**
 * Reads a number with the word that says what it counts, where it begins in comparable text.
 *
 *     第二章   第十二条之一   第91-1条   附录二   chapter ii   article 7a   § 4   third part
 */
export function readNamedNumber(text: string, at: number): OwnNumber | undefined {
  const first = text.charAt(at);
  if (first === "第") return readChinese(text, at);
  if (first === "附") return readAppendix(text, at);
  if (/[a-z\d]/u.test(first) && /[a-z\d]/u.test(text.charAt(at - 1))) return undefined;
  return readEnglish(text, at) ?? readOrdinal(text, at);
}

function readChinese(text: string, at: number): OwnNumber | undefined {
  const begin = skipSpace(text, at + 1);
  const isBracketed = text.charAt(begin) === "(";
  const number = readWrittenNumber(text, begin + (isBracketed ? 1 : 0));
  if (!number || (isBracketed && text.charAt(number.end) !== ")")) return undefined;
  const from = skipSpace(text, number.end + (isBracketed ? 1 : 0));
  const unit = matchAt(CHINESE_UNIT, text, from);
  const kind = unit === undefined ? undefined : CHINESE_KINDS[unit.replace(/^个/u, "")];
  if (unit === undefined || !kind) return undefined;
  const end = from + unit.length;
  const inserted = matchAt(INSERTED, text, end);
  const extra = inserted === undefined ? undefined : readWrittenNumber(inserted, skipSpace(inserted, 1));
  const readings = extra ? number.readings.map((reading) => `${reading}.${extra.readings[0] ?? ""}`) : number.readings;
  return { kind, readings, start: at, end: end + (inserted?.length ?? 0), style: `第${unit}` };
}

function readAppendix(text: string, at: number): OwnNumber | undefined {
  const noun = matchAt(CHINESE_APPENDIX, text, at);
  const number = noun === undefined ? undefined : readWrittenNumber(text, skipSpace(text, at + noun.length));
  return number && noun !== undefined ? { ...number, kind: "appendix", start: at, style: noun } : undefined;
}

function readEnglish(text: string, at: number): OwnNumber | undefined {
  const noun = matchAt(ENGLISH_NOUN, text, at);
  const number = noun === undefined ? undefined : readWrittenNumber(text, at + noun.length);
  const kind = noun === undefined ? undefined : kindOfNoun(noun);
  return number && kind && noun !== undefined ? { ...number, kind, start: at, style: noun.trim() } : undefined;
}

function readOrdinal(text: string, at: number): OwnNumber | undefined {
  const ordinal = matchAt(ORDINAL, text, at);
  if (ordinal === undefined) return undefined;
  const digits = /^\d+/u.exec(ordinal)?.[0];
  const number = digits === undefined ? readWrittenNumber(text, at) : { readings: [digits], end: 0 };
  const noun = matchAt(ENGLISH_NOUN, text, at + ordinal.length)?.trim();
  const kind = noun === undefined ? undefined : kindOfNoun(noun);
  if (!number || !kind || noun === undefined) return undefined;
  return { kind, readings: number.readings, start: at, end: at + ordinal.length + noun.length, style: "ordinal" };
}

function kindOfNoun(noun: string): NumberedKind | undefined {
  const word = noun
    .replace(/ [^]*$/u, "")
    .replace(/\.$/u, "")
    .replace(/^§+$/u, "§");
  return ENGLISH_KINDS[word] ?? ENGLISH_KINDS[word.replace(/s$/u, "")];
}

const DOTTED = /\d{1,3}(?:\.\d{1,3}){1,5}(?![\d])\.?(?=[\s、:)]|\p{Script=Han}|$)/uy;
const STOPPED =
  /(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、](?!\d)|\d{1,3}[):](?!\d)|[ivx]{1,5}\.(?= )|[a-z][.)](?= )/uy;
const BRACKETED = /\((?:\d{1,3}|[a-z]{1,4}|[一二三四五六七八九十]{1,3})\)/uy;
const LOOSE = /\d{1,3}(?= \p{L})|[一二三四五六七八九十]{1,3}(?= \p{Script=Han})/uy;

/**
 * Reads a bare number that begins comparable text: `2.1 Deposits`, `12. …`, `三、…`, `(b) …`.
 *
 * @param loose takes a number that only a space parts from what follows, as headings write them: `3 Rent`.
 */
function readBareNumber(text: string, loose: boolean): OwnNumber | undefined {
  for (const pattern of [DOTTED, STOPPED, BRACKETED, ...(loose ? [LOOSE] : [])]) {
    const written = matchAt(pattern, text, 0);
    const number = written === undefined ? undefined : readWrittenNumber(trimMarks(written), 0);
    if (!number || written === undefined) continue;
    const style = pattern === DOTTED ? `d${number.readings[0]?.split(".").length ?? 0}` : styleOf(written);
    return { kind: "item", readings: number.readings, start: 0, end: written.length, style };
  }
  return undefined;
}

function trimMarks(written: string): string {
  return written.replaceAll(/^\(|[.、):]$/gu, "");
}

/** `一、`, `1.`, `(a)`: the kind of figure with its marks. */
function styleOf(written: string): string {
  return written
    .replace(/\d+/u, "1")
    .replace(/[一二三四五六七八九十]+/u, "一")
    .replace(/[a-z]+/u, "a");
}

/** Reads the number that a heading or the beginning of a paragraph bears, with what stands behind it. */
export function readLabel(text: string, loose: boolean): (OwnNumber & { readonly rest: string }) | undefined {
  const label = comparableLabel(text.slice(0, LONGEST_LABEL)).replace(/^[\s*_`~#>"“「【[]+/u, "");
  const number = readNamedNumber(label, 0) ?? readBareNumber(label, loose);
  return number && { ...number, rest: label.slice(number.end) };
}

/** No label is longer; what follows it need not be read. */
const LONGEST_LABEL = 80;

const RANKS: Readonly<Record<NumberedKind, number>> = {
  part: 0,
  appendix: 0,
  chapter: 1,
  section: 2,
  article: 3,
  clause: 3,
  item: 4,
};

/** How high a numbered thing stands: parts and appendices first, then chapters, sections, provisions, items. */
export function rankOf({ kind }: OwnNumber): number {
  return RANKS[kind];
}
