import { languages } from "../languages/all.ts";
import type { Folded } from "../text/fold.ts";

/** ISO 15924: Simplified or Traditional ideographs, or Latin letters. */
export type Script = "Hans" | "Hant" | "Latn";

/** The language and the script of a short text; absent where it has no letters, or most are of another script. */
export interface WrittenIn {
  /** A language's code. */
  readonly language?: string;
  readonly script?: Script;
}

/**
 * Tells what a question is written in.
 *
 * Chinese questions are full of Latin names, so that an ideograph counts as much as a Latin word. Where Simplified and
 * Traditional are written alike, the script is `Hans`.
 */
export function readScript(source: string, folded: Folded): WrittenIn {
  const { text } = folded;
  const { letters, ideographs, latin, latinRuns } = countLetters(text);
  if (letters === 0 || (ideographs + latin) * 2 < letters) return {};
  const isHan = ideographs >= latinRuns;
  const language = languages.find(({ script }) => script === (isHan ? "Han" : "Latin"))?.code;
  const script = isHan ? hanScript(source, folded) : "Latn";
  return language === undefined ? { script } : { language, script };
}

interface LetterCounts {
  readonly letters: number;
  readonly ideographs: number;
  readonly latin: number;
  /** Runs of Latin letters. */
  readonly latinRuns: number;
}

function countLetters(text: string): LetterCounts {
  let [letters, ideographs, latin, latinRuns, isInRun] = [0, 0, 0, 0, false];
  for (const character of text) {
    const unit = character.charCodeAt(0);
    const isCommonHan = unit >= 0x4e_00 && unit <= 0x9f_ff;
    const isLatin = unit < 0x80 ? isAsciiLetter(unit) : !isCommonHan && LATIN.test(character);
    if (isCommonHan || (unit >= 0x80 && HAN.test(character))) ideographs += 1;
    if (isCommonHan || (unit < 0x80 ? isLatin : LETTER.test(character))) letters += 1;
    if (isLatin) latin += 1;
    if (isLatin && !isInRun) latinRuns += 1;
    isInRun = isLatin;
  }
  return { letters, ideographs, latin, latinRuns };
}

function isAsciiLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

const LETTER = /\p{L}/u;
const LATIN = /\p{Script=Latin}/u;

/**
 * Folding changes only those ideographs that Simplified text does not have, but for 么: alone, Traditional reads it as
 * another word.
 */
function hanScript(source: string, { text, starts }: Folded): Script {
  for (let at = 0; at < starts.length; at += 1) {
    const written = source.charAt(starts[at] ?? 0);
    if (written !== text.charAt(at) && written !== "么" && HAN.test(written)) return "Hant";
  }
  return "Hans";
}

const HAN = /\p{Script=Han}/u;
