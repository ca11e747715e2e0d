import { remember } from "../../src/languages/remember.ts";
import type { Locale } from "../../src/render/locale.ts";
import { keepTexts } from "../../src/text/remember-texts.ts";
import type { Analyse } from "../../src/text/terms.ts";
import { writeTraditional } from "../../src/text/write-traditional.ts";

/**
 * Writes a Chinese question in the script that a reader prefers. It asks for the same: where the other script would be read
 * back as other words, the question stays as it is.
 */
export function inReadersScript(question: string, locale: Locale, analyse: Analyse): string {
  if (locale === "en" || !/\p{Script=Han}/u.test(question)) return question;
  return keptFor(analyse)[locale](question, () => writeIn(question, locale, analyse));
}

/** Every letter that somebody types has all of an article's suggestions written anew. */
const keptFor = remember((_analyse: Analyse) => ({
  "zh-CN": keepTexts<string>(KEPT),
  "zh-TW": keepTexts<string>(KEPT),
}));

const KEPT = { most: 2000, longest: 200 };

function writeIn(question: string, locale: Exclude<Locale, "en">, analyse: Analyse): string {
  const written = locale === "zh-TW" ? writeTraditional(question) : writeSimplified(question, analyse);
  return analyse(written).folded.text === analyse(question).folded.text ? written : question;
}

/** Folding has the Simplified characters; everything else stays as it is written. */
function writeSimplified(question: string, analyse: Analyse): string {
  const { text, starts } = analyse(question).folded;
  const characters = question.split("");
  for (const [at, start] of starts.entries()) {
    if (/\p{Script=Han}/u.test(characters[start] ?? "")) characters[start] = text.charAt(at);
  }
  return characters.join("");
}
