import type { Library } from "../search/library.ts";
import { answerQuestion } from "./answer-question.ts";
import { finishSteps, type SuggestedQuestion, suggestInSteps } from "./suggest-questions.ts";

/** Of a large library the first articles stand for all: each takes some tenths of a second. */
const mostArticles = 3;

/** The suggestions of an article that is no longer than that are made while somebody waits, in UTF-16 code units. */
const longestAwaited = 20_000;

/** Suggestions, made once for each article. */
export interface RememberedSuggestions {
  /** Those of one article, or of the first ones; none of a long article until they are made. */
  readonly suggest: (library: Library, article?: string) => readonly SuggestedQuestion[];
  /** Makes those suggestions a little at a time. */
  readonly prepare: (library: Library, article?: string) => Promise<void>;
}

/**
 * Every suggestion is tried before it is made, which is too slow for every letter that somebody types.
 *
 * @param pause lets everything else run, where that is due.
 */
export function rememberSuggestions(pause: () => Promise<void>): RememberedSuggestions {
  const known = new Map<string, readonly SuggestedQuestion[]>();
  const begun = new Map<string, Promise<void>>();
  const begin = (library: Library, article: string): Promise<void> => {
    const making = begun.get(article) ?? make(library, article);
    begun.set(article, making);
    return making;
  };
  const make = async (library: Library, article: string): Promise<void> => {
    const steps = stepsFor(library, article);
    for (;;) {
      const step = steps.next();
      if (step.done) return void known.set(article, step.value);
      await pause();
    }
  };
  const suggest = (library: Library, article: string): readonly SuggestedQuestion[] => {
    const isLong = (library.articles.get(article)?.text.length ?? 0) > longestAwaited;
    if (isLong && !known.has(article)) void begin(library, article);
    if (isLong) return known.get(article) ?? [];
    const made = known.get(article) ?? finishSteps(stepsFor(library, article));
    known.set(article, made);
    return made;
  };
  return {
    suggest: (library, article) => choose(library, article).flatMap((each) => suggest(library, each)),
    async prepare(library, article) {
      for (const each of choose(library, article)) if (!known.has(each)) await begin(library, each);
    },
  };
}

function choose(library: Library, article: string | undefined): readonly string[] {
  return article === undefined ? [...library.articles.keys()].slice(0, mostArticles) : [article];
}

function stepsFor(library: Library, article: string): ReturnType<typeof suggestInSteps> {
  return suggestInSteps(library, {
    article,
    answer: (question) => answerQuestion(library, question, { article, limit: 1 }),
  });
}
