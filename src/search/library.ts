import type { Article, Paragraph, Sentence } from "../article/article.ts";
import { visibleParts } from "../article/visible-parts.ts";
import { listOwnNumbers, type OwnNumbers } from "../article/own-numbers.ts";
import { createBlocks } from "./block-cache.ts";
import type { SentenceBlock } from "./sentence-block.ts";
import { createDescribe, type PassageFacts } from "./sentence-facts.ts";
import type { Lexicon } from "../languages/lexicon.ts";
import { remember } from "../languages/remember.ts";
import type { SynonymRule } from "../languages/synonyms.ts";
import type { AnalysedText, Analyse } from "../text/terms.ts";
import { analyseParts } from "./analyse-parts.ts";
import { createHeadingWords, type HeadingWords } from "./heading-words.ts";
import { createHeadings, type Heading } from "./headings.ts";
import { buildIndexData, type IndexProgress } from "./build-index-data.ts";
import type { IndexData } from "./index-data.ts";
import { joinSegments, type OtherPassages } from "./join-segments.ts";
import { mergeIndexData } from "./merge-index-data.ts";
import type { OpenedSearch } from "./open-mini-search.ts";
import { createPassageIndex, openPassageIndex, type PassageIndex } from "./passage-index.ts";
import { type Passage, passagesOf } from "./passage.ts";
import type { Segment } from "./segment.ts";
import { createTermRarity, type TermRarity } from "./term-rarity.ts";

/** The articles that questions are asked about, ready to be searched. */
export interface Library {
  /** By id, in the order given. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly analyse: Analyse;
  readonly lexicon: Lexicon;
  /** The terms of an article's title. */
  readonly titleTerms: (article: Article) => ReadonlySet<string>;
  /** How rare the terms of an article are within it. */
  readonly termRarity: (article: Article) => TermRarity;
  /** The headings of an article, as questions are compared with them. */
  readonly headings: (article: Article) => readonly Heading[];
  /** The words of its headings, by which a question may name one. */
  readonly headingWords: (article: Article) => HeadingWords;
  /** What in an article bears a number of its own. */
  readonly ownNumbers: (article: Article) => OwnNumbers;
  /** Analyses what a reader sees of a sentence; what was analysed last is kept. */
  readonly analyseSentence: (article: Article, paragraph: Paragraph, sentence: Sentence) => AnalysedText;
  /** Describes a passage of an index. */
  readonly describe: (passage: Passage) => PassageFacts;
  /** Gathers the sentences of a small article's passages, which the index lists. */
  readonly gather: (passages: readonly Passage[]) => SentenceBlock;
  /**
   * The index of one article, or of all of them; built at its first use, and again when it has been crowded out by
   * those of many other articles.
   *
   * @throws RangeError when there is no such article.
   */
  index(article?: string): PassageIndex;
}

export interface LibraryParts {
  readonly analyse: Analyse;
  readonly lexicon: Lexicon;
  /** Hears of every index that is built. */
  readonly onProgress?: IndexProgress | undefined;
  /** What was indexed before, and only has to be opened. */
  readonly indexed?: Indexed | undefined;
  /** Where the passages of large articles, or of many, lie; they may hold other articles too. */
  readonly segments?: readonly Segment[] | undefined;
  /** Synonyms that hold for all of the articles, beside the tables of their own. */
  readonly rules?: readonly SynonymRule[] | undefined;
}

/** What is known of some articles. */
export interface Indexed {
  readonly articles: ReadonlyMap<Article, IndexedArticle>;
  /** Of all the library's articles as one; absent where it is to be made of theirs. */
  readonly whole?: OpenableIndex | undefined;
}

/** What is known of some passages; without `search`, MiniSearch's index is made when it is first needed. */
export interface OpenableIndex {
  readonly data: IndexData;
  readonly search?: OpenedSearch | undefined;
}

export interface IndexedArticle extends OpenableIndex {
  readonly passages: readonly Passage[];
}

