import type { Vocabulary } from "../languages/vocabulary.ts";
import type { Passage } from "./passage.ts";

/**
 * Tells what words an index holds.
 *
 * @param has whether a term is in the index.
 */
export function createVocabulary(passages: readonly Passage[], has: (term: string) => boolean): Vocabulary {
  let words: ReadonlySet<string> | undefined;
  return {
    languages: new Set(passages.map(({ article }) => article.language)),
    has,
    latinWords: () => (words ??= latinWords(passages)),
  };
}

/** The index holds stems, which misspelt words cannot be compared with, so the text is read again. */
function latinWords(passages: readonly Passage[]): Set<string> {
  const words = new Set<string>();
  for (const { article, sentences } of passages) {
    const text = article.text.slice(sentences[0]?.span.start, sentences.at(-1)?.span.end);
    for (const [word] of text.matchAll(/[a-z]{4,}/gi)) words.add(word.toLowerCase());
  }
  return words;
}
