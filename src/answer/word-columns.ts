import type { SentenceBlock } from "../search/sentence-block.ts";
import { MOST_SHARED } from "../search/text-search.ts";
import { factsOfBlock, tellsAny } from "./block-facts.ts";
import { fillColumn } from "./columns.ts";
import { addHeld, divideBy, type Match } from "./match-shares.ts";
import { holdParts } from "./hold-parts.ts";
import { matchWords, type WordMatch } from "./match-words.ts";
import type { RankingContext } from "./ranking-context.ts";
import { type HeldShares, sumMatches } from "./sum-matches.ts";
import { orderAndWindow } from "./word-order.ts";

/** The most of a question that is compared letter by letter, in UTF-16 code units. */
const COMPARED = 120;

/** The parts of a question, looked for in every candidate. */
export interface Matches {
  readonly words: readonly WordMatch[];
  readonly heldWords: HeldShares;
  readonly heldPairs: HeldShares;
  readonly heldCharacters: HeldShares;
  /** Without other ways to say a word, but for those of other regions. */
  readonly ownWords: HeldShares;
  readonly ownPairs: HeldShares;
}

/** Looks for every part of the question in every candidate. */
export function matchQuestion(block: SentenceBlock, context: RankingContext, makeColumn: () => Float64Array): Matches {
  const { pairs, characters } = context.question;
  const { words, ownWords } = matchWords(block, context, makeColumn);
  const heldWords = sumMatches(words, makeColumn);
  const heldPairs = holdParts(block, pairs, { words, ownWords, context, makeColumn });
  return {
    words,
    heldWords,
    heldPairs: heldPairs.held,
    heldCharacters: holdParts(block, characters, { words, ownWords: words, context, makeColumn }).held,
    ownWords: heldPairs.own === heldPairs.held ? heldWords : sumMatches(ownWords, makeColumn),
    ownPairs: heldPairs.own,
  };
}

/** How much of the question stands in a sentence itself. */
export function wordColumns(
  block: SentenceBlock,
  { words, heldWords, heldPairs, heldCharacters, ownWords, ownPairs }: Matches,
  { question, makeColumn }: Pick<RankingContext, "question"> & { readonly makeColumn: () => Float64Array },
) {
  const facts = factsOfBlock(block);
  const numbers = words.filter(({ part }) => /^\d/u.test(part.text));
  const latin = words.filter(({ part }) => !/^\d|\p{Script=Han}/u.test(part.text));
  const whole = countWhole(new Uint16Array(block.sentences.length), words);
  const told = numbers.length === 0 ? undefined : heldMean(makeColumn(), numbers);
  return {
    ownWords: ownWords.withTitle,
    ownPairs: ownPairs.withTitle,
    words: heldWords.beyondTitle,
    pairs: heldPairs.beyondTitle,
    characters: heldCharacters.beyondTitle,
    wordsWithTitle: heldWords.withTitle,
    pairsWithTitle: heldPairs.withTitle,
    charactersWithTitle: heldCharacters.withTitle,
    weightPerLength: fillColumn(
      makeColumn(),
      (at) => ((heldWords.whole[at] ?? 0) + (heldPairs.whole[at] ?? 0)) / (facts.weightDivisor[at] ?? 1),
    ),
    longestCommon: shareCommon(block, question.folded.text, makeColumn()),
    numbers: told,
    missingNumber: told && lackNumber(block, told, makeColumn()),
    latin: latin.length === 0 ? undefined : heldMean(makeColumn(), latin),
    newContent: fillColumn(
      makeColumn(),
      (at) => Math.log(1 + Math.max(0, (facts.words[at] ?? 0) - (whole[at] ?? 0))) / 4,
    ),
    ...orderAndWindow(block, question.words, makeColumn),
  };
}

function countWhole(counts: Uint16Array, matches: readonly Match[]): Uint16Array {
  for (const { found } of matches) {
    for (let at = 0; at < counts.length; at += 1) if ((found[at] ?? 0) >= 1) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** How much of some words each candidate holds, all counted alike. */
function heldMean(column: Float64Array, matches: readonly Match[]): Float64Array {
  for (const { found } of matches) addHeld(column, found, 1);
  return divideBy(column, matches.length);
}

/** Whether a sentence that tells a number lacks one of the question's. */
function lackNumber(block: SentenceBlock, told: Float64Array, column: Float64Array): Float64Array {
  const numbers = tellsAny(block, ["number"], column);
  return fillColumn(numbers, (at) => ((told[at] ?? 0) < 1 && numbers[at] === 1 ? 1 : 0));
}

function shareCommon({ search, sentences }: SentenceBlock, question: string, column: Float64Array): Float64Array {
  const lengths = new Int32Array(sentences.length);
  search.measureShared(question.slice(0, COMPARED), lengths);
  return fillColumn(column, (at) => (lengths[at] ?? 0) / MOST_SHARED);
}
