import { remember } from "../languages/remember.ts";
import type { Library } from "../search/library.ts";
import type { Quote } from "./answer.ts";
import { findMatches, listSought } from "./find-matches.ts";
import type { Question } from "./question.ts";
import { quoteSentence } from "./quote-sentence.ts";
import type { FoundSentence, Ranking } from "./rank-sentences.ts";

/** Cuts what was found from its articles, with what matched the question marked. */
export function quoteFound(library: Library, question: Question, found: readonly FoundSentence[]): Quote[] {
  // The rankings of one language know the same other words.
  const soughtBy = remember((alternatives: Ranking["alternatives"]) => listSought(question, alternatives));
  return found.map(({ sentence, score, ranking }) =>
    quoteSentence({ ...sentence, score }, findMatches(library, sentence, soughtBy(ranking.alternatives))),
  );
}
