import type { Article } from "../article/article.ts";
import type { SynonymRule } from "../languages/synonyms.ts";
import type { Vocabulary } from "../languages/vocabulary.ts";
import type { KnownWords } from "../text/cut-knowing.ts";
import type { Analyse } from "../text/terms.ts";
import { buildIndexData, type IndexProgress } from "./build-index-data.ts";
import { chooseTerms } from "./choose-terms.ts";
import { type IndexData, splitLines } from "./index-data.ts";
import { countedText, openMiniSearch, type OpenedSearch } from "./open-mini-search.ts";
import { type PassagePlaces, placePassages } from "./passage-places.ts";
import type { Passage } from "./passage.ts";
import { countPassages, passagesOfTerm } from "./postings.ts";
import { searchDirectly, searchRemembering } from "./search-passages.ts";
import { findTerm } from "./term-table.ts";

/** A term of a question with what it counts. */
export interface WeightedTerm {
  readonly text: string;
  /** 0 or more; a term that counts nothing is not looked for. */
  readonly weight: number;
}

export interface PassageHit {
  readonly article: Article;
  readonly place: number;
  /** BM25+ over the passage's terms, its headings counted a little; comparable within one search. */
  readonly score: number;
  /** Opened when it is first looked at; throws NotLoaded where it has to be loaded. */
  readonly passage: Passage;
}

/** Finds passages by terms; made once and never changed. */
export interface PassageIndex extends PassagePlaces {
  readonly vocabulary: Vocabulary;
  /** Its Chinese words, those of headings too. */
  readonly knownWords: KnownWords;
  /** The rules of the tables beside the articles. */
  readonly rules: readonly SynonymRule[];
  /** In how many passages a term stands. */
  documentFrequency(term: string): number;
  /** The places of the passages that hold a term, ascending; of a large index single ideographs are in none. */
  passagesWith(term: string): Uint32Array;
  /** Whether an article of a language has a term; of a large index single ideographs are said to be in each. */
  standsIn(language: string, term: string): boolean;
  /** The best passages first, at most `limit`; where a language is named, those of its articles only. */
  search(terms: readonly WeightedTerm[], limit: number, language?: string): PassageHit[];
}

/**
 * Builds the index of some passages.
 *
 * @param onProgress is called while nothing else can run.
 */
export function createPassageIndex(
  passages: readonly Passage[],
  analyse: Analyse,
  onProgress?: IndexProgress,
): PassageIndex {
  return openPassageIndex(passages, buildIndexData(passages, analyse, onProgress));
}

/**
 * Makes an index of what is known of some passages.
 *
 * @param opened where it was opened before: at once then, however many passages there are.
 */
export function openPassageIndex(passages: readonly Passage[], data: IndexData, opened?: OpenedSearch): PassageIndex {
  const { terms, headings, ideographs, hanWords } = data;
  const text = countedText(data);
  const search = opened ?? openMiniSearch(data, text);
  const searchPassages =
    passages.length > MOST_REMEMBERED ? searchDirectly(search) : searchRemembering(search, passages.length);
  const placed = placePassages(passages);
  const articles = placed.articles.map(({ article }) => article);
  const has = (term: string): boolean => findTerm(terms, term) >= 0;
  const words = openWords(data);
  return {
    ...placed,
    vocabulary: { languages: new Set(articles.map(({ language }) => language)), has, ...words },
    knownWords: { has, hasWord: (word) => hanWords[findTerm(terms, word)] === 1 },
    rules: articles.flatMap(({ synonyms }) => synonyms ?? []),
    documentFrequency(term) {
      const number = findTerm(terms, term);
      return number < 0 ? 0 : countPassages(text, number) || (ideographs[number] ?? 0);
    },
    passagesWith(term) {
      const number = findTerm(terms, term);
      return number < 0 ? NOWHERE : passagesOfTerm(text, number);
    },
    standsIn(language, term) {
      const number = findTerm(terms, term);
      if (number < 0) return false;
      const isOf = (passage: number): boolean => passages[passage]?.article.language === language;
      const held = [text, headings].map((postings) => passagesOfTerm(postings, number));
      return held.every(({ length }) => length === 0) || held.some((some) => some.some(isOf));
    },
    search(asked, limit, language) {
      const found = asked.flatMap(({ text: term, weight }) => {
        const number = weight > 0 ? findTerm(terms, term) : -1;
        const frequency = number < 0 ? 0 : countPassages(text, number) + countPassages(headings, number);
        return frequency > 0 ? [{ number, weight, frequency }] : [];
      });
      const hits: PassageHit[] = [];
      for (const { id, score } of searchPassages(chooseTerms(found))) {
        if (hits.length >= limit) break;
        const passage = passages[id];
        if (!passage || (language !== undefined && passage.article.language !== language)) continue;
        hits.push({ article: passage.article, place: id, score, passage });
      }
      return hits;
    },
  };
}

/** The lists are made when a question first needs them. */
function openWords(data: IndexData): Pick<Vocabulary, "latinWords" | "latinNames" | "transliterations"> {
  const kept: { latinWords?: readonly string[]; transliterations?: readonly string[] } = {};
  const latinWords = (): readonly string[] => (kept.latinWords ??= splitLines(data.latinWords));
  return {
    latinWords,
    latinNames() {
      const lower = new Set(splitLines(data.lowerWords));
      return latinWords().filter((word) => !lower.has(word));
    },
    transliterations: () => (kept.transliterations ??= splitLines(data.transliterations)),
  };
}

const NOWHERE = new Uint32Array();

/** Of an index of no more passages it is remembered what each term counts. */
const MOST_REMEMBERED = 200;
