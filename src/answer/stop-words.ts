import { languages } from "../languages/all.ts";

const stopWords: ReadonlySet<string> = new Set(
  languages.flatMap(({ stopWords: words, stem }) => [...words].flatMap((word) => (stem ? [word, stem(word)] : [word]))),
);

/** Tells whether a term, folded and stemmed, carries no content in any language. */
export function isStopWord(term: string): boolean {
  return stopWords.has(term);
}

const functionIdeographs: ReadonlySet<string> = new Set(
  languages.flatMap((language) => [...(language.functionIdeographs ?? [])]),
);

/** The same of a word of a question, which may be a single ideograph. */
export function isEmptyWord(word: string): boolean {
  return functionIdeographs.has(word) || isStopWord(word);
}
