import { columns } from "../../text/width.ts";
import type { LeftOutReason } from "../article.ts";
import type { Line } from "./plain-text-lines.ts";
import { readLineNumber } from "./plain-text-numbers.ts";
import { endsSentence, isListItem, isSpeech } from "./plain-text-shapes.ts";

/** How near to the end a notice or a letter is signed, in filled lines. */
const LAST_LINES = 6;
const MOST_NAMES = 3;
const WIDEST_NAME = 40;
/** A date and nothing else. */
const DATE =
  /^[（(]?(?:(?:公元|民国|民國|中华民国|中華民國)?\s?[\d〇○零一二三四五六七八九十]{2,4}\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月(?:\s?[\d一二三四五六七八九十]{1,3}\s?[日号號])?|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\w{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? \w{3,9}\.?,? \d{4})[）)]?$/iu;
const FAREWELL =
  /^(?:yours(?: (?:sincerely|faithfully|truly|ever))?|sincerely(?: yours)?|(?:best|kind|warm)(?:est)? (?:regards|wishes)|regards|best|cheers|love|respectfully(?: yours)?|with (?:love|thanks|kind regards)|此致|敬礼|敬禮|顺颂.{0,4}|祝好)[,，!！.]?$/iu;

/** Finds the lines at the end that sign a text: who, above the date; or who, below a farewell. */
export function markSignatures(lines: readonly Line[], reasons: readonly (LeftOutReason | undefined)[]): number[] {
  const from = Math.max(3, lines.length - LAST_LINES);
  const kept = lines.flatMap((_, index) => (index >= from - MOST_NAMES && !reasons[index] ? [index] : []));
  const text = (at: number): string => lines[kept[at] ?? -1]?.text ?? "";
  const date = kept.findLastIndex((index, at) => index >= from && DATE.test(text(at).slice(0, 60)));
  if (date > 0 && date >= kept.length - 2) {
    const names = namesAbove(kept, date, text);
    const above = text(date - names.length - 1);
    const isClosed = endsSentence(above) || isListItem(above) || above.startsWith("附件");
    const signs = names.length > 0 && names.length <= MOST_NAMES && isClosed;
    if (signs) return kept.slice(date - names.length, date + 1);
  }
  const farewell = kept.findIndex((index, at) => index >= from - 1 && FAREWELL.test(text(at).slice(0, 40)));
  if (farewell <= 0) return [];
  const below = kept.slice(farewell + 1);
  const isSigned =
    below.length > 0 && below.length <= MOST_NAMES + 1 && below.every((_, at) => isName(text(farewell + 1 + at)));
  return isSigned ? kept.slice(farewell) : [];
}

/** The names right above a date, nearest first; above them a sentence ends. */
function namesAbove(kept: readonly number[], date: number, text: (at: number) => string): number[] {
  const names: number[] = [];
  for (let at = date - 1; at >= 0 && isName(text(at)); at -= 1) names.push(kept[at] ?? 0);
  return names;
}

function isName(text: string): boolean {
  if (text.length > WIDEST_NAME || columns(text) > WIDEST_NAME || !/\p{L}/u.test(text)) return false;
  return (
    !endsSentence(text) &&
    !isListItem(text) &&
    !isSpeech(text) &&
    !readLineNumber(text) &&
    !/[，；;:：?？!！]/u.test(text)
  );
}
