import type { Library } from "../search/library.ts";
import type { Answer, DeclineReason, Quote } from "./answer.ts";
import { answerBroadly } from "./answer-broadly.ts";
import { findMatches } from "./find-matches.ts";
import { resumeQuestion } from "./follow-up.ts";
import { judgeSupport } from "./judge-support.ts";
import { analyseQuestion, type Question } from "./question.ts";
import { quoteSentence } from "./quote-sentence.ts";
import { type FoundSentence, rankSentences } from "./rank-sentences.ts";

export interface AnswerOptions {
  /** Only this article; otherwise any. */
  readonly article?: string | undefined;
  /** At most so many quotes. */
  readonly limit: number;
  /** Fills the list up to `limit` with sentences that match nothing, for evaluations that look further down. */
  readonly fill?: boolean | undefined;
  /** Earlier questions of the same conversation, oldest first. */
  readonly context?: readonly string[] | undefined;
}

/**
 * Answers a question with sentences of the library's articles, or says why not.
 *
 * @throws RangeError when there is no such article.
 */
export function answerQuestion(library: Library, question: string, options: AnswerOptions): Answer {
  const analyse = (text: string): Question => analyseQuestion(text, library.analyse);
  const { question: asked, added } = resumeQuestion(analyse(question), (options.context ?? []).map(analyse), {
    analyse,
    isName: library.lexicon.isName,
  });
  const index = library.index(options.article);
  const broad = answerBroadly(library, asked, {
    article: options.article,
    best: (words) => {
      const side = analyse(words);
      return quoteBest(library, side, rankSentences(library, index, side).filter(matches).slice(0, BEST_OF_A_SIDE));
    },
  });
  const unread = unreadable(asked);
  if (unread && !broad) return { kind: "declined", reason: unread, missing: [], nearest: [], added };
  const found = rankSentences(library, index, asked);
  const quotes = quoteBest(library, asked, (options.fill ? found : found.filter(matches)).slice(0, options.limit));
  if (broad) return { kind: "quotes", quotes: fillUp(broad, options.fill ? quotes : [], options.limit), added };
  const support = judgeSupport(asked, found[0]?.ranking, { index, isName: library.lexicon.isName });
  if (support.kind === "supported") return { kind: "quotes", quotes, added };
  return { kind: "declined", reason: support.reason, missing: support.missing, nearest: quotes, added };
}

const BEST_OF_A_SIDE = 3;

/** Why a question cannot be looked up at all. */
function unreadable({ words, characters, folded }: Question): DeclineReason | undefined {
  if (words.length + characters.length === 0) return "no-words";
  const letters = folded.text.match(/\p{L}/gu)?.length ?? 0;
  const known = folded.text.match(/[\p{Script=Han}\p{Script=Latin}]/gu)?.length ?? 0;
  return known * 2 < letters ? "unknown-language" : undefined;
}

function matches({ sentence, ranking }: FoundSentence): boolean {
  return ranking.words.some((word) => (word.found[sentence.at] ?? 0) > 0);
}

function quoteBest(library: Library, question: Question, found: readonly FoundSentence[]): Quote[] {
  return found.map(({ sentence, ranking, score }) => ({
    ...quoteSentence(sentence, findMatches(library, sentence, { question, ranking })),
    score,
  }));
}

/** What answers broadly comes first, whole where `limit` allows; the ranking's best follow. */
function fillUp(broad: readonly Quote[], others: readonly Quote[], limit: number): Quote[] {
  const known = new Set(broad.map(({ article, reference }) => `${article} ${reference}`));
  const rest = others.filter(({ article, reference }) => !known.has(`${article} ${reference}`));
  return [...broad, ...rest].slice(0, Math.max(limit, broad.length));
}
