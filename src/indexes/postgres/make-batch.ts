import { type IndexData, splitLines } from "../../search/index-data.ts";
import { countPassages, passagesOfTerm, type Postings } from "../../search/postings.ts";
import { MOST_COUNTED } from "../../search/segment.ts";
import { listTerms } from "../../search/term-table.ts";
import type { IndexedArticle } from "../indexed-article.ts";
import { kindOf, type KeyField, MOST_TERMS, tokenOf } from "./keys.ts";
import type { ArticleLengths } from "./postgres-segment.ts";
import { createSums, joinParts, nothingNew, type VocabularyPart, WORD_COUNTS } from "./vocabulary-part.ts";
import { type KnownTerms, saveTerms } from "../growing-terms.ts";

/** Some articles as they are written together. */
export interface Batch {
  readonly articles: readonly BatchArticle[];
  /** What of the library's words changes by all of them. */
  readonly part: VocabularyPart;
}

export interface BatchArticle {
  readonly indexed: IndexedArticle;
  readonly lengths: ArticleLengths;
  /** The lower halves of each passage's keys. */
  readonly tokens: readonly (readonly number[])[];
  /** What changes by this one, without new words. */
  readonly counts: VocabularyPart;
}

export interface KnownTables {
  readonly terms: KnownTerms;
  readonly words: KnownTerms;
  /** Whether single ideographs are found, too. */
  readonly hasCharacters: boolean;
}

/** Numbers all words of some articles, without adding those to the tables that are new. */
export function makeBatch(all: readonly IndexedArticle[], { terms, words, hasCharacters }: KnownTables): Batch {
  const [newTerms, newWords] = [createNumbering(terms), createNumbering(words)];
  const articles = all.map((indexed) => {
    const { data } = indexed;
    const numbers = Int32Array.from(listTerms(data.terms), newTerms.numberOf);
    const { tokens, terms: counted, kinds } = countTerms(data, numbers, hasCharacters);
    const counts = { terms: counted, kinds, words: countWords(data, newWords.numberOf) };
    return { indexed, lengths: shorten(data), tokens, counts };
  });
  if (newTerms.end > MOST_TERMS) throw new RangeError(`${newTerms.end} different terms are more than ${MOST_TERMS}`);
  const sums = joinParts(articles.map(({ counts }) => counts));
  const part = {
    ...sums,
    terms: { ...sums.terms, first: terms.size, added: saveTerms(newTerms.added) },
    words: { ...sums.words, first: words.size, added: saveTerms(newWords.added) },
  };
  return { articles, part };
}

interface Numbering {
  readonly numberOf: (word: string) => number;
  readonly added: readonly string[];
  readonly end: number;
}

/** Goes on from the last number of a table. */
function createNumbering(table: KnownTerms): Numbering {
  const numbers = new Map<string, number>();
  return {
    numberOf(word: string): number {
      const known = table.find(word);
      if (known >= 0) return known;
      const number = numbers.get(word) ?? table.size + numbers.size;
      numbers.set(word, number);
      return number;
    },
    get added() {
      return [...numbers.keys()];
    },
    get end() {
      return table.size + numbers.size;
    },
  };
}

interface CountedTerms extends Pick<VocabularyPart, "terms" | "kinds"> {
  readonly tokens: readonly (readonly number[])[];
}

/** @param numbers by a term's number in the data: its number in the library. */
function countTerms(data: IndexData, numbers: Int32Array, hasCharacters: boolean): CountedTerms {
  const tokens: number[][] = Array.from({ length: data.passages }, () => []);
  const kinds = new Int32Array(numbers.length);
  const list = ({ starts, passages, counts }: Postings, field: KeyField): void => {
    for (const [own, term] of numbers.entries()) {
      for (let at = starts[own] ?? 0; at < (starts[own + 1] ?? 0); at += 1) {
        const token = tokenOf({ term, field, count: Math.min(counts[at] ?? 0, MOST_COUNTED) });
        kinds[own] = (kinds[own] ?? 0) | kindOf(token);
        tokens[passages[at] ?? 0]?.push(token);
      }
    }
  };
  list(data.text, "text");
  list(data.headings, "headings");
  if (hasCharacters) list(data.characters, "characters");
  const count = (of: (own: number) => number): Int32Array => numbers.map((_, own) => of(own));
  const changes = [
    count((own) => countPassages(data.text, own)),
    count((own) => countPassages(data.headings, own)),
    count((own) => data.ideographs[own] ?? 0),
    count((own) => countEither(data, own)),
    count((own) => data.hanWords[own] ?? 0),
  ];
  return { tokens, kinds, terms: { ...nothingNew, numbers, changes } };
}

function countEither({ text, characters }: IndexData, term: number): number {
  const [some, others] = [countPassages(text, term), countPassages(characters, term)];
  if (some === 0 || others === 0) return some + others;
  return new Set([...passagesOfTerm(text, term), ...passagesOfTerm(characters, term)]).size;
}

function countWords(data: IndexData, numberOf: (word: string) => number): VocabularyPart["words"] {
  const sums = createSums(WORD_COUNTS.length);
  for (const [kind, lines] of [data.latinWords, data.lowerWords, data.transliterations].entries()) {
    for (const word of splitLines(lines)) sums.add(numberOf(word), kind, 1);
  }
  return { ...nothingNew, ...sums.build() };
}

function shorten({ lengths }: IndexData): ArticleLengths {
  return {
    text: Uint16Array.from(lengths.text),
    withCharacters: Uint16Array.from(lengths.withCharacters),
    headings: Uint16Array.from(lengths.headings),
  };
}
