import { languages } from "../languages/all.ts";
import { isStopWord } from "../languages/stop-words.ts";

export { isStopWord } from "../languages/stop-words.ts";

const functionIdeographs: ReadonlySet<string> = new Set(
  languages.flatMap((language) => [...(language.functionIdeographs ?? [])]),
);

/** The same of a word of a question, which may be a single ideograph. */
export function isEmptyWord(word: string): boolean {
  return functionIdeographs.has(word) || isStopWord(word);
}
