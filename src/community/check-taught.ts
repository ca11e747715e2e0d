import type { Quote } from "../answer/answer.ts";
import { listedQuotes } from "../answer/answer.ts";
import { answerQuestion } from "../answer/answer-question.ts";
import { findTaught } from "../answer/put-taught-first.ts";
import { quoteSpan } from "../answer/quote-span.ts";
import { prepareTaughtQuestions, type TaughtQuestion, type TaughtQuestions } from "../answer/taught-questions.ts";
import type { Article } from "../article/article.ts";
import type { Library } from "../search/library.ts";
import { overlaps } from "../text/span.ts";
import { type Steps, whenThere } from "../text/steps.ts";
import { closestSentence } from "./closest-sentence.ts";
import type { GuildState } from "./guild-state.ts";
import type { TaughtRecord } from "./records.ts";
import { standingTaught } from "./standing-taught.ts";

/**
 * What became of a taught question: `right` where its place stands and comes first for it; `changed` where it stands, but another one
 * comes first, taught for a question that asks the same; `lost` where its text does not stand any more; `elsewhere` where
 * its article is not among those asked.
 */
export type TaughtState = "right" | "changed" | "lost" | "elsewhere";

export interface CheckedQuestion {
  readonly key: string;
  readonly record: TaughtRecord;
  readonly state: TaughtState;
  /** The place as it stands now; absent where it does not. */
  readonly quote?: Quote | undefined;
  /** What comes first in its stead; of a lost one the sentence that is most like it. */
  readonly other?: Quote | undefined;
  /** The ranking alone finds the place first as well. */
  readonly isFoundAlone: boolean;
}

export interface CheckParts {
  readonly library: Library;
  /** What was made of it before, so that it need not be read again. */
  readonly before?: TaughtQuestions | undefined;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/** For so many lost ones it is told what they may have become. */
const MOST_SOUGHT = 200;

/** Asks all taught questions again, the lost ones first. */
export function* checkTaught(state: GuildState, parts: CheckParts): Steps<readonly CheckedQuestion[]> {
  const { library, before, onProgress } = parts;
  const standing = yield* standingTaught(state, library.articles);
  const byKey = new Map(standing.map((each) => [each.id, each]));
  const taught = yield* prepareTaughtQuestions(standing, library, before);
  const checked: CheckedQuestion[] = [];
  let sought = 0;
  for (const [key, record] of state.taught) {
    onProgress?.(checked.length, state.taught.size);
    yield undefined;
    const own = byKey.get(key);
    const article = library.articles.get(record.article);
    if (own && article) checked.push(yield* whenThere(() => checkStanding({ own, record, article }, library, taught)));
    else if (!article && state.article.has(record.article) && !record.lost)
      checked.push({ key, record, state: "elsewhere", isFoundAlone: false });
    else {
      sought += 1;
      const span = article && sought <= MOST_SOUGHT ? yield* closestSentence(article, record.text) : undefined;
      const other = article && span && (yield* whenThere(() => quoteSpan(article, span)));
      checked.push({ key, record, state: "lost", other, isFoundAlone: false });
    }
  }
  return checked.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

const ORDER: readonly TaughtState[] = ["lost", "changed", "elsewhere", "right"];

interface Standing {
  readonly own: TaughtQuestion;
  readonly record: TaughtRecord;
  readonly article: Article;
}

function checkStanding({ own, record, article }: Standing, library: Library, taught: TaughtQuestions): CheckedQuestion {
  const quote = quoteSpan(article, own.span);
  const found = findTaught(library, record.question, { taught });
  const first = found && library.articles.get(found.taught.article);
  const isFirst = found?.taught.id === own.id || isSamePlace(found?.taught, own);
  const [alone] = listedQuotes(answerQuestion(library, record.question, { limit: 1 }));
  const isFoundAlone = alone?.article === own.article && overlaps(alone.span, own.span);
  const shared = { key: own.id, record, quote, isFoundAlone };
  if (isFirst) return { ...shared, state: "right" };
  return { ...shared, state: "changed", other: found && first ? quoteSpan(first, found.taught.span) : alone };
}

function isSamePlace(one: TaughtQuestion | undefined, { article, span }: TaughtQuestion): boolean {
  return one?.article === article && one.span.start === span.start && one.span.end === span.end;
}
