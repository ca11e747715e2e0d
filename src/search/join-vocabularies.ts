import type { Vocabulary } from "../languages/vocabulary.ts";
import type { KnownWords } from "../text/cut-knowing.ts";
import { once } from "../text/once.ts";
import type { Segment, SegmentVocabulary } from "./segment.ts";

/** What several segments hold between them, as questions are compared with it. */
export function joinVocabularies(
  parts: readonly { readonly segment: Segment }[],
  languages: ReadonlySet<string>,
): { readonly vocabulary: Vocabulary; readonly knownWords: KnownWords } {
  const vocabularies = parts.map(({ segment }) => segment.vocabulary);
  const has = (term: string): boolean => vocabularies.some((each) => holds(each, term));
  const hasWord = (word: string): boolean => vocabularies.some((each) => each.isHanWord(each.numberOf(word)));
  const lists = (pick: (vocabulary: SegmentVocabulary) => readonly string[]) =>
    once(() => joinLists(vocabularies.map(pick)));
  const latinWords = lists((each) => each.latinWords());
  return {
    vocabulary: {
      languages,
      has,
      latinWords,
      latinNames() {
        const lower = new Set(vocabularies.flatMap((each) => each.lowerWords()));
        return latinWords().filter((word) => !lower.has(word));
      },
      transliterations: lists((each) => each.transliterations()),
    },
    knownWords: { has, hasWord },
  };
}

function joinLists(lists: readonly (readonly string[])[]): readonly string[] {
  const [only, another] = lists;
  return only && !another ? only : [...new Set(lists.flat())];
}

/** What only articles had that were removed is held no more. */
function holds(vocabulary: SegmentVocabulary, term: string): boolean {
  const number = vocabulary.numberOf(term);
  if (number < 0) return false;
  return vocabulary.textCount(number) + vocabulary.headingCount(number) + vocabulary.ideographCount(number) > 0;
}
