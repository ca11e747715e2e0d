import type { Article } from "../article/article.ts";
import { createDescribe, type PassageFacts } from "./sentence-facts.ts";
import type { Lexicon } from "../languages/lexicon.ts";
import type { Analyse } from "../text/terms.ts";
import { createPassageIndex, type PassageIndex } from "./passage-index.ts";
import { type Passage, passagesOf } from "./passage.ts";

/** The articles that questions are asked about, ready to be searched. */
export interface Library {
  /** By id, in the order given. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly analyse: Analyse;
  readonly lexicon: Lexicon;
  /** Describes a passage of an index. */
  readonly describe: (passage: Passage) => PassageFacts;
  /**
   * The index of one article, or of all of them; built at its first use.
   *
   * @throws RangeError when there is no such article.
   */
  index(article?: string): PassageIndex;
}

export interface LibraryParts {
  readonly analyse: Analyse;
  readonly lexicon: Lexicon;
}

/** Makes a library of some articles; their ids must differ. */
export function createLibrary(articles: readonly Article[], { analyse, lexicon }: LibraryParts): Library {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const indexes = new Map<string | undefined, PassageIndex>();
  return {
    articles: byId,
    analyse,
    lexicon,
    describe: createDescribe(analyse),
    index(id) {
      const key = articles.length === 1 ? articles[0]?.id : id;
      if (id !== undefined && !byId.has(id)) throw new RangeError(`there is no article "${id}"`);
      const chosen = key === undefined ? articles : articles.filter((article) => article.id === key);
      const index = indexes.get(key) ?? createPassageIndex(chosen.flatMap(passagesOf), analyse);
      indexes.set(key, index);
      return index;
    },
  };
}
