import type { SentenceFacts } from "../search/sentence-facts.ts";
import type { TextFacts } from "../search/sentence-ties.ts";

type Holds = (text: TextFacts) => number;

/** What a word counts that stands not in the sentence but in the question that it opens the answer to, or goes on to. */
const ASKED_AND_OPENED = 0.9;
const ASKED = 0.7;
/** What one counts that stands in the line that the sentence completes, or in its column names. */
const INTRODUCED = 0.6;

/** How much of something a sentence holds together with what belongs to it: `Four pounds.` holds what it was asked. */
export function holdsWithTies(facts: SentenceFacts, holds: Holds): number {
  const own = holds(facts);
  return own >= 1 ? own : Math.max(own, holdsInTies(facts, holds));
}

/** How much of something stands in the question that a sentence answers, or in what introduces it. */
export function holdsInTies({ ties: { askedBy, introducedBy, opensAnswer } }: SentenceFacts, holds: Holds): number {
  let most = askedBy ? (opensAnswer ? ASKED_AND_OPENED : ASKED) * holds(askedBy) : 0;
  for (const text of introducedBy) most = Math.max(most, INTRODUCED * holds(text));
  return most;
}
