import { columns } from "../../text/width.ts";
import { isStatement } from "./plain-text-shapes.ts";

/** The number that a line begins with, as headings and items write it. */
export interface LineNumber {
  /** Lines of one level are written alike: `第章`, `一、`, `1.`, `1.1`. */
  readonly style: string;
  /** How high it stands where a text uses several: the lower, the higher. */
  readonly rank: number;
  /** It is the first of its kind: `第一章`, `1.`, `(a)`. */
  readonly isFirst: boolean;
  /** What it counts to, where it is written in figures. */
  readonly value?: number;
  /** It is named (`第一章`, `Section 4`), not merely counted. */
  readonly isNamed: boolean;
  /** A blank or a mark stands behind the number. */
  readonly isParted: boolean;
  /** The text behind the number and what parts them. */
  readonly rest: string;
}

const ZH = "[\\d〇零一二三四五六七八九十百千两兩]{1,9}";
const ZH_NAMED = new RegExp(
  `^第\\s?(${ZH})\\s?(大?部分|单元|單元|编|編|篇|卷|部|章|节|節|回|课|課|讲|講|集|话|話|幕|场|場|条|條|款)(?:之[一二三四五六七八九十\\d]{1,3})?(?=[\\s\\u3000:：.、·（(【《“—-]|\\p{Script=Han}|$)`,
  "u",
);
const ZH_APPENDIX =
  /^附(?:录|錄|件|表)\s?([\d一二三四五六七八九十A-Z]{0,3})(?=[\s\u3000.、（(]|$|(?<=[\dA-Z一二三四五六七八九十])[:：])/u;
const WORDS =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:-\\w{3,5})?|the (?:first|last|second|third|\\w{4,9}th)";
const EN_NAMED = new RegExp(
  `^(book|volume|vol\\.|part|chapter|article|art\\.|section|sec\\.|clause|rule|regulation|appendix|annexe?|schedule|exhibit|act|scene|canto|unit|lesson|module|§{1,2}) ?(?:no\\. ?)?(\\d{1,4}(?:\\.\\d{1,3}){0,4}[a-z]?|[ivxlc]{1,8}|[a-h]|${WORDS})(?=[.:)\\s—–-]|$)[.:)]?`,
  "iu",
);

/** What goes on behind a number that a sentence speaks of: `Clause 9 applies …`, 第三条所称…. */
const SPOKEN_OF =
  /^(?:\s?\p{Ll}{2}|规定|規定|之|的|所|至|到|和|与|與|或|及|以|中|第|款|项|項|适用|適用|列举|列舉|关于|關於)/u;

const RANKS: Readonly<Record<string, number>> = {
  book: 5,
  volume: 5,
  "vol.": 5,
  卷: 5,
  part: 10,
  appendix: 10,
  annex: 10,
  annexe: 10,
  schedule: 10,
  exhibit: 10,
  act: 10,
  编: 10,
  編: 10,
  篇: 10,
  部: 10,
  部分: 10,
  大部分: 10,
  单元: 10,
  單元: 10,
  幕: 10,
  unit: 10,
  module: 10,
  chapter: 20,
  canto: 20,
  scene: 20,
  lesson: 20,
  章: 20,
  回: 20,
  课: 20,
  課: 20,
  讲: 20,
  講: 20,
  集: 20,
  话: 20,
  話: 20,
  场: 20,
  場: 20,
  article: 25,
  "art.": 25,
  section: 30,
  "sec.": 30,
  "§": 30,
  "§§": 30,
  节: 30,
  節: 30,
  clause: 40,
  rule: 40,
  regulation: 40,
  条: 40,
  條: 40,
  款: 45,
};

