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
export function createHolding({ search, texts, sentences }: SentenceBlock): Holding {
  const size = texts.length;
  const [counts, pairs, places] = [new Uint16Array(size), new Uint16Array(size), new Int32Array(size)];
  return {
    holdWord(word, held) {
      held.fill(0);
      if (word.length === 1 && HAN.test(word)) holdIdeograph(word, held);
      else holdLonger(word, held);
    },
    raiseByOther({ text, weight }, held) {
      counts.fill(0);
      const isAny = search.countTerm(text, counts);
      const isHan = HAN.test(text);
      if (isHan) search.placeStretch(text, places.fill(-1));
      for (let number = 0; number < size; number += 1) {
        const stands = (isAny && (counts[number] ?? 0) > 0) || (isHan && (places[number] ?? 0) >= 0);
        if (stands) held[number] = Math.max(held[number] ?? 0, weight);
      }
      if (text.includes(" ")) raiseByWords(text.split(" "), weight, held);
    },
    raiseByQuantity(asked, held) {
      for (const [number, { quantities }] of texts.entries()) {
        if (quantities.length > 0) held[number] = Math.max(held[number] ?? 0, holdsQuantity(asked, quantities));
      }
    },
  };

  /**
   * An ideograph that is a word of the question is best one of the sentence too. Beginning or ending another it counts less,
   * 水 of 薪水, unless no sentence has it otherwise: 葱 of 葱花.
   */
  function holdIdeograph(ideograph: string, held: Float64Array): void {
    search.countTerm(ideograph, counts.fill(0));
    search.placeIdeograph(ideograph, pairs.fill(0));
    const isAlone = pairs.subarray(0, sentences.length).includes(ALONE);
    for (let number = 0; number < size; number += 1) {
      const place = pairs[number];
      if (place === ALONE) held[number] = 1;
      else if (place === AT_EDGE) held[number] = isAlone ? ELSEWHERE_AT_EDGE : 1;
      else if ((counts[number] ?? 0) > 0) held[number] = WITHIN;
    }
  }

  function holdLonger(word: string, held: Float64Array): void {
    const isAny = search.countTerm(word, counts.fill(0));
    if (isAny) for (let number = 0; number < size; number += 1) if ((counts[number] ?? 0) > 0) held[number] = 1;
    if (!HAN.test(word)) return;
    if (word.length > 2) {
      search.placeStretch(word, places.fill(-1));
      for (let number = 0; number < size; number += 1) if ((places[number] ?? 0) >= 0) held[number] = 1;
    }
    counts.fill(0);
    pairs.fill(0);
    let isPart = false;
    for (let at = 0; at < word.length; at += 1) {
      isPart = search.countTerm(word.charAt(at), counts) || isPart;
      if (at > 0) isPart = search.countTerm(word.slice(at - 1, at + 1), pairs) || isPart;
    }
    if (isPart)
      for (let number = 0; number < size; number += 1) if (held[number] !== 1) held[number] = holdsParts(number, word);
  }

  function holdsParts(number: number, { length }: string): number {
    const held = pairs[number] ?? 0;
    return held > 0 ? 0.3 + (0.5 * held) / (length - 1) : (0.35 * (counts[number] ?? 0)) / length;
  }

  /** A phrase of several Latin words counts for those that a text holds. */
  function raiseByWords(words: readonly string[], weight: number, held: Float64Array): void {
    counts.fill(0);
    for (const word of words) search.countTerm(word, counts);
    for (let number = 0; number < size; number += 1) {
      const share = (counts[number] ?? 0) / words.length;
      if (share >= FOUND) held[number] = Math.max(held[number] ?? 0, weight * share);
    }
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
