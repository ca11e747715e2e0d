import type { SentenceFacts } from "../search/sentence-facts.ts";
import { isProper } from "./is-proper.ts";
import { FOUND, type Match } from "./match-words.ts";
import type { Candidate, Column, RankingContext } from "./ranking-context.ts";

/**
 * Whether a sentence is about those whom the question names. Rarity says nothing of them: whom an article is about stands in
 * most of its sentences, and still the one that is asked for decides.
 */
export function properColumns(words: readonly Match[], candidates: readonly Candidate[], context: RankingContext) {
  const { question, isName = () => false } = context;
  const proper = words.filter(({ part }) => isProper(part, question, isName));
  const share = (hold: (word: Match) => boolean): number =>
    proper.length === 0 ? 1 : proper.filter(hold).length / proper.length;
  const isNear = (word: Match, index: number): boolean =>
    holds(word, index) || holds(word, candidates[index]?.previous ?? -1) || isAbove(word, candidates[index]);
  const namesOthers = ({ facts }: Candidate): boolean =>
    namesIn(facts, isName).some((name) => !question.folded.text.includes(name));
  return {
    asksForNames: () => (proper.length > 0 ? 1 : 0),
    properHere: (_, index) => share((word) => holds(word, index)),
    properNear: (_, index) => share((word) => isNear(word, index)),
    rivalName: (candidate, index) =>
      proper.length > 0 && !proper.some((word) => holds(word, index)) && namesOthers(candidate) ? 1 : 0,
  } satisfies Record<string, Column>;
}

function holds({ found }: Match, index: number): boolean {
  return (found[index] ?? 0) >= FOUND;
}

function isAbove({ part }: Match, candidate: Candidate | undefined): boolean {
  return candidate?.headings.includes(part.text) ?? false;
}

/** The names of a sentence: by the table of names, by the dictionary, or capitalised within it. */
function namesIn(facts: SentenceFacts, isName: (word: string) => boolean): readonly string[] {
  const known = [...facts.terms].filter((term) => term.length > 1 && isName(term));
  return [...known, ...facts.names.map(({ text }) => text), ...facts.capitals];
}
