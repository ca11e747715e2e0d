import type { Library } from "../search/library.ts";
import { partByLanguage } from "../search/part-by-language.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import type { PlacedSentence, SentenceBlock } from "../search/sentence-block.ts";
import { answerQuestions } from "./answer-questions.ts";
import { type Asked, type CandidateGroup, findCandidates, rarityAmong } from "./candidates.ts";
import { joinLanguages } from "./join-languages.ts";
import { fixedColumns, type Measurement, measure } from "./features.ts";
import { findOtherWords } from "./other-words.ts";
import type { Question } from "./question.ts";
import type { Alternative } from "./ranking-context.ts";
import { type Score, scoreColumns } from "./score-columns.ts";
import { sortByScore } from "./sort-by-score.ts";

export interface RankedSentence extends PlacedSentence {
  /** Higher is better; comparable within one ranking only. */
  readonly score: number;
  /** Its place among what was measured. */
  readonly at: number;
}

export interface Ranking extends Measurement, Pick<CandidateGroup, "block" | "order"> {
  /** Best first; equal scores keep the order of the candidates. */
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

/**
 * Ranks the sentences that may answer a question, best first: each within its article, then the articles of each language, then
 * the languages.
 */
export function rankSentences(library: Library, index: PassageIndex, question: Question): readonly FoundSentence[] {
  const parts = partByLanguage(index);
  const ranked = parts.map((part) => {
    const isBeside = parts.length > 1 && !part.vocabulary.languages.has(question.language ?? "");
    const alternatives = findOtherWords(library, part, question);
    return rankWithin(library, part, { question, alternatives, isBeside });
  });
  return joinLanguages(question, ranked, library.lexicon.isName);
}

/** Ranks the sentences of articles of one language. */
function rankWithin(library: Library, index: PassageIndex, asked: Asked): FoundSentence[] {
  const groups = findCandidates(library, index, asked);
  const found = groups.flatMap((group) => {
    const ranking = rankCandidates(group, asked, { library, index });
    const best = ranking.sentences[0]?.score ?? 0;
    const offset = SHARE_WEIGHT * (group.share - 1) - (1 - BEST_WEIGHT) * best;
    return ranking.sentences.map((sentence) => ({ sentence, ranking, score: sentence.score + offset }));
  });
  return groups.length > 1 ? found.toSorted((a, b) => b.score - a.score) : found;
}

/** Ranks the candidates of one article. */
export function rankCandidates(
  { block, shares, order, isWhole }: Omit<CandidateGroup, "share">,
  { question, alternatives }: Asked,
  { library, index }: { readonly library: Library; readonly index: PassageIndex },
): Ranking {
  const first = block.sentences[0]?.passage;
  const { title = "", subjects } = first ? library.describe(first) : {};
  const rarity = isWhole ? rarityAmong(block.sentences.length) : rarityIn(index);
  const isForeign = question.language !== undefined && question.language !== first?.article.language;
  const { isName } = library.lexicon;
  const context = { question, alternatives, title, subjects, rarity, isForeign, isName };
  const measurement = measure({ block, shares }, context);
  return orderBy(scoreColumns, { ...measurement, block, order, alternatives });
}

/** Puts a ranking's sentences into the order of a way to score them. */
export function orderBy(score: Score, ranking: Omit<Ranking, "sentences">): Ranking {
  const { block, columns, order } = ranking;
  const scored = { columns, size: block.sentences.length, fixed: fixedColumns(block) };
  const scores = answerQuestions(block, columns, score(scored));
  const sorted = sortByScore(scores, order);
  return { ...ranking, sentences: Array.from(sorted, (at) => placeScored(block, at, scores[at] ?? 0)) };
}

/** Spelt out, since a copy of all fields takes ten times as long. */
function placeScored({ sentences }: SentenceBlock, at: number, score: number): RankedSentence {
  const placed = sentences[at];
  if (!placed) throw new RangeError(`there is no sentence ${at} among ${sentences.length}`);
  const { passage, sentence, facts, previous, next, headings, place, kind } = placed;
  return { passage, sentence, facts, previous, next, headings, place, kind, score, at };
}

/** Where not all sentences are candidates, the index's passages are counted in their place. */
function rarityIn(index: PassageIndex): (term: string, count: number) => number {
  const among = rarityAmong(index.size);
  return (term, count) => among(term, Math.max(count > 0 ? 1 : 0, frequencyOf(term, index)));
}

/** A word that the index cuts in two stands in no more passages than the rarest of its pairs. */
function frequencyOf(term: string, index: PassageIndex): number {
  const frequency = index.documentFrequency(term);
  if (frequency > 0 || term.length < 3 || !/^\p{Script=Han}+$/u.test(term)) return frequency;
  const pairs = Array.from({ length: term.length - 1 }, (_, at) => term.slice(at, at + 2));
  return Math.min(...pairs.map((pair) => index.documentFrequency(pair)));
}
