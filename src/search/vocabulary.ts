import type { Vocabulary } from "../languages/vocabulary.ts";
import type { Passage } from "./passage.ts";

export interface VocabularySource {
  readonly passages: readonly Passage[];
  /** Every term of the index. */
  readonly terms: () => Iterable<string>;
  readonly has: (term: string) => boolean;
}

/** Tells what words an index holds; its lists are made as they are asked for, since few questions need them. */
export function createVocabulary({ passages, terms, has }: VocabularySource): Vocabulary {
  return {
    languages: new Set(passages.map(({ article }) => article.language)),
    has,
    latinWords: () => latinWords(passages),
    hanWords: () => Iterator.from(terms()).filter((term) => HAN_WORD.test(term)),
  };
}

const HAN_WORD = /^\p{Script=Han}{2,}$/u;

function latinWords(passages: readonly Passage[]): Set<string> {
  const words = new Set<string>();
  for (const { article, sentences } of passages) {
    const text = article.text.slice(sentences[0]?.span.start, sentences.at(-1)?.span.end).toLowerCase();
    for (const [word] of text.matchAll(/[a-z][a-z0-9]+/g)) words.add(word);
  }
  return words;
}
