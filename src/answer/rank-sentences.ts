import type { Library } from "../search/library.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import { type Asked, type CandidateGroup, findCandidates, type PlacedCandidate, rarityAmong } from "./candidates.ts";
import { type Measurement, measure } from "./features.ts";
import { answerQuestions } from "./answer-questions.ts";
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

/** A sentence with the ranking of its article. */
export interface FoundSentence {
  readonly sentence: RankedSentence;
  readonly ranking: Ranking;
  /** Higher is better; comparable across the articles of one search. */
  readonly score: number;
}

/** What a passage's score counts against the ranker's where articles are compared. */
const SHARE_WEIGHT = 8;
/** How much of the ranker's score for an article's best sentence counts between articles: it compares few of them well. */
const BEST_WEIGHT = 0.3;

/** Ranks the sentences that may answer a question, best first: each within its article, then the articles. */
export function rankSentences(library: Library, index: PassageIndex, question: Question): FoundSentence[] {
  const asked = { question, alternatives: findOtherWords(library, index, question) };
  const found = findCandidates(library, index, asked).flatMap((group) => {
    const ranking = rankCandidates(group, asked, { library, index });
    const best = ranking.sentences[0]?.score ?? 0;
    const offset = SHARE_WEIGHT * (group.share - 1) - (1 - BEST_WEIGHT) * best;
    return ranking.sentences.map((sentence) => ({ sentence, ranking, score: sentence.score + offset }));
  });
  return found.toSorted((a, b) => b.score - a.score);
}

/** Ranks the candidates of one article. */
export function rankCandidates(
  { candidates, isWhole }: Pick<CandidateGroup, "candidates" | "isWhole">,
  { question, alternatives }: Asked,
  { library, index }: { readonly library: Library; readonly index: PassageIndex },
): Ranking {
  const { title = "", subjects } = candidates[0] ? library.describe(candidates[0].passage) : {};
  const rarity = isWhole ? rarityAmong(candidates.length) : rarityIn(index);
  const isForeign = question.language !== undefined && question.language !== candidates[0]?.passage.article.language;
  const measurement = measure(candidates, {
    question,
    alternatives,
    title,
    subjects,
    rarity,
    isForeign,
    isName: library.lexicon.isName,
  });
  const sentences = candidates.map((candidate, at) => ({ ...candidate, at, score: 0 }));
  return orderBy(scoreRow, { ...measurement, sentences, alternatives });
}

/** Puts a ranking's sentences into the order of another way to score them. */
export function orderBy(score: (row: Float64Array) => number, ranking: Ranking): Ranking {
  const sentences = ranking.sentences.map((sentence): RankedSentence => {
    const row = ranking.rows[sentence.at];
    return { ...sentence, score: row ? score(row) : 0 };
  });
  const paired = answerQuestions(sentences, ranking.rows);
  return { ...ranking, sentences: paired.toSorted((a, b) => b.score - a.score || a.at - b.at) };
}

/** Where not all sentences are candidates, the index's passages are counted in their place. */
function rarityIn(index: PassageIndex): (term: string, count: number) => number {
  const among = rarityAmong(index.passages.length);
  return (term, count) => among(term, Math.max(count > 0 ? 1 : 0, frequencyOf(term, index)));
}

/** A word that the index cuts in two stands in no more passages than the rarest of its pairs. */
function frequencyOf(term: string, index: PassageIndex): number {
  const frequency = index.documentFrequency(term);
  if (frequency > 0 || term.length < 3 || !/^\p{Script=Han}+$/u.test(term)) return frequency;
  const pairs = Array.from({ length: term.length - 1 }, (_, at) => term.slice(at, at + 2));
  return Math.min(...pairs.map((pair) => index.documentFrequency(pair)));
}
