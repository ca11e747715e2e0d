import { knownTexts } from "../text/known-texts.ts";
import { languages } from "./all.ts";

const isListed = knownTexts(
  languages.flatMap(({ stopWords: words, stem }) => [...words].flatMap((word) => (stem ? [word, stem(word)] : [word]))),
);

/** Tells whether a term, folded and stemmed, carries no content in any language. */
export function isStopWord(term: string): boolean {
  return isListed(term);
}
