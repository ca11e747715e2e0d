import { FOUND, type Match } from "./match-words.ts";
import type { Candidate, Column, RankingContext } from "./ranking-context.ts";

/** What a word counts that does not stand in the sentence, but in one before it in its passage or in a heading. */
const ABOVE = 0.7;

/** Which of what the title names a sentence is about: under a title that names several, the one asked for decides. */
export function titleColumns(words: readonly Match[], candidates: readonly Candidate[], context: RankingContext) {
  const { title, subjects = [], question, alternatives } = context;
  const waysToSay = words.map(({ part }, place) => [part.text, ...(alternatives[place] ?? []).map(({ text }) => text)]);
  const inTitle = words.filter((_, place) => waysToSay[place]?.some((way) => title.includes(way)));
  const asked = words.filter((_, place) => waysToSay[place]?.some((way) => subjects.includes(way)));
  const others = subjects.filter(
    (subject) => !question.folded.text.includes(subject) && !waysToSay.flat().includes(subject),
  );
  const namesOther = ({ facts }: Candidate): boolean => others.some((other) => facts.terms.has(other));
  const isAsked = (index: number): boolean => asked.some((word) => heldAround(word, candidates, index) > 0);
  return {
    titleNames: (_, index) => shareAround(inTitle, candidates, index),
    otherTitleName: (candidate, index) => (asked.length > 0 && namesOther(candidate) && !isAsked(index) ? 1 : 0),
  } satisfies Record<string, Column>;
}

/** The share of some words' rarity that a sentence has or takes over from what stands above it. */
function shareAround(words: readonly Match[], candidates: readonly Candidate[], index: number): number {
  let [total, held] = [0, 0];
  for (const word of words) {
    total += word.rarity;
    held += word.rarity * heldAround(word, candidates, index);
  }
  return total === 0 ? 0 : held / total;
}

function heldAround({ part, found }: Match, candidates: readonly Candidate[], index: number): number {
  if ((found[index] ?? 0) >= FOUND) return 1;
  const candidate = candidates[index];
  if (candidate?.headings.includes(part.text)) return ABOVE;
  for (let at = candidate?.previous ?? -1; at >= 0; at = candidates[at]?.previous ?? -1) {
    if ((found[at] ?? 0) >= FOUND) return ABOVE;
  }
  return 0;
}
