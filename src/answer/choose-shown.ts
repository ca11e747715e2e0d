import { supportProbability } from "./judge-support.ts";
import type { Question } from "./question.ts";
import type { FoundSentence } from "./rank-sentences.ts";
import { isNear, namesIn } from "./relation.ts";
import { measureSupport } from "./support.ts";
import { wantsSeveral } from "./wants-several.ts";

export interface ShownOptions {
  readonly question: Question;
  readonly isName: (word: string) => boolean;
  /** The first answers; otherwise it may. */
  readonly isSupported: boolean;
  /** So many are shown at most. */
  readonly most: number;
}

/** What is shown of the sentences found, and what stands behind it, both best first. */
export interface Shown {
  readonly shown: readonly FoundSentence[];
  readonly further: readonly FoundSentence[];
}

/** So far above the second, in what the trees give, the first settles the question. */
const SETTLED = 1.5;
/** How likely another one answers by itself that is shown behind a first that answers, or may: that one settles nothing. */
const LEAST_LIKELY = { supported: 0.05, doubtful: 0.005 };

/**
 * Chooses how many sentences an answer shows: the first alone where it settles the question, otherwise also those behind it
 * that support an answer by themselves.
 *
 *     谷歌的股价上涨了多少?    one, which names 谷歌
 *     Why did the shares fall?  one to `most`
 */
export function chooseShown(found: readonly FoundSentence[], options: ShownOptions): Shown {
  const { question, isSupported, most } = options;
  const [first, ...others] = found;
  if (!first) return { shown: [], further: [] };
  const [second] = others;
  const alike = others.filter((one) => isSameLanguage(one, first)).slice(0, most - 1);
  // Of whom or what is asked stands in another one: the first may tell the same of somebody else.
  const named = namesIn(question, first, options.isName);
  const isOther = alike.some((one) => !namesIn(question, one, options.isName).isSubsetOf(named));
  const isSettled = !second || (first.score - second.score >= SETTLED && !isOther);
  if (isSupported && isSettled && !wantsSeveral(question)) return { shown: [first], further: others };
  const least = isSupported ? LEAST_LIKELY.supported : LEAST_LIKELY.doubtful;
  const isClose = (one: FoundSentence): boolean =>
    !isSupported || one.sentence.passage === first.sentence.passage || isNear(question, one, options.isName);
  const fit = alike.filter((one) => isClose(one) && likelihood(one, options) >= least);
  const shown = new Set([first, ...fit]);
  return { shown: [...shown], further: others.filter((one) => !shown.has(one)) };
}

/** Leaves out what is in another language than the first that answers: loose words of a dictionary found it, and it next to never answers. */
export function withoutOtherLanguages(found: readonly FoundSentence[]): readonly FoundSentence[] {
  const [first] = found;
  return first ? found.filter((one) => isSameLanguage(one, first)) : found;
}

function isSameLanguage(one: FoundSentence, other: FoundSentence): boolean {
  return one.sentence.passage.article.language === other.sentence.passage.article.language;
}

/** How likely it is that a sentence answers, as if it were the ranking's first, 0–1. */
function likelihood({ sentence, ranking }: FoundSentence, { question, isName }: ShownOptions): number {
  const others = ranking.sentences.filter((other) => other !== sentence);
  return supportProbability(measureSupport(question, { ...ranking, sentences: [sentence, ...others] }, isName));
}
