import type { Folded } from "./folded.ts";

/** A word in letters other than ideographs, at its place in the folded text. */
export interface LatinWord {
  /** Folded, not stemmed. */
  readonly text: string;
  readonly at: number;
  readonly length: number;
  /** Another way to write what stands there: it is found, but not asked for. */
  readonly isSpelling: boolean;
}

const DASHES = String.raw`\-–—‒―−`;
const LETTERS = String.raw`(?:[[\p{L}\p{N}]--\p{Script=Han}][[\p{Mn}\p{Mc}]--[\ufe00-\ufe0f]]*)+`;
/** Letters of other scripts and digits, with the marks on them; a point, an apostrophe or a dash only between them. */
const LATIN_WORD = new RegExp(String.raw`${LETTERS}(?:[.'&+${DASHES}]${LETTERS})*%?`, "gv");
/** What words without it are whole. */
const JOINT = new RegExp(`[.'&+${DASHES}]`, "u");
const DASH = new RegExp(`[${DASHES}]`, "gu");

/** The same in a text whose only letters are those of ASCII and the common ideographs, which is found much faster. */
const ASCII_WORD = /[a-z\d]+(?:[.'&+-][a-z\d]+)*%?/gi;
const ASCII_AND_IDEOGRAPHS = /^[\0-\x7f\u4e00-\u9fff\u2018-\u201d\u3001\u3002\u3008-\u3011]*$/;

/** Cuts the words of a folded text that are no ideographs, in reading order. */
export function cutLatin(folded: Folded): LatinWord[] {
  const pattern = ASCII_AND_IDEOGRAPHS.test(folded.text) ? ASCII_WORD : LATIN_WORD;
  const words: LatinWord[] = [];
  for (const { 0: word, index } of folded.text.matchAll(pattern)) {
    if (JOINT.test(word)) words.push(...latinParts(word, index));
    else words.push({ text: word, at: index, length: word.length, isSpelling: false });
    words.push(...brokenParts(folded, word, index));
  }
  return words;
}

/**
 * A compound counts whole and in parts, and can be found written as one word; a number with its decimals and percent
 * sign counts whole.
 *
 *     e-mail  →  e-mail, e, mail; email
 */
function latinParts(word: string, at: number): LatinWord[] {
  const text = withoutApostrophes(word.replaceAll(DASH, "-").replace(/'s$/u, ""));
  const whole = { text, at, length: word.replace(/'s$/u, "").length, isSpelling: false };
  if (/^[\d.,]+%?$/u.test(word)) return [whole];
  const parts = [...word.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  if (parts.length < 2 || word.includes("'")) return [whole];
  const joined = joinedSpelling(text);
  return [
    whole,
    ...parts.map((part) => ({ text: part[0], at: at + part.index, length: part[0].length, isSpelling: false })),
    ...(joined === undefined ? [] : [{ ...whole, text: joined, isSpelling: true }]),
  ];
}

/** A compound as one word: `e-mail` as `email`, `u.s.a` as `usa`; dates and ranges are none. */
export function joinedSpelling(word: string): string | undefined {
  if (!/\p{L}/u.test(word)) return undefined;
  const isCompound = /^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)+$/u.test(word);
  return isCompound || /^\p{L}(?:\.\p{L})+$/u.test(word) ? word.replaceAll(/[-.]/gu, "") : undefined;
}

/** `aren't` is also written `arent`; what is left of `we'll` and `it's` would be other words. */
export function withoutApostrophes(word: string): string {
  return /'(?:s|ll|re|ve|d|m)$/u.test(word) ? word : word.replaceAll("'", "");
}

/** A word that a line's end broke may have been a compound before. */
function brokenParts({ starts, ends }: Folded, word: string, at: number): LatinWord[] {
  const breaks: number[] = [];
  for (let unit = 1; unit < word.length; unit += 1) {
    if ((starts[at + unit] ?? 0) > (ends[at + unit - 1] ?? 0) + 1) breaks.push(unit);
  }
  if (breaks.length === 0 || !/^[\p{L}\p{N}\p{M}]+$/u.test(word)) return [];
  const pieces = [0, ...breaks].map((from, index) => ({ from, to: breaks[index] ?? word.length }));
  const compound = pieces.map(({ from, to }) => word.slice(from, to)).join("-");
  return [
    { text: compound, at, length: word.length, isSpelling: true },
    ...pieces.map(({ from, to }) => ({
      text: word.slice(from, to),
      at: at + from,
      length: to - from,
      isSpelling: true,
    })),
  ];
}
