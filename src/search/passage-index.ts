import MiniSearch, { type SearchResult } from "minisearch";
import { type Article, headingText } from "../article/article.ts";
import type { SynonymRule } from "../languages/synonyms.ts";
import type { Vocabulary } from "../languages/vocabulary.ts";
import type { KnownWords } from "../text/cut-knowing.ts";
import type { Analyse } from "../text/terms.ts";
import { foldAccents } from "../text/typography.ts";
import { spellTerm } from "./spell-term.ts";
import type { Passage } from "./passage.ts";
import { createTiedTerms } from "./sentence-ties.ts";
import { passageTerms } from "./passage-terms.ts";
import { addTransliterations } from "./transliterations.ts";

/** A term of a question with what it counts. */
export interface WeightedTerm {
  readonly text: string;
  /** 0 or more; a term that counts nothing is not looked for. */
  readonly weight: number;
}

export interface PassageHit {
  readonly passage: Passage;
  /** BM25+ over the passage's terms, its headings counted a little; comparable within one search. */
  readonly score: number;
}

/** Finds passages by terms; made once and never changed. */
export interface PassageIndex {
  readonly passages: readonly Passage[];
  /** The passages of each of its articles, in reading order. */
  readonly byArticle: ReadonlyMap<Article, readonly Passage[]>;
  readonly vocabulary: Vocabulary;
  /** Its Chinese words, those of headings too. */
  readonly knownWords: KnownWords;
  /** The rules of the tables beside the articles. */
  readonly rules: readonly SynonymRule[];
  /** In how many passages a term stands. */
  documentFrequency(term: string): number;
  /** The best passages first, at most `limit`. */
  search(terms: readonly WeightedTerm[], limit: number): PassageHit[];
}

/** Told now and then how many of how many passages are indexed: at first 0, at last all. */
export type IndexProgress = (done: number, of: number) => void;

/** What a word of the headings, or of the question that a passage answers, counts against one of the passage. */
const HEADING_BOOST = 0.3;
const HAN = /\p{Script=Han}/u;
/** No term holds this character: it parts terms on their way into the index. */
const SEPARATOR = "\n";

interface IndexedPassage {
  readonly id: number;
  readonly text: string;
  readonly headings: string;
}

/**
 * Builds the index of some passages; the one place that speaks to MiniSearch.
 *
 * @param onProgress is called while nothing else can run.
 */
export function createPassageIndex(
  passages: readonly Passage[],
  analyse: Analyse,
  onProgress?: IndexProgress,
): PassageIndex {
  const index = new MiniSearch<IndexedPassage>({
    fields: ["text", "headings"],
    tokenize: (text) => text.split(SEPARATOR),
    processTerm: spellTerm,
    searchOptions: { boost: { headings: HEADING_BOOST }, bm25: { k: 1.2, b: 0.6, d: 0.3 } },
  });
  const { inText, inHeadings, latinWords, lowerWords, transliterations, hanWords, ideographs } = addPassages(
    index,
    passages,
    {
      analyse,
      onProgress,
    },
  );
  const byArticle = Map.groupBy(passages, ({ article }) => article);
  const articles = [...byArticle.keys()];
  const postings = (term: string): number => (inText.get(term) ?? 0) + (inHeadings.get(term) ?? 0);
  return {
    passages,
    byArticle,
    vocabulary: {
      languages: new Set(articles.map(({ language }) => language)),
      has: (term) => inText.has(term) || ideographs.has(term) || inHeadings.has(term),
      latinWords: () => latinWords,
      latinNames: () => latinWords.difference(lowerWords),
      transliterations: () => transliterations,
    },
    knownWords: {
      has: (term) => inText.has(term) || ideographs.has(term) || inHeadings.has(term),
      hasWord: (word) => hanWords.has(word),
    },
    rules: articles.flatMap(({ synonyms }) => synonyms ?? []),
    documentFrequency: (term) => inText.get(term) ?? ideographs.get(term) ?? 0,
    search: (terms, limit) =>
      searchIndex(index, chooseTerms(terms, postings))
        .slice(0, limit)
        .flatMap(({ id, score }) => {
          const passage = passages[id];
          return passage ? [{ passage, score }] : [];
        }),
  };
}

interface Collected {
  /** In how many passages' text, and under how many headings, each term stands. */
  readonly inText: ReadonlyMap<string, number>;
  readonly inHeadings: ReadonlyMap<string, number>;
  /** Folded, not stemmed. */
  readonly latinWords: Set<string>;
  /** Those that stand somewhere without a capital. */
  readonly lowerWords: ReadonlySet<string>;
  readonly transliterations: ReadonlySet<string>;
  /** Words of several ideographs, in text and headings. */
  readonly hanWords: ReadonlySet<string>;
  /** In how many passages each single ideograph stands, of a large index too. */
  readonly ideographs: ReadonlyMap<string, number>;
}

