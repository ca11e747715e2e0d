import type { Postings } from "./postings.ts";

/** A term of a question with what it counts. */
export interface WeightedTerm {
  readonly text: string;
  /** 0 or more; a term that counts nothing is not looked for. */
  readonly weight: number;
}

/** A part of the passages that terms are looked for in. */
export interface Field {
  readonly postings: Postings;
  /** By passage: how many different terms it has. */
  readonly lengths: Uint32Array;
  readonly averageLength: number;
  /** What a term counts here. */
  readonly boost: number;
}

export interface FoundTerm {
  /** Its number in the postings. */
  readonly number: number;
  readonly weight: number;
}

export interface ScoredPassage {
  readonly passage: number;
  readonly score: number;
}

/**
 * Scores the passages that hold any of some terms by BM25+ (Lv and Zhai, Lower-Bounding Term Frequency Normalization, 2011),
 * times the number of terms that they hold; the best first, and of equal ones those found by an earlier term.
 */
export function scorePassages(fields: readonly Field[], terms: readonly FoundTerm[]): ScoredPassage[] {
  const scores = new Map<number, { score: number; readonly terms: Set<number> }>();
  for (const { number, weight } of terms) {
    for (const [passage, score] of scoreTerm(fields, number, weight)) {
      const scored = scores.get(passage);
      if (scored) scored.score += score;
      if (scored) scored.terms.add(number);
      else scores.set(passage, { score, terms: new Set([number]) });
    }
  }
  return [...scores]
    .map(([passage, { score, terms: held }]) => ({ passage, score: score * held.size }))
    .toSorted((one, other) => other.score - one.score);
}

function scoreTerm(fields: readonly Field[], term: number, weight: number): Map<number, number> {
  const scores = new Map<number, number>();
  for (const { postings, lengths, averageLength, boost } of fields) {
    const [from, to] = [postings.starts[term] ?? 0, postings.starts[term + 1] ?? 0];
    const rarity = rarityOf(to - from, lengths.length);
    for (let at = from; at < to; at += 1) {
      const passage = postings.passages[at] ?? 0;
      const length = 1 - B + (B * (lengths[passage] ?? 0)) / averageLength;
      const score = weight * boost * (rarity * frequencyScore(postings.counts[at] ?? 0, length));
      scores.set(passage, (scores.get(passage) ?? 0) + score);
    }
  }
  return scores;
}

function rarityOf(passages: number, of: number): number {
  return Math.log(1 + (of - passages + 0.5) / (passages + 0.5));
}

/** How soon more of a word tells nothing more, what a passage's length counts, and what a word counts in the longest one. */
const [K, B, D] = [1.2, 0.6, 0.3];

/** @param length about 1, and more for a passage that is longer than others. */
function frequencyScore(count: number, length: number): number {
  return D + (count * (K + 1)) / (count + K * length);
}

/** The average, summed up in the order of the passages. */
export function averageOf(lengths: Uint32Array): number {
  let average = 0;
  for (const [count, length] of lengths.entries()) average = (average * count + length) / (count + 1);
  return average;
}
