import { withoutApostrophes } from "../text/latin-terms.ts";
import { english } from "./english.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Tells whether an index can find a folded word or phrase: each of its English words by its stem, each run of ideographs
 * whole or, since the index cuts words its own way, by all of its pairs.
 *
 * @param stem reduces an English word as the index does.
 */
export function isKnown(text: string, vocabulary: Vocabulary, stem: (word: string) => string): boolean {
  if (vocabulary.has(HAN.test(text) ? text : stem(withoutApostrophes(text)))) return true;
  const parts = text.match(/\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv) ?? [];
  const telling = parts.filter((part) => !english.stopWords.has(part));
  return (
    telling.length > 0 &&
    telling.every((part) =>
      HAN.test(part) ? vocabulary.has(part) || hasPairs(part, vocabulary) : vocabulary.has(stem(part)),
    )
  );
}

const HAN = /\p{Script=Han}/u;

function hasPairs(run: string, vocabulary: Vocabulary): boolean {
  const characters = [...run];
  if (characters.length < 3) return false;
  return characters.slice(1).every((character, index) => vocabulary.has((characters[index] ?? "") + character));
}
