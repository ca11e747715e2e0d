import { remember } from "../languages/remember.ts";
import { findUnreadLanguage } from "../languages/unread/find-unread-language.ts";
import type { Library } from "../search/library.ts";
import type { PassageIndex } from "../search/passage-index.ts";
import { analyseFor } from "./analyse-for.ts";
import type { Answer, DeclineReason, Quote, QuotePlace } from "./answer.ts";
import { answersSameQuestion } from "./answer-questions.ts";
import { answerBroadly } from "./answer-broadly.ts";
import { findMatches, listSought } from "./find-matches.ts";
import { resumeQuestion } from "./follow-up.ts";
import { judgeNamed } from "./judge-named.ts";
import { judgeSupport } from "./judge-support.ts";
import { FOUND } from "./match-shares.ts";
import type { WordMatch } from "./match-words.ts";
import type { Question } from "./question.ts";
import { quoteSentence } from "./quote-sentence.ts";
import { findTaught, putTaughtFirst } from "./put-taught-first.ts";
import { type FoundSentence, type Ranking, rankSentences } from "./rank-sentences.ts";
import type { TaughtQuestions } from "./taught-questions.ts";

export interface AnswerOptions {
  /** Only this article; otherwise any. */
  readonly article?: string | undefined;
  /** At most so many quotes. */
  readonly limit: number;
  /** Of these only the first so many are cut and marked, the others told as places; absent means all. */
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
  const { article, limit, quoted = limit, fill = false, context = [] } = options;
  const index = library.index(article);
  const analyse = analyseFor(library, index);
  const isName = (word: string): boolean => library.lexicon.isName(word);
  const {
    question: asked,
    added,
    asksForMore,
  } = resumeQuestion(analyse(question), context.map(analyse), { analyse, isName });
  const quoteSide = (words: string): Quote[] => {
    const side = analyse(words);
    return quoteBest(library, side, rankSentences(library, index, side).filter(matches).slice(0, BEST_OF_A_SIDE));
  };
  const broad = answerBroadly(library, asked, { article, best: quoteSide });
  if (broad && !fill) return { kind: "quotes", quotes: broad, added };
  const named = broad ? undefined : judgeNamed(library, asked, article);
  if (named) return { ...named, added };
  const unread = unreadable(library, asked, index);
  if (unread && !broad) return { kind: "declined", reason: unread, missing: [], nearest: [], added };
  const ranked = rankSentences(library, index, asked);
  // Who asks for more has been given the first ones already.
  const found = asksForMore ? ranked.slice(limit) : ranked;
  const matching = found.filter(matches);
  // What has no word of the question may answer it in other words.
  const best = (fill || matching.length === 0 ? found : matching).slice(0, limit);
  const quotes = quoteBest(library, asked, best.slice(0, quoted));
  if (broad) return { kind: "quotes", quotes: fillUp(broad, quotes, limit), added };
  const support = judgeSupport(asked, found[0]?.ranking, { index, isName, isWord: library.lexicon.isWord });
  const { missing, probability } = support;
  const rest = { added, ...(probability !== undefined && { probability }) };
  if (support.kind === "unsupported") {
    // What has nothing of the question is not near it.
    const nearest = fill || matching.length > 0 ? quotes : [];
    return { kind: "declined", reason: support.reason, missing, nearest, ...rest };
  }
  if (quotes.length === 0) return { kind: "declined", reason: "nothing-found", missing, nearest: [], ...rest };
  const further = best.slice(quoted).map(placeOf);
  const listed = { quotes, ...(further.length > 0 && { further }) };
  return support.kind === "supported"
    ? { kind: "quotes", ...listed, ...rest }
    : { kind: "unsure", ...listed, missing, ...rest };
}

const BEST_OF_A_SIDE = 3;

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

/** Tells whether a sentence, what belongs to it or a heading above it holds anything of the question. */
function matches({ sentence, ranking }: FoundSentence): boolean {
  const { at } = sentence;
  const holds = ({ found, above }: WordMatch): boolean => (found[at] ?? 0) > 0 || (above[at] ?? 0) >= FOUND;
  return ranking.words.some(holds) || answersSameQuestion(sentence, ranking);
}

function quoteBest(library: Library, question: Question, found: readonly FoundSentence[]): Quote[] {
  // The rankings of one language know the same other words.
  const soughtBy = remember((alternatives: Ranking["alternatives"]) => listSought(question, alternatives));
  return found.map(({ sentence, score, ranking }) =>
    quoteSentence({ ...sentence, score }, findMatches(library, sentence, soughtBy(ranking.alternatives))),
  );
}

function placeOf({ sentence: { passage, sentence } }: FoundSentence): QuotePlace {
  return { article: passage.article.id, span: passage.sentences[sentence]?.span ?? { start: 0, end: 0 } };
}

/** What answers broadly comes first, whole where `limit` allows; the ranking's best follow. */
function fillUp(broad: readonly Quote[], others: readonly Quote[], limit: number): Quote[] {
  const known = new Set(broad.map(({ article, reference }) => `${article} ${reference}`));
  const rest = others.filter(({ article, reference }) => !known.has(`${article} ${reference}`));
  return [...broad, ...rest].slice(0, Math.max(limit, broad.length));
}
