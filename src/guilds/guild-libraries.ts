import type { Article } from "../article/article.ts";
import type { SynonymRule } from "../languages/synonyms.ts";
import {
  createLibrary,
  type Indexed,
  type IndexedArticle,
  type Library,
  type LibraryParts,
} from "../search/library.ts";
import type { OpenedArticle, OpenedLibrary } from "./guild-articles.ts";

/** What every server has. */
export interface Shared {
  readonly articles: readonly Article[];
  readonly indexed: Indexed;
  readonly dictionaries: Pick<LibraryParts, "analyse" | "lexicon" | "memory">;
}

/** What is asked somewhere. */
export interface Asked extends OpenedLibrary {
  /** Ids; `any` is all that the server has. */
  readonly articles: "any" | readonly string[];
  /** Changed rules are another list. */
  readonly rules: readonly SynonymRule[];
}

/** The libraries of one server; one that holds the same as before is the same. */
export interface GuildLibraries {
  find(asked: Asked): Library;
}

interface Made {
  readonly articles: readonly Article[];
  readonly rules: readonly SynonymRule[];
  readonly library: Library;
}

/** So many choices of articles have a library of their own, those asked last. */
const MOST_LIBRARIES = 6;

/** @param plain is everybody's articles alone. */
export function createGuildLibraries(
  { articles: everybodys, indexed, dictionaries }: Shared,
  plain: Library,
): GuildLibraries {
  let made: readonly Made[] = [];
  return {
    find({ articles: chosen, opened, segments, rules }) {
      const own = [...opened.values()];
      const all = [...everybodys, ...own.map(({ article }) => article)];
      const articles = all.filter(({ id }) => chosen === "any" || chosen.includes(id));
      if (rules.length === 0 && isSameList(articles, everybodys)) return plain;
      const known = made.find((each) => isSameList(each.articles, articles) && isSameList(each.rules, rules));
      const library =
        known?.library ??
        createLibrary(articles, {
          ...dictionaries,
          rules,
          segments,
          indexed: {
            articles: new Map([...indexed.articles, ...own.flatMap(knownOf)]),
            whole: isSameList(articles, everybodys) ? indexed.whole : undefined,
          },
        });
      made = [{ articles, rules, library }, ...made.filter((each) => each !== known)].slice(0, MOST_LIBRARIES);
      return library;
    },
  };
}

function knownOf({ article, indexed }: OpenedArticle): readonly (readonly [Article, IndexedArticle])[] {
  return indexed ? [[article, indexed]] : [];
}

function isSameList<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one === other || (one.length === other.length && one.every((item, at) => item === other[at]));
}
