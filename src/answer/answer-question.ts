import { remember } from "../languages/remember.ts";
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
import { chooseShown, type Shown, withoutOtherLanguages } from "./choose-shown.ts";
import { FOUND } from "./match-shares.ts";
import type { WordMatch } from "./match-words.ts";
import { findOtherWords } from "./other-words.ts";
import type { Question } from "./question.ts";
import { quoteSentence } from "./quote-sentence.ts";
import { findTaught, putTaughtFirst } from "./put-taught-first.ts";
import { type FoundSentence, type Ranking, rankSentences } from "./rank-sentences.ts";
import { isNear } from "./relation.ts";
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
  const { article, limit, quoted = limit, fill = false, context = [] } = options;
  const index = library.index(article);
  const analyse = analyseFor(library, index);
  const isName = (word: string): boolean => library.lexicon.isName(word);
  const own = analyse(question);
  const resumed = resumeQuestion(own, context.map(analyse), { analyse, isName });
  const isCarried = resumed.added.length > 0 && !isUnknown(own, { library, index });
  const { question: asked, added, asksForMore } = isCarried ? resumed : { ...resumed, question: own, added: [] };
  const quoteSide = (words: string): Quote[] => {
    const side = analyse(words);
    return quoteBest(library, side, rankSentences(library, index, side).filter(matches).slice(0, BEST_OF_A_SIDE));
  };
  const broad = answerBroadly(library, asked, { article, best: quoteSide });
  if (broad && !fill) return { kind: "quotes", quotes: broad, added };
  const named = broad ? undefined : judgeNamed(library, asked, article);
  if (named) return { ...named, added };
  const unread = unreadable(asked);
  if (unread && !broad) return { kind: "declined", reason: unread, missing: [], nearest: [], added };
  const ranked = rankSentences(library, index, asked);
  const support = judgeSupport(asked, ranked[0]?.ranking, { index, isName, isWord: library.lexicon.isWord });
  const { missing, probability } = support;
  const rest = { added, ...(probability !== undefined && { probability }) };
  const choose = (found: readonly FoundSentence[]): Shown => {
    if (fill) return { shown: found.slice(0, limit), further: [] };
    const isSupported = support.kind === "supported";
    if (quoted < limit)
      return chooseShown(found.slice(0, limit), { question: asked, isName, isSupported, most: quoted });
    return { shown: withoutOtherLanguages(found.slice(0, limit), isSupported), further: [] };
  };
  const matching = ranked.filter(matches);
  // What has no word of the question may answer it in other words.
  const found = fill || matching.length === 0 ? ranked : matching;
  const seen = new Set(asksForMore ? choose(found).shown : []);
  const { shown, further } = choose(found.filter((one) => !seen.has(one)));
  if (broad) return { kind: "quotes", quotes: fillUp(broad, quoteBest(library, asked, shown), limit), added };
  if (support.kind === "unsupported") {
    const nearest = fill ? shown : [...shown, ...further].filter((one) => isNear(asked, one, isName)).slice(0, quoted);
    return { kind: "declined", reason: support.reason, missing, nearest: quoteBest(library, asked, nearest), ...rest };
  }
  if (shown.length === 0) return { kind: "declined", reason: "nothing-found", missing, nearest: [], ...rest };
  const quotes = quoteBest(library, asked, shown);
  const listed = { quotes, ...(further.length > 0 && { further: further.map(placeOf) }) };
  return support.kind === "supported"
    ? { kind: "quotes", ...listed, ...rest }
    : { kind: "unsure", ...listed, missing, ...rest };
}

const BEST_OF_A_SIDE = 3;

/**
 * Whether a follow-up has words of its own that stand nowhere in any way known: whatever is carried over, that alone would be
 * answered.
 */
function isUnknown(
  question: Question,
  { library, index }: { readonly library: Library; readonly index: PassageIndex },
): boolean {
  if (!question.asking || question.words.length === 0) return false;
  if (question.words.some(({ text }) => index.vocabulary.has(text))) return false;
  return findOtherWords(library, index, question).every((others) => others.length === 0);
}

/** Why a question cannot be looked up at all. */
function unreadable({ words, characters, language, folded }: Question): DeclineReason | undefined {
  if (words.length + characters.length === 0) return "no-words";
  return language === undefined && /\p{L}/u.test(folded.text) ? "unknown-language" : undefined;
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
