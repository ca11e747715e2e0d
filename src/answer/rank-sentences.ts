import type { Library } from "../search/library.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import { type Asked, CANDIDATE_PASSAGES, findCandidates, type PlacedCandidate, rarityAmong } from "./candidates.ts";
import { type Measurement, measure } from "./features.ts";
import { findOtherWords } from "./other-words.ts";
import type { Question } from "./question.ts";
import type { Alternative } from "./ranking-context.ts";
import { scoreRow } from "./score-row.ts";

export interface RankedSentence extends PlacedCandidate {
  /** Higher is better; comparable within one ranking only. */
  readonly score: number;
  /** Its place among the ranking's measurement's rows. */
  readonly at: number;
}

export interface Ranking extends Measurement {
  /** Best first; equal scores keep reading order. */
  readonly sentences: readonly RankedSentence[];
  /** For each of the question's words, in their order, other ways to say it that the index knows. */
  readonly alternatives: readonly (readonly Alternative[])[];
}

/** Ranks the sentences that may answer a question. */
export function rankSentences(library: Library, index: PassageIndex, question: Question): Ranking {
  const alternatives = findOtherWords(library, index, question);
  const candidates = findCandidates(library, index, { question, alternatives });
  return rankCandidates(candidates, { question, alternatives }, { library, index });
}

/** Ranks some candidates. */
export function rankCandidates(
  candidates: readonly PlacedCandidate[],
  { question, alternatives }: Asked,
  { library, index }: { readonly library: Library; readonly index: PassageIndex },
): Ranking {
  const title = candidates[0] ? library.describe(candidates[0].passage).title : "";
  const rarity = rarityIn(index, candidates.length);
  const measurement = measure(candidates, { question, alternatives, title, rarity });
  const sentences = candidates.map((candidate, at) => ({ ...candidate, at, score: 0 }));
  return orderBy(scoreRow, { ...measurement, sentences, alternatives });
}

/** Puts a ranking's sentences into the order of another way to score them. */
export function orderBy(score: (row: Float64Array) => number, ranking: Ranking): Ranking {
  const sentences = ranking.sentences.map((sentence): RankedSentence => {
    const row = ranking.rows[sentence.at];
    return { ...sentence, score: row ? score(row) : 0 };
  });
  return { ...ranking, sentences: sentences.toSorted((a, b) => b.score - a.score || a.at - b.at) };
}

/** In a small index all sentences are candidates and are counted; in a large one the passages are. */
function rarityIn(index: PassageIndex, candidates: number): (term: string, count: number) => number {
  const among = rarityAmong(index.passages.length);
  if (index.passages.length <= CANDIDATE_PASSAGES) return rarityAmong(candidates);
  return (term, count) => among(term, Math.max(count > 0 ? 1 : 0, index.documentFrequency(term)));
}
