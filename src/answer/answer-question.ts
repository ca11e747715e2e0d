import { findUnreadLanguage } from "../languages/unread/find-unread-language.ts";
import type { Library } from "../search/library.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import { analyseFor } from "./analyse-for.ts";
import type { Answer, BroadAnswer, DeclineReason, Quote } from "./answer.ts";
import { answerBroadly } from "./answer-broadly.ts";
import type { Side } from "./compare-sides.ts";
import { judgeNamed } from "./judge-named.ts";
import { judgeSupport } from "./judge-support.ts";
import { listAnswer } from "./list-answer.ts";
import { findTaught, putTaughtFirst } from "./put-taught-first.ts";
import type { Question } from "./question.ts";
import { quoteFound } from "./quote-found.ts";
import { quoteSide } from "./quote-side.ts";
import { rankSentences } from "./rank-sentences.ts";
import { resumeKnown } from "./resume-known.ts";
import type { TaughtQuestions } from "./taught-questions.ts";

export interface AnswerOptions {
  /** Only this article; otherwise any. */
  readonly article?: string | undefined;
  /** At most so many quotes. */
  readonly limit: number;
  /**
   * Of these at most so many are shown: cut and marked. Where the first settles the question it alone is, and others only where
   * they support an answer by themselves; the rest is told as places. Absent means that all are shown.
   */
  readonly quoted?: number | undefined;
  /** Fills the list up to `limit` with sentences that match nothing, for evaluations that look further down. */
  readonly fill?: boolean | undefined;
  /** Earlier questions of the same conversation, oldest first. */
  readonly context?: readonly string[] | undefined;
  /** What people chose for questions comes first. */
  readonly taught?: TaughtQuestions | undefined;
}

/**
 * Answers a question with sentences of the library's articles, or says why not.
 *
 * @throws RangeError when there is no such article.
 */
export function answerQuestion(library: Library, question: string, options: AnswerOptions): Answer {
  const found = findTaught(library, question, options);
  const answer = answerByRanking(library, question, options);
  return found ? putTaughtFirst(library, { found, answer }, options) : answer;
}

function answerByRanking(library: Library, question: string, options: AnswerOptions): Answer {
  const { article, limit, fill = false, context = [] } = options;
  const index = library.index(article);
  const analyse = analyseFor(library, index);
  const { question: asked, added, asksForMore } = resumeKnown(library, { index, analyse, question, context });
  const best = (side: Side): Quote[] => quoteSide(library, side, { index, analyse });
  const broad = answerBroadly(library, asked, { article, best });
  if (broad && !fill) return broadAnswer(broad, added);
  const named = broad ? undefined : judgeNamed(library, asked, article);
  if (named) return { ...named, added };
  const unread = unreadable(library, asked, index);
  if (unread && !broad) return { kind: "declined", reason: unread, missing: [], nearest: [], added };
  const ranked = rankSentences(library, index, asked);
  if (broad) {
    const others = quoteFound(library, asked, ranked.slice(0, limit));
    return broadAnswer({ ...broad, quotes: fillUp(broad.quotes, others, limit) }, added);
  }
  const { isName, isWord } = library.lexicon;
  const support = judgeSupport(asked, ranked[0]?.ranking, { index, isName, isWord });
  return listAnswer(library, { asked, added, asksForMore, ranked, support }, options);
}

/** Where nothing speaks of one side of a comparison, that is no flat answer. */
function broadAnswer({ quotes, missing }: BroadAnswer, added: readonly string[]): Answer {
  return missing ? { kind: "unsure", quotes, missing, added } : { kind: "quotes", quotes, added };
}

/**
 * Why a question cannot be looked up at all. One in a language that is not read can, where the articles are in that language
 * too, and hold more than half of its words.
 */
function unreadable(
  { analyse, lexicon }: Library,
  { source, words, characters, language, folded }: Question,
  index: PassageIndex,
): DeclineReason | undefined {
  if (!findUnreadLanguage(source)) {
    if (words.length + characters.length === 0) return "no-words";
    return language === undefined && /\p{L}/u.test(folded.text) ? "unknown-language" : undefined;
  }
  // Names are the same in many languages, and some words are English ones.
  const own = source.match(/(?<![\p{L}\p{M}])[\p{Ll}\p{Lo}][\p{L}\p{M}]*/gu)?.filter((word) => !lexicon.isWord(word));
  const terms = new Set(own?.flatMap((word) => analyse(word).terms.map(({ text }) => text)));
  const held = Array.from(terms, (term) => index.documentFrequency(term) > 0).filter(Boolean).length;
  return held * 2 > terms.size ? undefined : "unknown-language";
}

/** What answers broadly comes first, whole where `limit` allows; the ranking's best follow. */
function fillUp(broad: readonly Quote[], others: readonly Quote[], limit: number): Quote[] {
  const known = new Set(broad.map(({ article, reference }) => `${article} ${reference}`));
  const rest = others.filter(({ article, reference }) => !known.has(`${article} ${reference}`));
  return [...broad, ...rest].slice(0, Math.max(limit, broad.length));
}
