import type { Article } from "../../src/article/article.ts";
import type { Span } from "../../src/text/span.ts";

/** One sentence or passage to be found. */
export interface Piece {
  readonly article: string;
  readonly span: Span;
  readonly text: string;
}

/** The same text twice: as articles for Yuanwen, in pieces for what searches texts. */
export interface Corpus {
  /** Read when asked for: nothing but Yuanwen should hold them in memory. */
  readonly articles: () => readonly Article[];
  readonly pieces: readonly Piece[];
}

export interface Asked {
  readonly question: string;
  readonly context: readonly string[];
  /** Only this article. */
  readonly article?: string | undefined;
}

export interface Found {
  readonly article: string;
  readonly span: Span;
}

/** Finds at most `limit` places, best first. */
export type Search = (asked: Asked, limit: number) => readonly Found[] | Promise<readonly Found[]>;

/** Something that people would search an article with. */
export interface Engine {
  readonly name: string;
  /** What was chosen where there was a choice. */
  readonly settings: string;
  /** The package whose version is told; without it, what is told in its place. */
  readonly package?: string;
  readonly index: (corpus: Corpus) => Search | Promise<Search>;
}

/** Searches texts: the answer holds their places in the list that was indexed. */
export type TextSearch = (question: string, limit: number) => readonly number[] | Promise<readonly number[]>;

/**
 * Fits a search over plain texts to articles: one index for each article that is asked about, one for all of them.
 *
 * None of these libraries knows of conversations: earlier questions are put before the question.
 */
export function searchTexts(index: (texts: readonly string[]) => TextSearch | Promise<TextSearch>): Engine["index"] {
  return ({ pieces }) => {
    const byArticle = Map.groupBy(pieces, ({ article }) => article);
    const searches = new Map<string | undefined, TextSearch | Promise<TextSearch>>();
    return async ({ question, context, article }, limit) => {
      const chosen = article === undefined ? pieces : (byArticle.get(article) ?? []);
      const search = searches.get(article) ?? index(chosen.map(({ text }) => text));
      searches.set(article, search);
      const places = await (await search)([...context, question].join(" "), limit);
      return places.flatMap((place) => chosen[place] ?? []);
    };
  };
}
