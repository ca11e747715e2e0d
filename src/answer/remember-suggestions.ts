import type { Library } from "../search/library.ts";
import { answerQuestion } from "./answer-question.ts";
import type { SuggestedQuestion } from "./suggest-questions.ts";
import { suggestQuestions } from "./suggest-questions.ts";

/** Of a large library the first articles stand for all: each takes some tenths of a second. */
const mostArticles = 3;

/**
 * Suggests the questions of one article, or of the first ones; each article's are made once.
 *
 * Every suggestion is tried before it is made, which is too slow for every letter that somebody types.
 */
export function rememberSuggestions(): (library: Library, article?: string) => readonly SuggestedQuestion[] {
  const known = new Map<string, readonly SuggestedQuestion[]>();
  const suggest = (library: Library, article: string): readonly SuggestedQuestion[] => {
    const made =
      known.get(article) ??
      suggestQuestions(library, {
        article,
        answer: (question) => answerQuestion(library, question, { article, limit: 1 }),
      });
    known.set(article, made);
    return made;
  };
  return (library, article) => {
    const chosen = article === undefined ? [...library.articles.keys()].slice(0, mostArticles) : [article];
    return chosen.flatMap((each) => suggest(library, each));
  };
}
