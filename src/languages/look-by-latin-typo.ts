import { rememberTexts } from "../text/remember-texts.ts";
import type { Alternative } from "./alternatives.ts";
import { editDistance } from "./edit-distance.ts";
import { type Look, PHRASES } from "./look.ts";

/** Words by their first letter, which hardly anybody mistypes. */
export type LatinWords = ReadonlyMap<string, readonly string[]>;

export interface LatinTypoLookUp {
  /** Made when a word is not known: most questions have none. */
  readonly words: () => LatinWords;
  readonly isKnown: (text: string) => boolean;
  /** Whether a word is a right one although the text does not have it: `charge` is no `change`. */
  readonly isWord: (text: string) => boolean;
  /** What else a corrected word may be called in the text, as `gogle` is 谷歌 where the text has no `google`. */
  readonly namesOf: (word: string) => readonly string[];
}

/** How many letters a word needs before one or two of them may be wrong. */
const ONE_WRONG = 5;
const TWO_WRONG = 9;
/** What a word counts that is one letter away, and one that is two. */
const WEIGHTS = [1, 0.9, 0.8];
/** More unknown words than this make no question. */
const MOST_TOKENS = 12;
const MOST_CORRECTIONS = 3;

/** Finds words of the text that a question misspells in Latin letters: gemni → gemini. */
export function createLatinTypoLook(parts: LatinTypoLookUp): Look {
  const correctOnce = rememberTexts((word) => correct(word, parts), PHRASES);
  return (question, units) => {
    const unknown = question.tokens.filter((token) => {
      const isLong = !token.isHan && token.text.length >= ONE_WRONG && /^[a-z]+$/.test(token.text);
      return isLong && question.isContent(token) && !parts.isKnown(token.text) && !units.covers(token.start, token.end);
    });
    for (const token of unknown.slice(0, MOST_TOKENS)) {
      for (const other of correctOnce(token.text)) units.add(token, other);
    }
  };
}

function correct(word: string, { words, isKnown, isWord, namesOf }: LatinTypoLookUp): readonly Alternative[] {
  const most = word.length >= TWO_WRONG ? 2 : 1;
  const near = (words().get(word.charAt(0)) ?? [])
    .map((text) => ({ text, distance: editDistance(word, text, most) }))
    .filter(({ distance }) => distance <= most);
  const least = Math.min(...near.map(({ distance }) => distance));
  const nearest = near.filter(({ distance }) => distance === least).slice(0, MOST_CORRECTIONS);
  if (nearest.length === 0 || isWord(word)) return [];
  return nearest.flatMap(({ text, distance }) =>
    [text, ...namesOf(text)]
      .filter(isKnown)
      .map((known) => ({ text: known, weight: WEIGHTS[distance] ?? 0, source: "typo" }) as const),
  );
}
