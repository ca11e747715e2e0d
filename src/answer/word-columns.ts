import { longestCommon, orderShare, windowShare } from "./compare-letters.ts";
import { heldBeyondTitle, heldMean, heldRarity, heldShare } from "./match-shares.ts";
import { matchTies, type WordMatch } from "./match-ties.ts";
import { FOUND, type Match, matchParts, matchWords } from "./match-words.ts";
import type { Candidate, Column, RankingContext } from "./ranking-context.ts";

/** The most of a question that is compared letter by letter, in UTF-16 code units. */
const COMPARED = 120;

/** The parts of a question, looked for in every candidate. */
export interface Matches {
  readonly words: readonly WordMatch[];
  readonly pairs: readonly Match[];
  readonly characters: readonly Match[];
  /** Without other ways to say a word, but for those of other regions. */
  readonly ownWords: readonly Match[];
  readonly ownPairs: readonly Match[];
}

/** Looks for every part of the question in every candidate. */
export function matchQuestion(candidates: readonly Candidate[], context: RankingContext): Matches {
  const { pairs, characters } = context.question;
  const words = matchTies(matchWords(candidates, context), candidates, context);
  const alternatives = context.alternatives.map((others) => others.filter(({ isSame }) => isSame));
  const ownWords = matchWords(candidates, { ...context, alternatives });
  return {
    words,
    ownWords,
    pairs: matchParts(pairs, candidates, { words, context }),
    ownPairs: matchParts(pairs, candidates, { words: ownWords, context }),
    characters: matchParts(characters, candidates, { words, context }),
  };
}

/** How much of the question stands in a sentence itself. */
export function wordColumns({ words, pairs, characters, ownWords, ownPairs }: Matches, context: RankingContext) {
  const { question } = context;
  const compared = question.folded.text.slice(0, COMPARED);
  const numbers = words.filter(({ part }) => /^\d/u.test(part.text));
  const latin = words.filter(({ part }) => !/^\d|\p{Script=Han}/u.test(part.text));
  const countWhole = (index: number): number => words.filter(({ found }) => (found[index] ?? 0) >= 1).length;
  return {
    ownWords: (_, index) => heldShare(ownWords, index),
    ownPairs: (_, index) => heldShare(ownPairs, index),
    words: (_, index) => heldBeyondTitle(words, index),
    pairs: (_, index) => heldBeyondTitle(pairs, index),
    characters: (_, index) => heldBeyondTitle(characters, index),
    wordsWithTitle: (_, index) => heldShare(words, index),
    pairsWithTitle: (_, index) => heldShare(pairs, index),
    charactersWithTitle: (_, index) => heldShare(characters, index),
    weightPerLength: ({ facts }, index) =>
      (heldRarity(words, index) + heldRarity(pairs, index)) / (20 + 4 * Math.sqrt(facts.text.length)),
    longestCommon: ({ facts }) => Math.min(12, longestCommon(compared, facts.text)) / 12,
    numbers: (_, index) => heldMean(numbers, index),
    missingNumber: ({ facts }, index) =>
      numbers.length > 0 && heldMean(numbers, index) < 1 && facts.kinds.has("number") ? 1 : 0,
    latin: (_, index) => heldMean(latin, index),
    newContent: ({ facts }, index) => Math.log(1 + Math.max(0, facts.words - countWhole(index))) / 4,
    order: ({ facts }) => orderShare(question.words, facts.text),
    window: ({ facts }) => windowShare(question.words, facts.text),
  } satisfies Record<string, Column>;
}

/** How much of the question stands around a sentence: in its passage, its neighbours, the headings above it. */
export function contextColumns({ words, pairs }: Matches, candidates: readonly Candidate[]) {
  const shares = candidates.map((_, index) => heldBeyondTitle(pairs, index));
  return {
    passage: ({ passageShare }) => passageShare,
    passageBest: ({ passageShare }) => (passageShare > 0.999 ? 1 : 0),
    previous: ({ previous }) => shares[previous] ?? 0,
    next: ({ next }) => shares[next] ?? 0,
    // What an article asks itself it answers in the next sentence.
    afterQuestion: ({ previous, facts }) =>
      candidates[previous]?.facts.asks && !facts.asks ? (shares[previous] ?? 0) : 0,
    context: (_, index) => namedAbove(words, candidates, index),
    together: (_, index) => heldShare(words, index) + namedAbove(words, candidates, index),
    headings: ({ headings }) => {
      const found = ({ part }: Match): Float64Array => Float64Array.of(headings.includes(part.text) ? 1 : 0);
      return heldShare(
        words.map((word) => ({ ...word, found: found(word) })),
        0,
      );
    },
  } satisfies Record<string, Column>;
}

/** The share of question words that this sentence leaves out but an earlier one of its passage, or a heading, names. */
function namedAbove(words: readonly Match[], candidates: readonly Candidate[], index: number): number {
  const candidate = candidates[index];
  let [total, held] = [0, 0];
  for (const { part, found, rarity } of words) {
    total += rarity;
    if ((found[index] ?? 0) >= FOUND) continue;
    let isNamed = candidate?.headings.includes(part.text) ?? false;
    for (let at = candidate?.previous ?? -1; at >= 0 && !isNamed; at = candidates[at]?.previous ?? -1) {
      isNamed = (found[at] ?? 0) >= FOUND;
    }
    if (isNamed) held += rarity;
  }
  return total === 0 ? 0 : held / total;
}
