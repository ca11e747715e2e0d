import type { Question } from "./question.ts";
import type { QuestionPart } from "./question-parts.ts";

/**
 * Tells whether a word of the question is a name: of the table of names, capitalised within a Latin sentence, in the marks
 * of a work's title, or listed by a dictionary of Chinese words as nothing else.
 *
 * @param isName whether a folded word stands in the table of names.
 */
export function isProper(part: QuestionPart, question: Question, isName: (word: string) => boolean): boolean {
  const { text, at, length } = part;
  if (/^\d/u.test(text)) return false;
  const folded = question.folded.text.slice(at, at + length);
  // The table of names also knows short forms such as r&d, which name nothing in particular.
  if (isName(folded) && (HAN.test(folded) || /^[\p{L}\d]{4,}$/u.test(folded))) return true;
  if (HAN.test(text)) return isTitle(part, question) || question.names.some((name) => name.text === text);
  return isCapitalised(part, question);
}

/** Tells whether a Latin word is written as names are; the first one of an English sentence has a capital whatever it is. */
export function isCapitalised({ span }: QuestionPart, question: Question): boolean {
  const written = question.source.slice(span.start, span.end);
  if (!/^\p{Lu}[\p{L}\d]*\p{Ll}/u.test(written)) return false;
  return HAN.test(question.folded.text) || !/(?:^|[.!?:"“])\s*$/u.test(question.source.slice(0, span.start));
}

/**
 * Tells whether a name is asked in another script than an article is written in: there it may stand in a form that was
 * not found, so that it says little when it is missing.
 *
 * @param language the article's, as a BCP 47 primary subtag.
 */
export function isInOtherScript({ text }: QuestionPart, language: string): boolean {
  return HAN.test(text) !== (language === "zh");
}

/** Whether it stands in the marks of a title: 《红楼梦》. */
function isTitle({ at, length }: QuestionPart, { folded: { text } }: Question): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_TITLE), at);
  const behind = text.slice(at + length, at + length + LONGEST_TITLE);
  return /[《〈][^》〉]*$/u.test(before) && /^[^《〈]*[》〉]/u.test(behind);
}

const LONGEST_TITLE = 20;

const HAN = /\p{Script=Han}/u;
