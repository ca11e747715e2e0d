import type { TextFacts } from "../search/sentence-ties.ts";
import { type Match, wordHolder } from "./match-words.ts";
import type { Candidate, RankingContext } from "./ranking-context.ts";
import { valueEach } from "./value-each.ts";

/** A word of the question with what stands of it beside the candidates. */
export interface WordMatch extends Match {
  /** How much of it stands in the headings above each candidate, 0–1. */
  readonly above: Float64Array;
  /** How much of it stands in the question that each candidate answers, 0–1. */
  readonly asked: Float64Array;
}

/** Looks for the question's words in the headings above the candidates and in the questions that they answer. */
export function matchTies(
  words: readonly Match[],
  candidates: readonly Candidate[],
  context: Pick<RankingContext, "question" | "alternatives">,
): WordMatch[] {
  return words.map((word, place) => {
    const holds = wordHolder(context, place, candidates);
    const mostOf = keep((texts: readonly TextFacts[]) => Math.max(0, ...texts.map(holds)));
    const holdsKept = keep(holds);
    const above = valueEach(candidates, ({ facts: { ties } }) => (ties.below.length === 0 ? 0 : mostOf(ties.below)));
    const asked = valueEach(candidates, ({ facts: { ties } }) => (ties.askedBy ? holdsKept(ties.askedBy) : 0));
    return { ...word, above, asked };
  });
}

/** Keeps what was measured: many sentences share their headings and what they are asked by. */
function keep<Item>(value: (item: Item) => number): (item: Item) => number {
  const kept = new Map<Item, number>();
  return (item) => {
    const known = kept.get(item) ?? value(item);
    kept.set(item, known);
    return known;
  };
}
