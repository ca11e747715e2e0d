import { keepSteps, type KeptMade, type MadeInSteps, type Steps } from "../text/steps.ts";
import type { Article } from "./article.ts";

/**
 * Keeps what is made of an article as long as its sections are in memory: of a library that is larger than that they come and
 * go, and what is made of them must not stay behind. Made of another article with the same sections it is another.
 *
 * @param make may throw NotLoaded, as the function that it makes does where the article is not open.
 */
export function rememberOpened<Made>(make: (article: Article) => Made): (article: Article) => Made {
  const known = keepOpened<Made>();
  return (article) => {
    const kept = known.get(article);
    if (kept) return kept.made;
    const made = make(article);
    known.set(article, { made });
    return made;
  };
}

/** The same for what is made a little at a time. */
export function rememberOpenedSteps<Made>(make: (article: Article) => Steps<Made>): MadeInSteps<Article, Made> {
  return keepSteps(make, keepOpened<Made>());
}

function keepOpened<Made>(): KeptMade<Article, Made> {
  const known = new WeakMap<Article["sections"], WeakMap<Article, { readonly made: Made }>>();
  return {
    get: (article) => known.get(article.sections)?.get(article),
    set(article, made) {
      const own = known.get(article.sections) ?? new WeakMap();
      known.set(article.sections, own);
      own.set(article, made);
    },
  };
}
