import { answersSameQuestion } from "./answer-questions.ts";
import { supportProbability } from "./judge-support.ts";
import type { Question } from "./question.ts";
import type { FoundSentence } from "./rank-sentences.ts";
import { measureSupport, supportNames } from "./support.ts";

/** What it counts, in log odds, that articles are of the question's own language. */
const OWN_LANGUAGE = 0.8;
/** What the share of the question's words counts that stand as they are in the best sentence, beside or above it. */
const EXACTNESS = 2;
/** What the share of them counts that no sentence has in any way. */
const MISSING = -4;
/** Beyond, a probability tells no more; the answer to the very question that is asked is as sure as that. */
const SUREST = 0.98;

/**
 * Joins what was ranked for each language, best first, into one such list: the language whose best sentence likelier answers
 * comes first, and each language's sentences stay as far apart as they were.
 *
 * How well passages match says nothing between languages: a word has several translations, and a passage may hold many.
 */
export function joinLanguages(
  question: Question,
  ranked: readonly (readonly FoundSentence[])[],
  isName: (word: string) => boolean,
): readonly FoundSentence[] {
  const lists = ranked.filter(({ length }) => length > 0);
  if (lists.length < 2) return lists[0] ?? [];
  const joined = lists.flatMap((list) => {
    const [best] = list;
    const offset = best ? rate(question, best, isName) - best.score : 0;
    return list.map(({ sentence, ranking, score }) => ({ sentence, ranking, score: score + offset }));
  });
  return joined.toSorted((a, b) => b.score - a.score);
}

/** How likely it is that a language's best sentence answers, in log odds. */
function rate(question: Question, { sentence, ranking }: FoundSentence, isName: (word: string) => boolean): number {
  const measured = measureSupport(question, ranking, isName);
  const likely = answersSameQuestion(sentence, ranking) ? SUREST : supportProbability(measured);
  const bounded = Math.min(SUREST, Math.max(1 - SUREST, likely));
  const isOwn = question.language === sentence.passage.article.language;
  return (
    Math.log(bounded / (1 - bounded)) +
    EXACTNESS * (measured[EXACTNESS_PLACE] ?? 0) +
    MISSING * (measured[MISSING_PLACE] ?? 0) +
    (isOwn ? OWN_LANGUAGE : 0)
  );
}

const EXACTNESS_PLACE = supportNames.indexOf("exactness");
const MISSING_PLACE = supportNames.indexOf("missing");