/** Makes a library of some articles; their ids must differ. */
export function createLibrary(articles: readonly Article[], parts: LibraryParts): Library {
  const { analyse, lexicon } = parts;
  const byId = new Map(articles.map((article) => [article.id, article]));
  const indexes = createIndexCache();
  const describe = createDescribe(analyse);
  const titles = new Map<Article, ReadonlySet<string>>();
  return {
    articles: byId,
    analyse,
    lexicon,
    titleTerms(article) {
      const known = titles.get(article) ?? new Set(analyse(article.title).terms.map(({ text }) => text));
      titles.set(article, known);
      return known;
    },
    termRarity: createTermRarity(analyse, (article) => parts.indexed?.articles.get(article)?.data),
    headings: createHeadings(analyse),
    headingWords: createHeadingWords(analyse),
    ownNumbers: listOwnNumbers,
    analyseSentence: createAnalyseSentence(analyse),
    describe,
    gather: createBlocks(describe),
    index(id) {
      const key = articles.length === 1 ? articles[0]?.id : id;
      if (id !== undefined && !byId.has(id)) throw new RangeError(`there is no article "${id}"`);
      const one = key === undefined ? undefined : byId.get(key);
      const chosen = one ? [one] : articles;
      return indexes.get(key, () => withRules(makeIndex(chosen, parts), parts.rules));
    },
  };
}

function makeIndex(articles: readonly Article[], parts: LibraryParts): PassageIndex {
  const { analyse, indexed, onProgress, segments = [] } = parts;
  const describe = (others: readonly Article[]): OtherPassages =>
    findKnown(others, indexed && { articles: indexed.articles }) ?? describePassages(others.flatMap(passagesOf), parts);
  const joined = joinSegments(articles, segments, describe);
  if (joined) return joined;
  const known = findKnown(articles, indexed);
  if (known) return openPassageIndex(known.passages, known.data, known.search);
  return createPassageIndex(articles.flatMap(passagesOf), analyse, onProgress);
}

function describePassages(passages: readonly Passage[], { analyse, onProgress }: LibraryParts): OtherPassages {
  return { passages, data: buildIndexData(passages, analyse, onProgress) };
}

function findKnown(articles: readonly Article[], indexed: Indexed | undefined): IndexedArticle | undefined {
  const known = articles.flatMap((article) => indexed?.articles.get(article) ?? []);
  const [first, second] = known;
  if (!first || known.length < articles.length) return undefined;
  if (!second) return first;
  const whole = indexed?.whole ?? { data: mergeIndexData(known.map(({ data }) => data)) };
  return { ...whole, passages: known.flatMap(({ passages }) => passages) };
}

/** Rules only change what is asked of an index, never what it holds. */
function withRules(index: PassageIndex, rules: readonly SynonymRule[] = []): PassageIndex {
  return rules.length === 0 ? index : { ...index, rules: [...index.rules, ...rules] };
}

/** Makes a library that finds by more synonyms and shares everything else with another. */
export function addRules(library: Library, rules: readonly SynonymRule[]): Library {
  // What is looked up is kept for each vocabulary: another one leaves what the other library has looked up alone.
  const more = remember((index: PassageIndex) => withRules({ ...index, vocabulary: { ...index.vocabulary } }, rules));
  return { ...library, index: (article) => more(library.index(article)) };
}

/** So many articles keep an index of their own, beside the one of all: even a short article's takes 0.3 MB. */
const MOST_INDEXES = 200;

interface IndexCache {
  readonly get: (article: string | undefined, build: () => PassageIndex) => PassageIndex;
}

/** Keeps the index of all articles, and those of the articles that were asked last. */
function createIndexCache(): IndexCache {
  const kept = new Map<string | undefined, PassageIndex>();
  return {
    get(article, build) {
      const index = kept.get(article) ?? build();
      kept.delete(article);
      kept.set(article, index);
      const oldest = kept.size > MOST_INDEXES ? [...kept.keys()].find((key) => key !== undefined) : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      return index;
    },
  };
}

/** So many analysed sentences are kept: those that answer are quoted again and again. */
const MOST_SENTENCES = 500;

function createAnalyseSentence(analyse: Analyse): Library["analyseSentence"] {
  const kept = new Map<Sentence, AnalysedText>();
  return (article, paragraph, sentence) => {
    const analysed = kept.get(sentence) ?? analyseParts(article.text, visibleParts(paragraph, sentence.span), analyse);
    if (kept.size >= MOST_SENTENCES) kept.clear();
    kept.set(sentence, analysed);
    return analysed;
  };
}
