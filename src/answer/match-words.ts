import { valueEach } from "./value-each.ts";
import { compareQuantities } from "../text/compare-quantities.ts";
import type { Quantity } from "../text/quantity.ts";
import type { SentenceFacts } from "../search/sentence-facts.ts";
import type { TextFacts } from "../search/sentence-ties.ts";
import type { QuestionPart } from "./question-parts.ts";
import type { Alternative, Candidate, RankingContext } from "./ranking-context.ts";

/** One part of the question with how much of it each candidate holds, 0–1. */
export interface Match {
  readonly part: QuestionPart;
  readonly found: Float64Array;
  readonly rarity: number;
  /** As `rarity`, but 0 for what the article's title says already. */
  readonly rarityBeyondTitle: number;
}

/** A word of the question. */
export interface WordMatch extends Match {
  /** How much of it stands in the headings above each candidate, 0–1. */
  readonly above: Float64Array;
  /** How much of it stands in the question that each candidate answers, 0–1. */
  readonly asked: Float64Array;
}

/** A part counts as found where at least so much of it stands. */
export const FOUND = 0.5;

/** Looks for the question's words, and for the other ways to say them, in every candidate. */
export function matchWords(candidates: readonly Candidate[], context: RankingContext): WordMatch[] {
  return context.question.words.map((part, place) => {
    const others = context.alternatives[place] ?? [];
    const quantities = context.question.quantities.filter(
      ({ start, end }) => start < part.at + part.length && part.at < end,
    );
    const holdsWord = (facts: TextFacts): number =>
      Math.max(
        holds(part.text, facts),
        ...others.map((other) => holdsOther(other, facts)),
        ...quantities.map((quantity) => holdsQuantity(quantity, facts)),
      );
    const found = valueEach(candidates, ({ facts }) => holdsWithTies(facts, holdsWord));
    const mostOf = once((texts: readonly TextFacts[]) => Math.max(0, ...texts.map(holdsWord)));
    const askedIn = once(holdsWord);
    const above = valueEach(candidates, ({ facts }) => mostOf(facts.ties.below));
    const asked = valueEach(candidates, ({ facts: { ties } }) => (ties.askedBy ? askedIn(ties.askedBy) : 0));
    return { ...matchOf(part, found, context), above, asked };
  });
}

/** Keeps what was measured last: neighbours share their headings and what they are asked by. */
function once<Item>(value: (item: Item) => number): (item: Item) => number {
  let last: { readonly item: Item; readonly value: number } | undefined;
  return (item) => {
    if (last?.item !== item) last = { item, value: value(item) };
    return last.value;
  };
}

/**
 * Looks for pairs or for characters in every candidate; the Latin words, which have none, stand behind them.
 *
 * @param words as `matchWords` found them: what stands for a whole word stands for its parts.
 */
export function matchParts(
  parts: readonly QuestionPart[],
  candidates: readonly Candidate[],
  { words, context }: { readonly words: readonly Match[]; readonly context: RankingContext },
): Match[] {
  const latin = words.filter(({ part }) => !HAN.test(part.text));
  const han = parts.map((part) => {
    const word = words.find((other) => lies(part, other.part));
    const found = valueEach(candidates, ({ facts }, index) => {
      const whole = word?.found[index] ?? 0;
      const own = holdsWithTies(facts, ({ terms }) => (terms.has(part.text) ? 1 : 0));
      return Math.max(own, whole >= FOUND ? whole : 0);
    });
    return matchOf(part, found, context);
  });
  return [...han, ...latin];
}

const HAN = /\p{Script=Han}/u;

/** What a word counts that stands not in the sentence but in the question that it opens the answer to, or goes on to. */
const ASKED_AND_OPENED = 0.9;
const ASKED = 0.7;
/** What one counts that stands in the line that the sentence completes, or in its column names. */
const INTRODUCED = 0.6;

/** How much of something a sentence holds together with what belongs to it: `Four pounds.` answers what it was asked. */
function holdsWithTies(
  facts: SentenceFacts,
  holdsIt: (facts: TextFacts) => number,
): number {
  const own = holdsIt(facts);
  const { askedBy, introducedBy, opensAnswer } = facts.ties;
  if (own >= 1 || (!askedBy && introducedBy.length === 0)) return own;
  const asked = askedBy ? (opensAnswer ? ASKED_AND_OPENED : ASKED) * holdsIt(askedBy) : 0;
  return Math.max(own, asked, ...introducedBy.map((text) => INTRODUCED * holdsIt(text)));
}

function lies(part: QuestionPart, whole: QuestionPart): boolean {
  return part.at >= whole.at && part.at + part.text.length <= whole.at + whole.length;
}

function matchOf(part: QuestionPart, found: Float64Array, { rarity, title }: RankingContext): Match {
  const value = rarity(part.text, found.filter((held) => held >= FOUND).length);
  return { part, found, rarity: value, rarityBeyondTitle: title.includes(part.text) ? 0 : value };
}

/** 1 for a word that stands in the sentence, less for one of which only parts do. */
function holds(word: string, facts: TextFacts): number {
  if (facts.terms.has(word)) return 1;
  if (!HAN.test(word)) return 0;
  if (word.length > 2 && facts.text.includes(word)) return 1;
  let [pairs, characters] = [0, 0];
  for (let at = 0; at < word.length; at += 1) {
    if (facts.terms.has(word.charAt(at))) characters += 1;
    if (at > 0 && facts.terms.has(word.slice(at - 1, at + 1))) pairs += 1;
  }
  if (pairs > 0) return 0.3 + (0.5 * pairs) / (word.length - 1);
  return (0.35 * characters) / word.length;
}

/** What an alternative counts where the sentence holds it: a phrase of several Latin words counts for those it holds. */
function holdsOther({ text, weight }: Alternative, facts: TextFacts): number {
  if (facts.terms.has(text) || (HAN.test(text) && facts.text.includes(text))) return weight;
  const words = text.split(" ");
  const held = words.filter((word) => facts.terms.has(word)).length / words.length;
  return held >= FOUND ? weight * held : 0;
}

/** A number or a date counts as told where the sentence states the same in another form: 百亿, 10 billion. */
function holdsQuantity(asked: Quantity, facts: TextFacts): number {
  const ways = new Set(facts.quantities.map((told) => compareQuantities(asked, told)));
  if (ways.has("same")) return 1;
  return ways.has("compatible") ? COMPATIBLE : 0;
}

/** What a quantity counts that holds the asked one or leaves open what it says. */
const COMPATIBLE = 0.8;
