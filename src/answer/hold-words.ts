import { ALONE, AT_EDGE } from "../search/text-search.ts";
import type { SentenceBlock } from "../search/sentence-block.ts";
import { compareQuantities } from "../text/compare-quantities.ts";
import type { Quantity } from "../text/quantity.ts";
import { FOUND } from "./match-shares.ts";
import type { Alternative } from "./ranking-context.ts";

/** How much of something each of a block's texts holds, 0–1. */
export interface Holding {
  /** Of a word: 1 where it stands, less where only parts of it do. */
  readonly holdWord: (word: string, held: Float64Array) => void;
  /** Of another way to say it, where that is more. */
  readonly raiseByOther: (other: Alternative, held: Float64Array) => void;
  /** Of a number or a date, where that is more. */
  readonly raiseByQuantity: (asked: Quantity, held: Float64Array) => void;
}

/** Makes the functions that look for a question's words in all of a block's texts at once. */
export function createHolding(block: SentenceBlock): Holding {
  const size = block.texts.length;
  const looked: Looked = { block, counts: new Uint16Array(size), pairs: new Uint16Array(size) };
  return {
    holdWord(word, held) {
      held.fill(0);
      if (word.length === 1 && HAN.test(word)) holdIdeograph(looked, word, held);
      else holdLonger(looked, word, held);
    },
    raiseByOther: (other, held) => raiseByOther(looked, other, held),
    raiseByQuantity(asked, held) {
      for (const [number, { quantities }] of block.texts.entries()) {
        if (quantities.length > 0) raise(held, number, holdsQuantity(asked, quantities));
      }
    },
  };
}

/** A block with room to write down what was found in its texts. */
interface Looked {
  readonly block: SentenceBlock;
  readonly counts: Uint16Array;
  readonly pairs: Uint16Array;
}

function raise(held: Float64Array, number: number, value: number): void {
  held[number] = Math.max(held[number] ?? 0, value);
}

/**
 * An ideograph that is a word of the question is best one of the sentence too. Beginning or ending another it counts less,
 * 水 of 薪水, unless no sentence has it otherwise: 葱 of 葱花.
 */
function holdIdeograph({ block, counts, pairs: standing }: Looked, ideograph: string, held: Float64Array): void {
  block.search.countTerm(ideograph, counts.fill(0));
  block.search.placeIdeograph(ideograph, standing.fill(0));
  const isAlone = standing.subarray(0, block.sentences.length).includes(ALONE);
  for (let number = 0; number < held.length; number += 1) {
    if (standing[number] === ALONE) held[number] = 1;
    else if (standing[number] === AT_EDGE) held[number] = isAlone ? ELSEWHERE_AT_EDGE : 1;
    else if ((counts[number] ?? 0) > 0) held[number] = WITHIN;
  }
}

function holdLonger({ block: { search }, counts, pairs }: Looked, word: string, held: Float64Array): void {
  search.raiseTerm(word, 1, held);
  if (!HAN.test(word)) return;
  if (word.length > 2) search.raiseStretch(word, 1, held);
  counts.fill(0);
  pairs.fill(0);
  for (let at = 0; at < word.length; at += 1) {
    search.countTerm(word.charAt(at), counts);
    if (at > 0) search.countTerm(word.slice(at - 1, at + 1), pairs);
  }
  for (let number = 0; number < held.length; number += 1) {
    const [characters, neighbours] = [counts[number] ?? 0, pairs[number] ?? 0];
    if (held[number] === 1 || characters + neighbours === 0) continue;
    held[number] = neighbours > 0 ? 0.3 + (0.5 * neighbours) / (word.length - 1) : (0.35 * characters) / word.length;
  }
}

function raiseByOther({ block: { search }, counts }: Looked, other: Alternative, held: Float64Array): void {
  const { text, weight } = other;
  search.raiseTerm(text, weight, held);
  if (HAN.test(text)) search.raiseStretch(text, weight, held);
  if (!text.includes(" ")) return;
  // A phrase of several Latin words counts for those that a text holds.
  const words = text.split(" ");
  counts.fill(0);
  for (const word of words) search.countTerm(word, counts);
  for (const [number, count] of counts.entries()) {
    if (count / words.length >= FOUND) raise(held, number, weight * (count / words.length));
  }
}

const HAN = /\p{Script=Han}/u;
const ELSEWHERE_AT_EDGE = 0.7;
const WITHIN = 0.3;

/** A number or a date counts as told where the sentence states the same in another form: 百亿, 10 billion. */
function holdsQuantity(asked: Quantity, quantities: readonly Quantity[]): number {
  const ways = new Set(quantities.map((told) => compareQuantities(asked, told)));
  // A compatible number is equal; 人民币 only says whose 元 it is.
  if (ways.has("same") || (asked.kind === "number" && ways.has("compatible"))) return 1;
  return ways.has("compatible") ? COMPATIBLE : 0;
}

/** What a date or a time counts that holds the asked one or leaves open what it says. */
const COMPATIBLE = 0.8;