const COUNTED: readonly { readonly pattern: RegExp; readonly style: string; readonly rank: number }[] = [
  { pattern: /^([一二三四五六七八九十]{1,3})(?:[、.．]|[ \u3000]{1,4}(?=\p{Script=Han}))/u, style: "一、", rank: 60 },
  { pattern: /^[(（]([一二三四五六七八九十]{1,3})[)）]/u, style: "（一）", rank: 65 },
  { pattern: /^([IVX]|[IVXLC]{2,7})[.、)](?=\s|$)/u, style: "I.", rank: 50 },
  { pattern: /^([A-Z])[.)]\s/u, style: "A.", rank: 55 },
  { pattern: /^(\d{1,3})(?:[.．、](?!\d)|\s{1,4}(?=[\p{Lu}\p{Script=Han}]))/u, style: "1.", rank: 70 },
  { pattern: /^(\d{1,3})[)）]/u, style: "1)", rank: 80 },
  { pattern: /^[(（](\d{1,3})[)）]/u, style: "(1)", rank: 82 },
  { pattern: /^([①-⑳])/u, style: "①", rank: 84 },
  { pattern: /^[(（]?([a-z])[)）]/u, style: "a)", rank: 86 },
  { pattern: /^[(（]([ivx]{1,5})[)）]/u, style: "(i)", rank: 88 },
];
const DOTTED = /^(\d{1,3}(?:\.\d{1,3}){1,5})(?:\.(?!\d)|[)）])?(?=\s|\p{Script=Han}|[\p{Lu}“"《(（])/u;
const FIRSTS = /^(?:1|一|I|A|a|i|①|one|the first|0|〇)$/iu;
const LONGEST_NUMBER = 120;

/** Reads the number that a line begins with; an amount, a year or a reply (`250 OK`) is none. */
export function readLineNumber(text: string): LineNumber | undefined {
  if (!/^[第附(（\d一二三四五六七八九十§①-⑳\p{Lu}a-z]/u.test(text)) return undefined;
  const head = text.slice(0, LONGEST_NUMBER);
  return readNamed(head) ?? readDotted(head) ?? readCounted(head);
}

function readNamed(head: string): LineNumber | undefined {
  const match = ZH_NAMED.exec(head) ?? EN_NAMED.exec(head);
  if (match) {
    const unit = match[2] !== undefined && head.startsWith("第") ? match[2] : (match[1] ?? "").toLowerCase();
    const value = head.startsWith("第") ? match[1] : match[2];
    if (SPOKEN_OF.test(head.slice(match[0].length))) return undefined;
    return made({ style: unit, rank: RANKS[unit] ?? 20, isNamed: true }, value, head.slice(match[0].length));
  }
  const appendix = ZH_APPENDIX.exec(head);
  if (!appendix) return undefined;
  return made({ style: "附录", rank: 10, isNamed: true }, appendix[1], head.slice(appendix[0].length));
}

function readDotted(head: string): LineNumber | undefined {
  const match = DOTTED.exec(head);
  const number = match?.[1];
  if (!match || number === undefined) return undefined;
  const parts = number.split(".");
  const form = { style: parts.map(() => "1").join("."), rank: 70 + parts.length - 1, isNamed: false };
  return made(form, parts.at(-1), head.slice(match[0].length));
}

function readCounted(head: string): LineNumber | undefined {
  for (const { pattern, style, rank } of COUNTED) {
    const match = pattern.exec(head);
    if (!match || /^\d{3}\s/u.test(head)) continue;
    return made({ style, rank, isNamed: false }, match[1], head.slice(match[0].length));
  }
  return undefined;
}

function made(form: Pick<LineNumber, "style" | "rank" | "isNamed">, value = "", behind: string): LineNumber {
  const isParted = !/^[\p{L}\p{N}]/u.test(behind);
  return {
    ...form,
    isFirst: FIRSTS.test(value),
    ...(/^\d{1,4}$/u.test(value) && { value: Number(value) }),
    isParted,
    rest: behind.replace(/^[\s\u3000:：.、·]{1,8}/u, "").trimEnd(),
  };
}

/** `第十二条规定…` speaks of a provision; its title would stand apart: `第十二条 停车`. */
const PROVISION = /^[条條款]$/u;
/** The widest title behind a number, in columns. */
const WIDEST_REST = 64;
const MOST_WORDS = 8;

/** Tells whether what stands behind a number may be a title, rather than a sentence or the piece of one. */
export function mayTitle({ rest, isNamed, isParted, style }: LineNumber): boolean {
  if (rest === "") return isNamed || style === "I.";
  if (columns(rest) > WIDEST_REST || !/\p{L}/u.test(rest) || /^[)）\]】,，。.:：;；]/u.test(rest)) return false;
  if (/[，；;。！!…,、：:][”"』」’')）]*$|[。；;，!！]|[.?]\s\p{Lu}/u.test(rest)) return false;
  if (/^\p{Ll}{2}/u.test(rest) || (PROVISION.test(style) && !isParted)) return false;
  if (!isNamed && isStatement(rest)) return false;
  if (!/[.．]$/u.test(rest)) return true;
  return /^\p{Script=Latin}/u.test(rest) && rest.split(/\s+/u).length <= MOST_WORDS && !/,/u.test(rest);
}
