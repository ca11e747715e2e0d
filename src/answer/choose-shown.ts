import { supportProbability } from "./judge-support.ts";
import type { Question } from "./question.ts";
import type { FoundSentence } from "./rank-sentences.ts";
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
/** How likely another one answers by itself that is shown behind a first that answers, or may. */
const LEAST_LIKELY = { supported: 0.05, doubtful: 0.02 };

/**
 * Chooses how many sentences an answer shows: the first alone where it settles the question, otherwise also those behind it
 * that support an answer by themselves.
 *
 *     谷歌的股价上涨了多少?    one
 *     Why did the shares fall?  one to `most`
 */
export function chooseShown(found: readonly FoundSentence[], options: ShownOptions): Shown {
  const [first, ...others] = withoutOtherLanguages(found, options.isSupported);
  if (!first) return { shown: [], further: [] };
  const { question, isSupported, most } = options;
  const [second] = others;
  const isSettled = !second || first.score - second.score >= SETTLED;
  if (isSupported && isSettled && !wantsSeveral(question)) return { shown: [first], further: others };
  const least = isSupported ? LEAST_LIKELY.supported : LEAST_LIKELY.doubtful;
  const fit = others
    .slice(0, most - 1)
    .filter((one) => isSameLanguage(one, first) && likelihood(one, options) >= least);
  const shown = new Set([first, ...fit]);
  return { shown: [...shown], further: others.filter((one) => !shown.has(one)) };
}

/**
 * Leaves out what is in another language than the first: behind an answer it was found by loose words of a dictionary and
 * next to never answers. Where the first may not answer either, it goes behind all others.
 */
export function withoutOtherLanguages(found: readonly FoundSentence[], isSupported: boolean): readonly FoundSentence[] {
  const [first] = found;
  if (!first) return found;
  const same = found.filter((one) => isSameLanguage(one, first));
  if (isSupported || same.length === found.length) return same;
  return [...same, ...found.filter((one) => !isSameLanguage(one, first))];
}

function isSameLanguage(one: FoundSentence, other: FoundSentence): boolean {
  return one.sentence.passage.article.language === other.sentence.passage.article.language;
}

/** How likely it is that a sentence answers, as if it were the ranking's first, 0–1. */
function likelihood({ sentence, ranking }: FoundSentence, { question, isName }: ShownOptions): number {
  const others = ranking.sentences.filter((other) => other !== sentence);
  return supportProbability(measureSupport(question, { ...ranking, sentences: [sentence, ...others] }, isName));
}
