import type { Article } from "../article/article.ts";
import { rememberOpenedSteps } from "../article/remember-opened.ts";
import { remember } from "../languages/remember.ts";
import type { Library } from "../search/library.ts";
import type { Pause } from "../text/steps.ts";
import { answerQuestion } from "./answer-question.ts";
import { type SuggestedQuestion, suggestInSteps } from "./suggest-questions.ts";

/** Of a large library the first articles stand for all: each takes some tenths of a second. */
const mostArticles = 3;
const mostLookedThrough = 100;

/** Suggestions, made once for each article. */
export interface RememberedSuggestions {
  /** Those of one article, or of the first ones; nothing until they are made, which begins then. */
  readonly suggest: (library: Library, article?: string) => readonly SuggestedQuestion[] | undefined;
  /** Makes those suggestions a little at a time. */
  readonly prepare: (library: Library, article?: string) => Promise<void>;
}

/**
 * Every suggestion is tried before it is made, which is too slow for every letter that somebody types, and for the first
 * one as well: nobody waits for it.
 *
 * @param pause lets everything else run, where that is due.
 */
export function rememberSuggestions(pause: Pause): RememberedSuggestions {
  const madeIn = remember((library: Library) => rememberOpenedSteps((article) => stepsFor(library, article.id)));
  return {
    suggest(library, chosen) {
      const made = madeIn(library);
      const all = choose(library, chosen);
      const waiting = all.filter((article) => !made.known(article));
      // What fails is tried again when somebody asks.
      for (const article of waiting) made.gently(article, pause).catch(() => {});
      const known = all.flatMap((article) => made.known(article) ?? []);
      return known.length > 0 || waiting.length === 0 ? known : undefined;
    },
    async prepare(library, chosen) {
      for (const article of choose(library, chosen)) await madeIn(library).gently(article, pause);
    },
  };
}

function choose({ articles }: Library, chosen: string | undefined): readonly Article[] {
  if (chosen === undefined) return firstOf(articles);
  const article = articles.get(chosen);
  return article ? [article] : [];
}

/** The first ones, and the first of each language among many: readers look for examples in their own. */
function firstOf(articles: Library["articles"]): readonly Article[] {
  const looked = articles.values().take(mostLookedThrough).toArray();
  const ofLanguages = new Map(looked.toReversed().map((article) => [article.language, article]));
  const chosen = new Set([...ofLanguages.values(), ...looked].slice(0, mostArticles));
  return looked.filter((article) => chosen.has(article));
}

function stepsFor(library: Library, article: string): ReturnType<typeof suggestInSteps> {
  return suggestInSteps(library, {
    article,
    answer: (question) => answerQuestion(library, question, { article, limit: 1 }),
  });
}
