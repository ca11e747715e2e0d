import type { Library } from "../search/library.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import { findCandidates, type PlacedCandidate, rarityAmong } from "./candidates.ts";
import { type Alternative, featureNames, measure } from "./features.ts";
import { findOtherWords } from "./other-words.ts";
import type { Question } from "./question.ts";
import { scoreRow } from "./score-row.ts";

export interface RankedSentence extends PlacedCandidate {
  /** Higher is better; comparable within one ranking only. */
  readonly score: number;
  /** What was measured, in the order of `featureNames`. */
  readonly row: Float64Array;
}

export interface Ranking {
  /** Best first; equal scores keep reading order. */
  readonly sentences: readonly RankedSentence[];
  /** For each of the question's words, in their order, other ways to say it that the index knows. */
  readonly alternatives: readonly (readonly Alternative[])[];
}

/** Ranks the sentences that may answer a question. */
export function rankSentences(library: Library, index: PassageIndex, question: Question): Ranking {
  const alternatives = findOtherWords(library, index, question);
  const candidates = findCandidates(library, index, { question, alternatives });
  const title = library.analyse(candidates[0]?.passage.article.title ?? "").folded.text;
  const rows = measure(candidates, { question, alternatives, title, rarity: rarityIn(index, candidates.length) });
  const sentences = candidates.map((candidate, at): RankedSentence => {
    const row = rows[at] ?? new Float64Array(featureNames.length);
    return { ...candidate, row, score: scoreRow(row) };
  });
  return { sentences: sentences.toSorted((a, b) => b.score - a.score), alternatives };
}

/** In a small index all sentences are candidates and are counted; in a large one the passages are. */
function rarityIn(index: PassageIndex, candidates: number): (term: string, count: number) => number {
  const among = rarityAmong(index.passages.length);
  if (index.passages.length <= SMALL_INDEX) return rarityAmong(candidates);
  return (term, count) => among(term, Math.max(count > 0 ? 1 : 0, index.documentFrequency(term)));
}

/** So many passages are all candidates. */
export const SMALL_INDEX = 24;
