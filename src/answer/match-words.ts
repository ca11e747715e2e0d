import { valueEach } from "./value-each.ts";
import { compareQuantities } from "../text/compare-quantities.ts";
import type { Quantity } from "../text/quantity.ts";
import type { TextFacts } from "../search/sentence-ties.ts";
import { holdsInTies, holdsWithTies } from "./hold-in-ties.ts";
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

/** A part counts as found where at least so much of it stands. */
export const FOUND = 0.5;

/** Looks for the question's words, and for the other ways to say them, in every candidate and what belongs to it. */
export function matchWords(candidates: readonly Candidate[], context: RankingContext): Match[] {
  return context.question.words.map((part, place) => {
    const holdsWord = wordHolder(context, place, candidates);
    const found = valueEach(candidates, ({ facts }) => holdsWithTies(facts, holdsWord));
    return matchOf(part, found, context);
  });
}

/** Makes the function that tells how much of one of the question's words a text holds. */
export function wordHolder(
  { question, alternatives }: Pick<RankingContext, "question" | "alternatives">,
  place: number,
  candidates: readonly Candidate[],
): (facts: TextFacts) => number {
  const part = question.words[place];
  if (!part) return () => 0;
  const others = alternatives[place] ?? [];
  const quantities = question.quantities.filter(({ start, end }) => start < part.at + part.length && part.at < end);
  const hold = isIdeograph(part.text) ? holdIdeograph(part.text, candidates) : holds;
  return (facts) =>
    Math.max(
      hold(part.text, facts),
      ...others.map((other) => holdsOther(other, facts)),
      ...quantities.map((quantity) => holdsQuantity(quantity, facts)),
    );
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
      if (facts.terms.has(part.text)) return 1;
      const whole = word?.found[index] ?? 0;
      return Math.max(
        whole >= FOUND ? whole : 0,
        holdsInTies(facts, ({ terms }) => (terms.has(part.text) ? 1 : 0)),
      );
    });
    return matchOf(part, found, context);
  });
  return [...han, ...latin];
}

const HAN = /\p{Script=Han}/u;

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

function isIdeograph(word: string): boolean {
  return word.length === 1 && HAN.test(word);
}

/**
 * An ideograph that is a word of the question is best one of the sentence too. Beginning or ending another it counts less,
 * 水 of 薪水, unless no sentence has it otherwise: 葱 of 葱花.
 */
function holdIdeograph(
  ideograph: string,
  candidates: readonly Candidate[],
): (word: string, facts: TextFacts) => number {
  const atEdge = candidates.some(({ facts }) => facts.alone.includes(ideograph)) ? AT_EDGE : 1;
  return (_, { terms, alone, edges }) => {
    if (alone.includes(ideograph)) return 1;
    if (edges.includes(ideograph)) return atEdge;
    return terms.has(ideograph) ? WITHIN : 0;
  };
}

const AT_EDGE = 0.7;
const WITHIN = 0.3;

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
  // A compatible number is equal; 人民币 only says whose 元 it is.
  if (ways.has("same") || (asked.kind === "number" && ways.has("compatible"))) return 1;
  return ways.has("compatible") ? COMPATIBLE : 0;
}

/** What a date or a time counts that holds the asked one or leaves open what it says. */
const COMPATIBLE = 0.8;
