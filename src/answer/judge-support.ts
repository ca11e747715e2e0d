import ranking from "../../data/languages/ranking.json" with { type: "json" };
import type { PassageIndex } from "../search/passage-index.ts";
import type { DeclineReason } from "./answer.ts";
import { answersSameQuestion } from "./answer-questions.ts";
import { asksElsewhere } from "./asks-elsewhere.ts";
import { isCapitalised, isInOtherScript, isProper } from "./is-proper.ts";
import { anyHolds, FOUND } from "./match-shares.ts";
import type { WordMatch } from "./match-words.ts";
import type { Question } from "./question.ts";
import type { QuestionPart } from "./question-parts.ts";
import type { Ranking } from "./rank-sentences.ts";
import { countHeld, coverage } from "./relation.ts";
import { measureSupport, supportNames } from "./support.ts";

/** Whether the best sentence answers the question. */
export type Support = {
  /** Words of the question, as the asker wrote them, that the article does not have. */
  readonly missing: readonly string[];
  /** How likely it is that it answers, 0–1; absent where that was not measured. */
  readonly probability?: number;
} & (
  | { readonly kind: "supported" }
  /** It may, or may not. */
  | { readonly kind: "doubtful" }
  | { readonly kind: "unsupported"; readonly reason: DeclineReason }
);

interface SupportContext {
  readonly index: PassageIndex;
  /** Whether a folded word is a known name. */
  readonly isName: (word: string) => boolean;
  /** Whether a folded Latin word is known at all. */
  readonly isWord: (word: string) => boolean;
}

/**
 * Judges whether the best sentence answers the question or is merely the nearest: by what of the question is left
 * unmatched, weighed by a logistic regression that `npm run train` calibrates on questions with and without an answer.
 */
export function judgeSupport(
  question: Question,
  found: Ranking | undefined,
  { index, isName, isWord }: SupportContext,
): Support {
  if (!found) {
    const missing = question.words.map((word) => asWritten(question, word));
    return { kind: "unsupported", reason: "nothing-found", missing };
  }
  const missing = missingWords(question, found, index);
  const reason = found.words.some(stands) ? "not-covered" : "nothing-found";
  const best = found.sentences[0];
  if (!best) return { kind: "unsupported", reason, missing };
  if (reason === "nothing-found" && isGibberish(question, isWord)) return { kind: "unsupported", reason, missing };
  if (question.commands) return { kind: "unsupported", reason: "not-covered", missing };
  if (answersSameQuestion(best, found)) return { kind: "supported", missing };
  const probability = supportProbability(measureSupport(question, found, isName));
  const { answered, declined } = ranking.support.thresholds;
  if (isUnrelated(question, { found, probability, index, isName }))
    return { kind: "unsupported", reason, missing, probability };
  if (probability < SURE && asksElsewhere(question)) return { kind: "unsupported", reason, missing, probability };
  if (probability >= answered && !isLoose(question, found, isName)) return { kind: "supported", missing, probability };
  if (probability >= declined) return { kind: "doubtful", missing, probability };
  return { kind: "unsupported", reason, missing, probability };
}

/** From here on even the weather is something that the article tells of. */
const SURE = 0.9;
/** Below, the first sentence must have more of a question than one word where a name that is asked about stands nowhere. */
const UNLIKELY = 0.1;
/** Below, it must at least have something of the question. */
const FAINT = 0.02;
/** A sentence without a word of it that has less of it, 0–1, has nothing: of a word in all sentences alone, the share is 0 as well. */
const LEAST_COVERED = 0.03;

interface Judged {
  readonly found: Ranking;
  readonly probability: number;
  readonly index: PassageIndex;
  readonly isName: (word: string) => boolean;
}

/**
 * Whether the best sentence, which hardly answers, has next to nothing of the question, or not the name that is asked about, which
 * stands nowhere: where another article has it, the answer may be there. In an article of another script a name may stand in a form
 * that was not found.
 */
function isUnrelated(question: Question, { found, probability, index, isName }: Judged): boolean {
  const [best] = found.sentences;
  if (!best || probability >= UNLIKELY) return false;
  const held = countHeld(found, best.at);
  if (probability < FAINT && held === 0 && coverage(found, best.at) < LEAST_COVERED) return true;
  const missing = wordsNowhere(found, index).filter((word) => !stands(word) && isProper(word.part, question, isName));
  if (missing.length > 0 && held < LEAST_HELD) return true;
  return probability < FAINT && missing.some(({ part }) => !isInOtherScript(part, best.passage.article.language));
}

/** So many words of a question speak for a sentence that lacks its name. */
const LEAST_HELD = 2;

/** Whether the only word of the question, no name, was found by a translation, which may be of another sense: `What is love?`, 偏爱. */
function isLoose(question: Question, { words, sentences }: Ranking, isName: SupportContext["isName"]): boolean {
  const [only, ...others] = words;
  const isForeign = question.language !== undefined && question.language !== sentences[0]?.passage.article.language;
  return isForeign && only !== undefined && others.length === 0 && !isProper(only.part, question, isName);
}

/** Whether it is of Latin letters only, has no name, and no word that is known: `xqzv blorf`. */
function isGibberish(question: Question, isWord: (word: string) => boolean): boolean {
  return question.words.every((word) => {
    const folded = question.folded.text.slice(word.at, word.at + word.length);
    return /^[a-z]+$/u.test(folded) && !isWord(folded) && !isCapitalised(word, question);
  });
}

/** Whether anything of a word stands in a sentence or above it. */
function stands({ found, above }: WordMatch): boolean {
  return anyHolds(found, Number.MIN_VALUE) || anyHolds(above, FOUND);
}

const order = supportNames.map((name) => ranking.support.features.indexOf(name));

/** How likely it is that the best sentence answers, 0–1, by what `measureSupport` gives. */
export function supportProbability(measured: Float64Array): number {
  let score = ranking.support.bias;
  for (const [place, at] of order.entries()) score += (ranking.support.weights[at] ?? 0) * (measured[place] ?? 0);
  return 1 / (1 + Math.exp(-score));
}

/** The question's words, as asked, that stand nowhere in the articles in any way known. */
function missingWords(question: Question, found: Ranking, index: PassageIndex): string[] {
  return [...new Set(wordsNowhere(found, index).map(({ part }) => asWritten(question, part)))];
}

/** The question's words that stand in no article in any way known. */
function wordsNowhere({ words, alternatives }: Ranking, { vocabulary }: PassageIndex): WordMatch[] {
  return words.filter(({ part, found, above }, place) => {
    if (anyHolds(found, FOUND) || anyHolds(above, FOUND) || vocabulary.has(part.text)) return false;
    return (alternatives[place] ?? []).length === 0;
  });
}

function asWritten({ source }: Question, { span }: QuestionPart): string {
  return source.slice(span.start, span.end);
}
