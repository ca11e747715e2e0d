import { knownTexts } from "../text/known-texts.ts";
import { languages } from "../languages/all.ts";
import { isStopWord } from "../languages/stop-words.ts";

export { isStopWord } from "../languages/stop-words.ts";

const isFunctionIdeograph = knownTexts(languages.flatMap((language) => [...(language.functionIdeographs ?? [])]));

/** The same of a word of a question, which may be a single ideograph. */
export function isEmptyWord(word: string): boolean {
  return isFunctionIdeograph(word) || isStopWord(word);
}
