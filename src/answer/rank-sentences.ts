import type { PassageHit, WeightedTerm } from "../search/passage-index.ts";
import type { Passage } from "../search/passage.ts";
import { mergeSpans, type Span } from "../text/span.ts";
import type { Analyse } from "../text/terms.ts";

export interface RankedSentence {
  readonly passage: Passage;
  /** The index of the sentence within its passage. */
  readonly sentence: number;
  readonly score: number;
  /** The share of the question's weight that the sentence holds, 0–1. */
  readonly coverage: number;
  /** What matched, in reading order, without overlaps. */
  readonly matches: readonly Span[];
}

/** What the whole passage's score adds to each of its sentences, as a share of the best passage's. */
const PASSAGE_SHARE = 0.15;

/** Ranks all sentences of some passages, best first; equal scores keep reading order. */
export function rankSentences(hits: readonly PassageHit[], terms: readonly WeightedTerm[], analyse: Analyse): RankedSentence[] {
  const weights = new Map(terms.map(({ text, weight }) => [text, weight]));
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const bestPassage = hits[0]?.score ?? 1;
  return hits
    .flatMap(({ passage, score }) =>
      passage.sentences.map(({ span }, sentence): RankedSentence => {
        const found = analyse(passage.article.text, span.start, span.end).terms.filter(({ text }) => weights.has(text));
        const distinct = new Set(found.map(({ text }) => text));
        const coverage = [...distinct].reduce((sum, text) => sum + (weights.get(text) ?? 0), 0) / total;
        return {
          passage,
          sentence,
          coverage,
          score: coverage + (PASSAGE_SHARE * score) / bestPassage,
          matches: mergeSpans(found.map((term) => term.span)),
        };
      }),
    )
    .toSorted((a, b) => b.score - a.score);
}
