import type { Library } from "../search/library.ts";
import type { PassageHit, PassageIndex, WeightedTerm } from "../search/passage-index.ts";
import type { Term } from "../text/terms.ts";
import type { Answer } from "./answer.ts";
import { quoteSentence } from "./quote-sentence.ts";
import { rankSentences } from "./rank-sentences.ts";

export interface AnswerOptions {
  /** Only this article; otherwise any. */
  readonly article?: string | undefined;
  /** At most so many quotes. */
  readonly limit: number;
  /** Fills the list up to `limit` with sentences that match nothing, for evaluations that look further down. */
  readonly fill?: boolean | undefined;
  /** Earlier questions of the same conversation, oldest first. */
  readonly context?: readonly string[] | undefined;
}

/** Passages that the index hands to the ranker. */
const CANDIDATE_PASSAGES = 24;
/** What one match of each kind counts. */
const KIND_WEIGHTS = { word: 1, pair: 0.7, character: 0.3 } as const;
/** Below this share of the question's weight a sentence answers nothing. */
const LEAST_COVERAGE = 0.08;

/**
 * Answers a question with sentences of the library's articles, or says why not.
 *
 * @throws RangeError when there is no such article.
 */
export function answerQuestion(library: Library, question: string, options: AnswerOptions): Answer {
  const { terms } = library.analyse(question);
  const declined = { kind: "declined", missing: [], nearest: [], added: [] } as const;
  if (terms.length === 0) return { ...declined, reason: "no-words" };
  const index = library.index(options.article);
  const weighted = weighTerms(terms, index);
  const hits = candidatePassages(index, weighted);
  const all = rankSentences(hits, weighted, library.analyse);
  const ranked = (options.fill ? all : all.filter(({ coverage }) => coverage > 0)).slice(0, options.limit);
  const quotes = ranked.map((sentence) => quoteSentence(sentence));
  const best = ranked[0];
  if (!best) return { ...declined, reason: "nothing-found" };
  if (best.coverage < LEAST_COVERAGE) return { ...declined, reason: "not-covered", nearest: quotes };
  return { kind: "quotes", quotes, added: [] };
}

/** The passages found, best first; of a small article also the others, behind them. */
function candidatePassages(index: PassageIndex, terms: readonly WeightedTerm[]): PassageHit[] {
  const hits = index.search(terms, CANDIDATE_PASSAGES);
  const found = new Set(hits.map(({ passage }) => passage));
  const others = index.passages.slice(0, CANDIDATE_PASSAGES).filter((passage) => !found.has(passage));
  return [...hits, ...others.map((passage) => ({ passage, score: 0 }))].slice(0, CANDIDATE_PASSAGES);
}

/** Weighs the question's terms by their kind and by how rare they are among the passages. */
function weighTerms(terms: readonly Term[], index: PassageIndex): WeightedTerm[] {
  const weights = new Map<string, number>();
  const count = index.passages.length;
  for (const { text, kind } of terms) {
    const frequency = index.documentFrequency(text);
    const rarity = Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));
    weights.set(text, Math.max(weights.get(text) ?? 0, KIND_WEIGHTS[kind] * rarity));
  }
  return [...weights].map(([text, weight]) => ({ text, weight }));
}
