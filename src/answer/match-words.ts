import type { SentenceBlock } from "../search/sentence-block.ts";
import { createHolding, type Holding } from "./hold-words.ts";
import { holdsInTies } from "./hold-in-ties.ts";
import { FOUND, type Match } from "./match-shares.ts";
import type { QuestionPart } from "./question-parts.ts";
import type { RankingContext } from "./ranking-context.ts";

/** A word of the question with what stands of it beside the candidates. */
export interface WordMatch extends Match {
  /** How much of it stands in the headings above each candidate, 0–1. */
  readonly above: Float64Array;
  /** How much of it stands in the question that each candidate answers, 0–1. */
  readonly asked: Float64Array;
}

export interface MatchedWords {
  readonly words: readonly WordMatch[];
  /** Without other ways to say a word, but for those of other regions. */
  readonly ownWords: readonly Match[];
}

/** Looks for the question's words, and for the other ways to say them, in every candidate and what belongs to it. */
export function matchWords(
  block: SentenceBlock,
  context: RankingContext,
  makeColumn: () => Float64Array,
): MatchedWords {
  const holding = createHolding(block);
  const [held, own] = [new Float64Array(block.texts.length), new Float64Array(block.texts.length)];
  const matched = context.question.words.map((part, place) => {
    const differs = holdPart(holding, { context, part, place }, { held, own });
    const found = withTies(block, held, makeColumn());
    const ownFound = differs ? withTies(block, own, makeColumn()) : found;
    const beside = { above: mostAbove(block, held, makeColumn()), asked: heldAsked(block, held, makeColumn()) };
    const word: WordMatch = { ...weighPart(part, found, context), ...beside };
    return { word, ownWord: differs ? weighPart(part, ownFound, context) : word };
  });
  return { words: matched.map(({ word }) => word), ownWords: matched.map(({ ownWord }) => ownWord) };
}

interface PlacedPart {
  readonly context: RankingContext;
  readonly part: QuestionPart;
  readonly place: number;
}

/** Writes how much of a word each text holds, and how much without other ways to say it; tells whether the two differ. */
function holdPart(
  holding: Holding,
  { context: { question, alternatives }, part, place }: PlacedPart,
  { held, own }: Readonly<Record<"held" | "own", Float64Array>>,
): boolean {
  holding.holdWord(part.text, held);
  for (const quantity of question.quantities) {
    if (quantity.start < part.at + part.length && part.at < quantity.end) holding.raiseByQuantity(quantity, held);
  }
  const others = alternatives[place] ?? [];
  for (const other of others) if (other.isSame) holding.raiseByOther(other, held);
  if (others.every(({ isSame }) => isSame)) return false;
  own.set(held);
  for (const other of others) if (!other.isSame) holding.raiseByOther(other, held);
  return true;
}

/** What stands in a sentence, or less of it in what belongs to that: `Four pounds.` holds what it was asked. */
function withTies(block: SentenceBlock, held: Float64Array, found: Float64Array): Float64Array {
  found.set(held.subarray(0, found.length));
  for (const at of block.ties.tied) {
    const stands = found[at] ?? 0;
    if (stands < 1) found[at] = Math.max(stands, holdsInTies(block, held, at));
  }
  return found;
}

function mostAbove({ ties: { below, belowOf } }: SentenceBlock, held: Float64Array, above: Float64Array): Float64Array {
  const most = below.map((texts) => texts.reduce((so, text) => Math.max(so, held[text] ?? 0), 0));
  for (let at = 0; at < above.length; at += 1) above[at] = most[belowOf[at] ?? 0] ?? 0;
  return above;
}

function heldAsked({ ties: { tied, askedBy } }: SentenceBlock, held: Float64Array, asked: Float64Array): Float64Array {
  for (const at of tied) asked[at] = held[askedBy[at] ?? -1] ?? 0;
  return asked;
}

/** Weighs a part by how rare it is among the candidates. */
export function weighPart(part: QuestionPart, found: Float64Array, { rarity, title }: RankingContext): Match {
  let count = 0;
  for (let at = 0; at < found.length; at += 1) if ((found[at] ?? 0) >= FOUND) count += 1;
  const value = rarity(part.text, count);
  return { part, found, rarity: value, rarityBeyondTitle: title.includes(part.text) ? 0 : value };
}
