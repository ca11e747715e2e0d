import { answersSameQuestion } from "./answer-questions.ts";
import { supportProbability } from "./judge-support.ts";
import type { Question } from "./question.ts";
import type { FoundSentence } from "./rank-sentences.ts";
import { measureSupport, supportNames } from "./support.ts";

/** What it counts that articles are of the question's own language: as if they were five times as likely to answer. */
const OWN_LANGUAGE = 1.6;
/** What the share of the question's words counts that none of the sentences has. */
const MISSING = 4;
/** Beyond, a probability tells no more; the answer to the very question that is asked is as sure as that. */
const SUREST = 0.98;

/**
 * Joins what was ranked for each language, best first, into one such list: the best sentence that likelier answers stands
 * first, and the others of its language are as far behind it as before.
 *
 * How well passages match says nothing between languages: a word has eight translations, and one passage may have many.
 */
export function joinLanguages(
  question: Question,
  ranked: readonly (readonly FoundSentence[])[],
  isName: (word: string) => boolean,
): FoundSentence[] {
  const lists = ranked.filter(({ length }) => length > 0);
  if (lists.length < 2) return [...(lists[0] ?? [])];
  const joined = lists.flatMap((list) => {
    const [best] = list;
    const offset = best ? rate(question, best, isName) - best.score : 0;
    return list.map((found) => ({ ...found, score: found.score + offset }));
  });
  return joined.toSorted((a, b) => b.score - a.score);
}

/** How well a language's best sentence answers, as log odds. */
function rate(question: Question, { sentence, ranking }: FoundSentence, isName: (word: string) => boolean): number {
  const measured = measureSupport(question, ranking, isName);
  const likely = answersSameQuestion(sentence, ranking) ? SUREST : supportProbability(measured);
  const bounded = Math.min(SUREST, Math.max(1 - SUREST, likely));
  const isOwn = question.language === sentence.passage.article.language;
  const missing = measured[MISSING_PLACE] ?? 0;
  return Math.log(bounded / (1 - bounded)) - MISSING * missing + (isOwn ? OWN_LANGUAGE : 0);
}

const MISSING_PLACE = supportNames.indexOf("missing");
