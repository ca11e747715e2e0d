import { isProper } from "./is-proper.ts";
import { FOUND } from "./match-shares.ts";
import type { WordMatch } from "./match-words.ts";
import type { Question } from "./question.ts";
import type { FoundSentence, Ranking } from "./rank-sentences.ts";

/** What a word weighs that stands nowhere: as much as the rarest. */
const UNKNOWN = 8;
/** Of a question's weight in words so much makes a passage near it. */
const NEAR = 0.2;
/** A commoner name stands in so many sentences that it tells none of them apart. */
const RARE = 0.5;
/** A passage in another language has that many of the words, or a name: a single word may be translated wrongly. */
const LEAST_TRANSLATED = 2;

/** How much of a question stands in a sentence or in the headings above it, 0–1: each word weighs as much as it is rare. */
export function coverage({ words }: Ranking, at: number): number {
  let [held, total] = [0, 0];
  for (const { found, above, rarity } of words) {
    const share = Math.max(found[at] ?? 0, above[at] ?? 0);
    // A word that no sentence has is the rarest of all, though its rarity among them is 0.
    const weight = rarity > 0 || (found[at] ?? 0) > 0 ? rarity : UNKNOWN;
    total += weight;
    held += weight * share;
  }
  return total === 0 ? 0 : held / total;
}

/** Counts the words of a question that stand in a sentence or in the headings above it. */
export function countHeld({ words }: Ranking, at: number): number {
  return words.filter((word) => isHeld(word, at)).length;
}

/**
 * Tells whether a passage that does not answer is still near the question: it has a rare name of it, or a good part of its
 * words. One ambiguous word of a dictionary (capital for 资本), or a common one, is no relation.
 */
export function isNear(
  question: Question,
  { sentence, ranking }: FoundSentence,
  isName: (word: string) => boolean,
): boolean {
  const { at, passage } = sentence;
  const held = ranking.words.filter((word) => isHeld(word, at));
  if (held.some(({ part, rarity }) => rarity > RARE && isProper(part, question, isName))) return true;
  const isForeign = question.language !== undefined && question.language !== passage.article.language;
  return held.length >= (isForeign ? LEAST_TRANSLATED : 1) && coverage(ranking, at) >= NEAR;
}

/** Gives the names of a question that stand in a sentence or in the headings above it. */
export function namesIn(
  question: Question,
  { sentence, ranking }: FoundSentence,
  isName: (word: string) => boolean,
): ReadonlySet<Question["words"][number]> {
  const held = ranking.words.filter((word) => isHeld(word, sentence.at) && isProper(word.part, question, isName));
  return new Set(held.map(({ part }) => part));
}

function isHeld({ found, above }: WordMatch, at: number): boolean {
  return (found[at] ?? 0) >= FOUND || (above[at] ?? 0) >= FOUND;
}
