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
  const letters = count(text, /\p{L}/gu);
  const readable = count(text, /[\p{Script=Han}\p{Script=Latin}]/gu);
  if (letters === 0 || readable * 2 < letters) return {};
  const isHan = count(text, /\p{Script=Han}/gu) >= count(text, /\p{Script=Latin}+/gu);
  const language = languages.find(({ script }) => script === (isHan ? "Han" : "Latin"))?.code;
  const script = isHan ? hanScript(source, folded) : "Latn";
  return language === undefined ? { script } : { language, script };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/**
 * Folding changes only those ideographs that Simplified text does not have, but for 么: alone, Traditional reads it as
 * another word.
 */
function hanScript(source: string, { text, starts }: Folded): Script {
  for (const [at, start] of starts.entries()) {
    const written = source.charAt(start);
    if (written !== text.charAt(at) && written !== "么" && HAN.test(written)) return "Hant";
  }
  return "Hans";
}

const HAN = /\p{Script=Han}/u;
