import { rememberTexts } from "../text/remember-texts.ts";
import { type Look, PHRASES } from "./look.ts";
import type { Pinyin } from "./pinyin.ts";
import type { Token } from "./question-tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Another number is another question: 二季度 is no slip for 三季度. */
const NUMERAL = /[〇零一二两三四五六七八九十百千万亿兆半几第]/u;
const WHOLE_WORD = 0.8;
const CUT_WORD = 0.7;
const LONGEST_WORD = 5;
/** A question has a slip or two; what has hundreds is none, and trying them all would take long. */
const MOST_SUSPECTS = 40;

interface HanTypoLookUp {
  readonly vocabulary: Vocabulary;
  readonly pinyin: () => Pinyin;
}

/**
 * Finds words of the text that a question writes with one wrong ideograph that sounds like the right one, as typing by
 * sound brings about: 扎克博格 → 扎克伯格. Words of two are left alone, since half of each would be a guess.
 */
export function createHanTypoLook({ vocabulary, pinyin }: HanTypoLookUp): Look {
  const rightFor = rememberTexts((three) => listRight(three.split(" "), vocabulary, pinyin()), PHRASES);
  return ({ tokens, isContent }, units) => {
    let suspects = 0;
    for (const [index, token] of tokens.entries()) {
      if (!token.isHan || !isContent(token) || NUMERAL.test(token.text)) continue;
      if (!isSuspect(tokens, index, vocabulary)) continue;
      suspects += 1;
      if (suspects > MOST_SUSPECTS) return;
      for (const { start, end, text, weight } of corrections(tokens, index, { vocabulary, rightFor })) {
        units.add({ start, end }, { text, weight, source: "typo" });
      }
    }
  };
}

/** The ideographs that sound like the second of three and stand beside the first or the third in a text; either may be missing. */
function listRight(
  [before = "", wrong = "", after = ""]: readonly string[],
  vocabulary: Vocabulary,
  pinyin: Pinyin,
): readonly string[] {
  const isBehind = (right: string): boolean => before !== "" && vocabulary.has(before + right);
  const isBefore = (right: string): boolean => after !== "" && vocabulary.has(right + after);
  return pinyin.homophonesOf(wrong).filter((right) => !NUMERAL.test(right) && (isBehind(right) || isBefore(right)));
}

interface Correction {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly weight: number;
}

interface Correcting {
  readonly vocabulary: Vocabulary;
  readonly rightFor: (three: string) => readonly string[];
}

function corrections(tokens: readonly Token[], index: number, { vocabulary, rightFor }: Correcting): Correction[] {
  const token = tokens[index];
  if (!token) return [];
  const before = knownRun(tokens.slice(Math.max(0, index - LONGEST_WORD + 1), index).toReversed(), token, vocabulary);
  const after = knownRun(tokens.slice(index + 1, index + LONGEST_WORD), token, vocabulary);
  if (before.length + after.length < 2) return [];
  return rightFor(`${before[0]?.text ?? ""} ${token.text} ${after[0]?.text ?? ""}`)
    .flatMap((right) => correctedWords(right, { before: before.toReversed(), after, vocabulary }))
    .map(({ left, length, text, weight }) => {
      const [first, last] = [tokens[index - left], tokens[index - left + length - 1]];
      return { start: first?.start ?? 0, end: last?.end ?? 0, text, weight };
    });
}

/** A wrong ideograph breaks the pairs on both its sides. */
function isSuspect(tokens: readonly Token[], index: number, vocabulary: Vocabulary): boolean {
  const [previous, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  return !isPair(previous, token, vocabulary) && !isPair(token, next, vocabulary);
}

function isPair(one: Token | undefined, other: Token | undefined, vocabulary: Vocabulary): boolean {
  return one?.isHan === true && other?.isHan === true && other.joined && vocabulary.has(one.text + other.text);
}

/** As many ideographs, going away from a wrong one, as stand together in the text as they do in the question. */
function knownRun(tokens: readonly Token[], wrong: Token, vocabulary: Vocabulary): Token[] {
  const run: Token[] = [];
  let last = wrong;
  for (const token of tokens) {
    const [one, other] = token.start < last.start ? [token, last] : [last, token];
    const isJoined = token.isHan && other.joined && vocabulary.has(token.text);
    if (!isJoined || (last !== wrong && !isPair(one, other, vocabulary))) break;
    run.push(token);
    last = token;
  }
  return run;
}

interface Surroundings {
  /** In reading order. */
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  readonly vocabulary: Vocabulary;
}

function correctedWords(
  right: string,
  { before, after, vocabulary }: Surroundings,
): { readonly left: number; readonly length: number; readonly text: string; readonly weight: number }[] {
  const words: { left: number; length: number; text: string; weight: number }[] = [];
  for (let left = 0; left <= before.length; left += 1) {
    for (let behind = Math.max(0, 2 - left); behind <= after.length && left + behind < LONGEST_WORD; behind += 1) {
      const head = before.slice(before.length - left).map((token) => token.text);
      const tail = after.slice(0, behind).map((token) => token.text);
      const text = [...head, right, ...tail].join("");
      const weight = vocabulary.has(text) ? WHOLE_WORD : isCut(text, left, vocabulary) ? CUT_WORD : 0;
      if (weight > 0) words.push({ left, length: left + 1 + behind, text, weight });
    }
  }
  return words;
}

/**
 * Tells whether a word that the index cuts in two (扎克|伯格) stands in the text all the same. The right ideograph must
 * be within it: at an edge, chance finds too many (广告售 → 广告收).
 */
function isCut(text: string, wrong: number, vocabulary: Vocabulary): boolean {
  const pairs = [text.slice(wrong - 1, wrong + 1), text.slice(wrong, wrong + 2)];
  return text.length === 4 && wrong > 0 && wrong < 3 && pairs.every((pair) => vocabulary.has(pair));
}
