import { chineseNumber } from "../text/chinese-numerals.ts";
import type { Span } from "../text/span.ts";

export type ReferenceMark = "section" | "paragraph" | "sentence";

/** One word of a reference; `at` is where it stands in the input. */
export type ReferenceToken =
  | { readonly kind: "number"; readonly value: number; readonly at: Span }
  | { readonly kind: ReferenceMark | "dot" | "dash" | "comma" | "unknown"; readonly at: Span };

type RawToken = ReferenceToken | { readonly kind: "unit"; readonly mark: ReferenceMark; readonly at: Span };

/** White space, invisible characters, brackets and quotes around, and Chinese words that only connect. */
const IGNORED = /[\s\p{Cf}[\](){}<>「」『』【】〔〕［］（）《》"'“”‘’第的之內内]+/uy;
const TOKEN =
  /(?<digits>[0-9０-９]+)|(?<chinese>[零〇一二三四五六七八九十百千两兩廿卅卌壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]+)|(?<mark>§+|[¶⁋]+|[:：︰﹕∶]+)|(?<unit>[节節章段句]落?)|(?<dot>[.．点點])|(?<dash>(?:[\p{Pd}~～∼−ー–]|至|到)+|起|以后|以後)|(?<comma>[,，、､;；﹐&＆和与與及])|(?<word>\p{Script=Latin}+\.?)/uy;

const WORDS: Readonly<Record<ReferenceMark | "dash" | "comma", readonly string[]>> = {
  section: ["section", "sections", "sect", "sec", "chapter", "ch"],
  paragraph: ["paragraph", "paragraphs", "paras", "para", "par", "pp", "p"],
  sentence: ["sentence", "sentences", "sent"],
  dash: ["to", "through", "thru", "until", "onwards", "onward"],
  comma: ["and"],
};
const KINDS = ["section", "paragraph", "sentence", "dash", "comma"] as const;
const UNITS: ReadonlyMap<string, ReferenceMark> = new Map([
  ["节", "section"],
  ["節", "section"],
  ["章", "section"],
  ["段", "paragraph"],
  ["段落", "paragraph"],
  ["句", "sentence"],
]);

/**
 * Cuts a written reference into tokens and puts every mark before its numbers.
 *
 *     第二节第一段第三至四句   →   section 2 paragraph 1 sentence 3 dash 4
 */
export function referenceTokens(input: string): ReferenceToken[] {
  return marksFirst(readTokens(input));
}

function readTokens(input: string): RawToken[] {
  const tokens: RawToken[] = [];
  const end = endWithoutStops(input);
  let paragraphSeen = false;
  for (let offset = skipIgnored(input, 0); offset < end;) {
    TOKEN.lastIndex = offset;
    const match = TOKEN.exec(input);
    const length = match?.[0].length ?? String.fromCodePoint(input.codePointAt(offset) ?? 0).length;
    const at = { start: offset, end: offset + length };
    const token: RawToken = match ? nameToken(match, at, paragraphSeen) : { kind: "unknown", at };
    if (token.kind === "paragraph") paragraphSeen = true;
    tokens.push(token);
    offset = skipIgnored(input, at.end);
  }
  return tokens;
}

function endWithoutStops(input: string): number {
  let end = input.length;
  while (end > 0 && /[\s.。!！?？]/u.test(input.charAt(end - 1))) end -= 1;
  return end;
}

function skipIgnored(input: string, offset: number): number {
  IGNORED.lastIndex = offset;
  return offset + (IGNORED.exec(input)?.[0].length ?? 0);
}

function nameToken(match: RegExpExecArray, at: Span, paragraphSeen: boolean): RawToken {
  const text = match[0];
  const { digits, chinese, mark, unit, dot, dash, comma } = match.groups ?? {};
  if (digits) return { kind: "number", value: Number(digits.normalize("NFKC")), at };
  if (chinese) return { kind: "number", value: chineseNumber(chinese) ?? Number.NaN, at };
  if (mark) return { kind: mark.startsWith("§") ? "section" : /^[¶⁋]/u.test(mark) ? "paragraph" : "sentence", at };
  if (unit) return { kind: "unit", mark: UNITS.get(unit) ?? "sentence", at };
  if (dot) return { kind: "dot", at };
  if (dash) return { kind: "dash", at };
  if (comma) return { kind: "comma", at };
  const word = text.normalize("NFKC").toLowerCase().replace(".", "");
  // `s2 p1 s3`: the same letter stands for a section first and for a sentence behind a paragraph.
  if (word === "s") return { kind: paragraphSeen ? "sentence" : "section", at };
  return { kind: KINDS.find((kind) => WORDS[kind].includes(word)) ?? "unknown", at };
}

/** Moves a unit behind its numbers (第3、5句) before them, as the marks of the canonical form stand. */
function marksFirst(tokens: readonly RawToken[]): ReferenceToken[] {
  const ordered: ReferenceToken[] = [];
  let taken = 0;
  for (const token of tokens) {
    if (token.kind !== "unit") {
      ordered.push(token);
      continue;
    }
    ordered.splice(runStart(ordered, taken), 0, { kind: token.mark, at: token.at });
    taken = ordered.length;
  }
  return ordered.filter((token, index) => !isRepeated(token, ordered[index + 1]));
}

/** Where the numbers begin that a unit closes: numbers joined by dots, dashes and commas, not claimed by a mark. */
function runStart(tokens: readonly ReferenceToken[], taken: number): number {
  let start = tokens.length;
  for (let index = tokens.length - 1; index >= taken; index -= 2) {
    if (tokens[index]?.kind !== "number") break;
    const before = index > taken ? tokens[index - 1]?.kind : undefined;
    const claimed = before === "section" || before === "paragraph" || before === "sentence";
    if (claimed && start < tokens.length) break;
    start = index;
    if (before !== "dot" && before !== "dash" && before !== "comma") break;
  }
  return start;
}

function isRepeated(token: ReferenceToken, next: ReferenceToken | undefined): boolean {
  if (token.kind === "sentence")
    return next?.kind === "section" || next?.kind === "paragraph" || next?.kind === "sentence";
  return (token.kind === "section" || token.kind === "paragraph") && token.kind === next?.kind;
}