interface Adding {
  readonly analyse: Analyse;
  readonly onProgress: IndexProgress | undefined;
}

/** So many passages take some 0.1 s. */
const PASSAGES_A_REPORT = 128;

function addPassages(
  index: MiniSearch<IndexedPassage>,
  passages: readonly Passage[],
  { analyse, onProgress }: Adding,
): Collected {
  const [inText, inHeadings] = [new Map<string, number>(), new Map<string, number>()];
  const [latinWords, lowerWords, transliterations] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const [hanWords, ideographs] = [new Set<string>(), new Map<string, number>()];
  const isSmall = passages.length <= MOST_WITH_CHARACTERS;
  const headings = cacheHeadings(analyse, hanWords);
  const tiedTerms = createTiedTerms(analyse);
  for (const [id, passage] of passages.entries()) {
    if (id % PASSAGES_A_REPORT === 0) onProgress?.(id, passages.length);
    const cut = passageTerms(passage, analyse);
    const terms = cut.filter(({ kind }) => isSmall || kind !== "character").map(({ text }) => text);
    const above = new Set([...headings(passage), ...tiedTerms(passage)]);
    for (const { text, kind, span } of cut) {
      if (kind !== "word") continue;
      if (HAN.test(text)) {
        hanWords.add(text);
        continue;
      }
      const written = passage.article.text.slice(span.start, span.end);
      const word = writtenWhole(written);
      latinWords.add(word);
      if (!/^\p{Lu}/u.test(written)) lowerWords.add(word);
    }
    for (const text of new Set(cut.filter(({ kind }) => kind === "character").map((term) => term.text))) {
      ideographs.set(text, (ideographs.get(text) ?? 0) + 1);
    }
    addTransliterations(cut, passage.article.text, transliterations);
    for (const term of new Set(terms)) inText.set(term, (inText.get(term) ?? 0) + 1);
    for (const term of above) inHeadings.set(term, (inHeadings.get(term) ?? 0) + 1);
    index.add({ id, text: terms.join(SEPARATOR), headings: [...above].join(SEPARATOR) });
  }
  onProgress?.(passages.length, passages.length);
  return { inText, inHeadings, latinWords, lowerWords, transliterations, hanWords, ideographs };
}

/** A word as a question would have it: without accents, or the line's end that broke it. */
function writtenWhole(word: string): string {
  return foldAccents(word).replace(/[-\u2010\u2011\u00ad]\s*[\r\n]\s*/u, "");
}

function searchIndex(index: MiniSearch<IndexedPassage>, terms: readonly WeightedTerm[]): SearchResult[] {
  if (terms.length === 0) return [];
  const weights = new Map(terms.map(({ text, weight }) => [spellTerm(text), weight]));
  const query = terms.map(({ text }) => text).join(SEPARATOR);
  return index.search(query, { boostTerm: (term) => weights.get(term) ?? 0 });
}

/** In a larger index single ideographs stand almost everywhere: they tell nothing and cost a third of it. */
const MOST_WITH_CHARACTERS = 1000;
/** So many postings are looked through for one question, and so many terms in any case. */
const MOST_POSTINGS = 4000;
const FEWEST_TERMS = 3;

/** Leaves out the commonest terms where there are rarer ones enough: they cost most and tell least. */
function chooseTerms(terms: readonly WeightedTerm[], frequency: (term: string) => number): WeightedTerm[] {
  const known = terms
    .filter(({ text, weight }) => weight > 0 && frequency(text) > 0)
    .toSorted((a, b) => frequency(a.text) / a.weight - frequency(b.text) / b.weight);
  let postings = 0;
  return known.filter(({ text }, place) => {
    postings += frequency(text);
    return place < FEWEST_TERMS || postings <= MOST_POSTINGS;
  });
}

/**
 * Passages of one section share their headings' terms.
 *
 * @param hanWords takes in their Chinese words.
 */
function cacheHeadings(analyse: Analyse, hanWords: Set<string>): (passage: Passage) => ReadonlySet<string> {
  const cache = new Map<Passage["sections"], ReadonlySet<string>>();
  return ({ article, sections }) => {
    const known = cache.get(sections);
    if (known) return known;
    const text = [article.title, ...sections.map((section) => headingText(article, section))].join("\n\n");
    const cut = analyse(text).terms.filter(({ kind }) => kind !== "character");
    for (const term of cut) if (term.kind === "word" && HAN.test(term.text)) hanWords.add(term.text);
    const terms = new Set(cut.map((term) => term.text));
    cache.set(sections, terms);
    return terms;
  };
}
