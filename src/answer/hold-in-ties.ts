import type { SentenceBlock } from "../search/sentence-block.ts";

/** What a word counts that stands not in the sentence but in the question that it opens the answer to, or goes on to. */
const ASKED_AND_OPENED = 0.9;
const ASKED = 0.7;
/** What one counts that stands in the line that the sentence completes, or in its column names. */
const INTRODUCED = 0.6;

/** How much of something stands in the question that a sentence answers, or in what introduces it. */
export function holdsInTies({ ties, sentences }: SentenceBlock, held: ArrayLike<number>, at: number): number {
  const askedBy = ties.askedBy[at] ?? -1;
  const counted = sentences[at]?.facts.ties.opensAnswer ? ASKED_AND_OPENED : ASKED;
  let most = askedBy < 0 ? 0 : counted * (held[askedBy] ?? 0);
  for (const text of ties.introducedBy[at] ?? []) most = Math.max(most, INTRODUCED * (held[text] ?? 0));
  return most;
}
