import type { Article } from "../article/article.ts";
import type { Library } from "../search/library.ts";
import type { PassageHit, PassageIndex, WeightedTerm } from "../search/passage-index.ts";
import type { Passage } from "../search/passage.ts";
import { createSentenceBlock, placeSentences, type SentenceBlock } from "../search/sentence-block.ts";
import { loadTogether } from "../text/not-loaded.ts";
import type { Alternative, Candidates } from "./ranking-context.ts";
import type { Question } from "./question.ts";

/** Passages that the index hands to the ranker; of an index no larger than that, all. */
const CANDIDATE_PASSAGES = 24;
/** Of a larger article that is asked beside others so many. */
const PASSAGES_BESIDE = 12;
/** What one match of each kind counts in the search for passages. */
const WORD_WEIGHT = 1;
const PAIR_WEIGHT = 0.7;
const CHARACTER_WEIGHT = 0.3;

/** A question with, for each of its words, other ways to say it. */
export interface Asked {
  readonly question: Question;
  readonly alternatives: readonly (readonly Alternative[])[];
  /** Articles of the question's own language are asked beside these, and more is looked into there. */
  readonly isBeside?: boolean | undefined;
}

/** The sentences of one article that may answer a question. */
export interface CandidateGroup extends Candidates {
  /** By sentence, its place where those of the best passages come first. */
  readonly order: Int32Array;
  /** The score of its best passage as a share of the best one's of all, 0–1. */
  readonly share: number;
  /** All of the article's sentences are candidates. */
  readonly isWhole: boolean;
}

/** So many articles are looked into, and more only where those have fewer sentences than this between them. */
const MOST_ARTICLES = { own: 3, beside: 2 };
const FEWEST_SENTENCES = 20;

/** Finds the sentences that may answer a question, those of the article with the best passage first. */
export function findCandidates(library: Library, index: PassageIndex, asked: Asked): CandidateGroup[] {
  const { isBeside } = asked;
  const most = isBeside ? MOST_ARTICLES.beside : MOST_ARTICLES.own;
  const hits = index.search(searchTerms(asked), CANDIDATE_PASSAGES);
  const best = hits[0]?.score || 1;
  const byArticle = Map.groupBy(hits, ({ article }) => article);
  const [only, another] = index.articles;
  if (only && !another) byArticle.set(only.article, hits);
  const found = [...byArticle].map(([article, own]) => ({ article, hits: own }));
  const open = (each: FoundArticle): CandidateGroup => openGroup(library, index, { ...each, best, isBeside });
  // What is looked into in any case is loaded at once, and so are the others where that was not enough.
  const groups = loadTogether(found.slice(0, most).map((each) => () => open(each)));
  const others = found.slice(most);
  let sentences = countSentences(groups);
  if (sentences < FEWEST_SENTENCES)
    loadTogether(others.map((each) => () => choosePassages(index, { ...each, isBeside })));
  for (const each of others) {
    if (sentences >= FEWEST_SENTENCES) break;
    groups.push(open(each));
    sentences = countSentences(groups);
  }
  return groups;
}

interface FoundArticle {
  readonly article: Article;
  /** Best first. */
  readonly hits: readonly PassageHit[];
}

interface OpenedArticle extends FoundArticle, Pick<Asked, "isBeside"> {
  /** The score of the best passage of all articles. */
  readonly best: number;
}

function openGroup(library: Library, index: PassageIndex, opened: OpenedArticle): CandidateGroup {
  const { hits, best } = opened;
  const { passages, isWhole } = choosePassages(index, opened);
  const block = isWhole ? library.gather(passages) : createSentenceBlock(placeSentences(passages, library.describe));
  return { block, ...placeHits(block, hits), share: (hits[0]?.score ?? 0) / best, isWhole };
}

/** All of a small article's; of others those that were found. */
function choosePassages(
  index: PassageIndex,
  { article, hits, isBeside }: Omit<OpenedArticle, "best">,
): { readonly passages: readonly Passage[]; readonly isWhole: boolean } {
  const isWhole = index.countOf(article) <= CANDIDATE_PASSAGES;
  if (isWhole) return { passages: index.passagesOf(article), isWhole };
  const chosen = hits.slice(0, isBeside ? PASSAGES_BESIDE : undefined);
  return { passages: loadTogether(chosen.map((hit) => () => hit.passage)), isWhole };
}

function countSentences(groups: readonly CandidateGroup[]): number {
  return groups.reduce((count, { block }) => count + block.sentences.length, 0);
}

/** The share of each sentence's passage, and its place: behind the passages found, best first, come the others. */
function placeHits(
  { sentences }: SentenceBlock,
  hits: readonly PassageHit[],
): Pick<CandidateGroup, "shares" | "order"> {
  const best = hits[0]?.score || 1;
  const ranks = new Map(hits.map(({ passage }, rank) => [passage, rank]));
  const shares = new Float64Array(sentences.length);
  const order = new Int32Array(sentences.length);
  let rank = -1;
  for (const [at, { passage, previous }] of sentences.entries()) {
    if (previous < 0) rank = ranks.get(passage) ?? hits.length;
    shares[at] = (hits[rank]?.score ?? 0) / best;
    order[at] = rank * sentences.length + at;
  }
  return { shares, order };
}

function searchTerms({ question: { words, pairs, characters }, alternatives }: Asked): WeightedTerm[] {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number): void => void weights.set(text, Math.max(weights.get(text) ?? 0, weight));
  for (const { text } of words) add(text, WORD_WEIGHT);
  for (const { text } of pairs) add(text, PAIR_WEIGHT);
  for (const { text } of characters) add(text, CHARACTER_WEIGHT);
  for (const { text, weight } of alternatives.flat()) {
    for (const term of termsOf(text)) add(term, weight * WORD_WEIGHT);
  }
  return [...weights].map(([text, weight]) => ({ text, weight }));
}

/** What stands in the index for other words: of ideographs the word and its pairs, of a phrase its words. */
function termsOf(text: string): string[] {
  if (!/\p{Script=Han}/u.test(text)) return text.split(/\s+/u);
  const pairs = Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  return text.length > 2 ? [text, ...pairs] : [text];
}

/**
 * Tells how rare a term is that stands in some of a number of sentences: ln((N − n + ½) / (n + ½)), the classical
 * inverse document frequency, and 0 for a term that stands in half of them or more, or in none.
 */
export function rarityAmong(sentences: number): (term: string, count: number) => number {
  return (_, count) => (count === 0 ? 0 : Math.max(0, Math.log((sentences - count + 0.5) / (count + 0.5))));
}
