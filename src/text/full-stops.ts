import type { Candidate } from "./sentence-marks.ts";
import { opensSentence } from "./sentence-openers.ts";
import type { SentenceRules } from "./sentence-rules.ts";

const HOUR = /^[ap]\.?m$/u;
/** What follows an hour in its own sentence: `5 p.m. EST`, `6 a.m. Monday`. */
const BEHIND_HOUR =
  /^(?:(?:Eastern|Central|Pacific|Mountain|Atlantic|Standard|Greenwich|[A-Z]{2,4}T|UTC|Zulu)\b|(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)days?\b|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{2,6})?\.? \d)/u;
/** Nothing but when: `At 5 a.m. Mr. Li`, `On Monday at about 6 p.m. Mrs. Wu`. */
const ONLY_WHEN =
  /^["“'‘(]?(?:(?:at|by|from|to|till|until|before|after|around|about|between|and|on|in|every|since|exactly|just|precisely|only|early|late|the|this|that|next|last|same|(?:mon|tues|wednes|thurs|fri|satur|sun)days?,?|morning|afternoon|evening|night|day|then|(?:january|february|march|april|may|june|july|august|september|october|november|december)|\d{1,4}(?:st|nd|rd|th)?(?:[:.]\d{2})?(?:[ap]\.?m\.?)?,?|[ap]\.m\.?)\s+){0,12}\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m$/iu;
const LIST_MARK = /^[([]?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|x{0,3}(?:ix|iv|v?i{0,3}))$/iu;

/** What is counted in letters and Roman numerals too: `Vol. II`, `Fig. A`. */
const IS_COUNTED = /^(?:figs?|vols?|sec|sect|app|chap|ch|pts?|no|nos|arts?)$/u;
const COUNT = /^(?:[IVXLC]{2,6}(?![\p{L}\p{N}'’-])|(?![AI]\b)[A-Z](?![\p{L}\p{N}.'’-]))/u;

/** How much of a short sentence is looked at whole. */
const SHORT = 80;

/** Decides for `.` alone: decimal points, versions, domains, initials and abbreviations end nothing. */
export function fullStopEnds(text: string, { at, closed, end, start }: Candidate, rules: SentenceRules): boolean {
  const next = text.slice(end, end + 40);
  const follows = next.trimStart();
  const word = /[\p{L}\p{N}](?:[\p{L}\p{N}.&'’-]{0,30})$/u.exec(text.slice(Math.max(start, at - 32), at))?.[0] ?? "";
  // The dot within a foreign name, as Taiwan writes it: 拉詹．德沙伊.
  if (text.charAt(at) === "．" && /\p{Script=Han}$/u.test(word) && /^\p{Script=Han}/u.test(next)) return false;
  if (!/^\s/u.test(next)) return gluedStopEnds(word, next, rules);
  if (/^\p{Ll}/u.test(follows)) return isListed(follows) && !isAbbreviation(word.toLowerCase(), rules);
  // Dots that stand for what is left out: `. . .`, `...`.
  if (/^\.\s?\./u.test(text.slice(at, closed))) return true;
  const before = at - start <= SHORT ? text.slice(start, at).trim() : "";
  return wordEnds({ word, before, follows }, rules);
}

/** A stop without a space behind it: before Chinese, and where the space was forgotten. */
function gluedStopEnds(word: string, next: string, rules: SentenceRules): boolean {
  const isWord =
    /\p{Script=Han}$/u.test(word) || (/^\p{L}{2,}$/u.test(word) && !isAbbreviation(word.toLowerCase(), rules));
  if (isWord && /^[\p{Script=Han}“‘「『（《"]/u.test(next)) return true;
  return isWord && /^\p{Ll}{3,}$/u.test(word) && opensSentence(next, rules) && /^\p{L}{2,20} /u.test(next);
}

/** An item that goes on counting: `first. b) second`. */
function isListed(follows: string): boolean {
  return /^(?:[a-z]|i{1,3}|iv|vi{0,3})\)\s/u.test(follows);
}

interface Surroundings {
  /** The word right before the stop. */
  readonly word: string;
  /** All of the sentence before the stop where it is short, otherwise nothing. */
  readonly before: string;
  readonly follows: string;
}

function wordEnds({ word, before, follows }: Surroundings, rules: SentenceRules): boolean {
  const lower = word.toLowerCase();
  const isAlone = before.replace(/^["“'‘(]+/u, "") === word;
  if (rules.abbreviations.has(lower)) return false;
  if (isAlone && word !== "" && LIST_MARK.test(word)) return false;
  const isInitials = /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) && word !== "I";
  if (!isInitials && rules.numberAbbreviations.has(lower)) {
    return !/^[\d#]/u.test(follows) && !(IS_COUNTED.test(lower) && COUNT.test(follows));
  }
  if (rules.finalAbbreviations.has(lower)) {
    if (HOUR.test(lower) && (BEHIND_HOUR.test(follows) || ONLY_WHEN.test(before))) return false;
    return /^[\p{Lu}“"'‘]/u.test(follows);
  }
  if (rules.nameAbbreviations.has(lower)) return !isAlone && opensSentence(follows, rules);
  if (isInitials) return /^\p{Lu}/u.test(follows) ? !isAlone && opensSentence(follows, rules) : true;
  return true;
}

function isAbbreviation(word: string, rules: SentenceRules): boolean {
  return (
    rules.abbreviations.has(word) ||
    rules.numberAbbreviations.has(word) ||
    rules.finalAbbreviations.has(word) ||
    rules.nameAbbreviations.has(word)
  );
}
