import type { TiedText } from "../search/sentence-ties.ts";
import type { WordMatch } from "./match-ties.ts";
import { FOUND } from "./match-words.ts";
import { findType, type Question } from "./question.ts";
import type { Candidate, Column, RankingContext } from "./ranking-context.ts";
import { isStopWord } from "./stop-words.ts";

/** What of the question stands in the question that a sentence answers, and whether the two are the same. */
export function pairColumns(
  { words, candidates }: { readonly words: readonly WordMatch[]; readonly candidates: readonly Candidate[] },
  { question, alternatives, title }: RankingContext,
) {
  const same = new Map<TiedText, number>();
  const compare = (asked: TiedText, index: number): number => {
    const known = same.get(asked) ?? compareQuestions(asked, { words, index, question, alternatives, title });
    same.set(asked, known);
    return known;
  };
  return {
    askedWords: (_, index) => share(words, ({ asked }) => asked[index] ?? 0),
    tiedWords: (_, index) =>
      share(words, ({ found, above }) => Math.max(found[index] ?? 0, (above[index] ?? 0) >= FOUND ? 1 : 0)),
    sameQuestion: ({ facts: { ties } }, index) => (ties.askedBy ? compare(ties.askedBy, index) : 0),
    answeredBelow: ({ facts: { ties } }) => (ties.asksAs ? 1 : 0),
    opensAnswer: ({ facts: { ties } }) => (ties.opensAnswer ? 1 : 0),
    refersBack: ({ facts: { ties } }) => (ties.refersBack ? 1 : 0),
    subjectWords: (candidate) => {
      const subject = subjectOf(candidate, candidates);
      return subject === undefined ? 0 : share(words, ({ found }) => found[subject] ?? 0);
    },
  } satisfies Record<string, Column>;
}

/** How far back the sentence may stand that names what others only refer to. */
const SENTENCES_BACK = 4;

/** The index of the sentence that names what one is about that begins with a pronoun. */
function subjectOf(candidate: Candidate, candidates: readonly Candidate[]): number | undefined {
  let at: Candidate | undefined = candidate;
  for (let step = 0; step < SENTENCES_BACK && at?.facts.ties.refersBack && at.previous >= 0; step += 1) {
    const { previous }: Candidate = at;
    at = candidates[previous];
    if (at && !at.facts.ties.refersBack) return previous;
  }
  return undefined;
}

function share(words: readonly WordMatch[], held: (word: WordMatch) => number): number {
  let [total, sum] = [0, 0];
  for (const word of words) {
    total += word.rarityBeyondTitle;
    sum += word.rarityBeyondTitle * held(word);
  }
  return total === 0 ? 0 : sum / total;
}

interface Compared extends Pick<RankingContext, "question" | "alternatives" | "title"> {
  readonly words: readonly WordMatch[];
  /** The place of a candidate that answers it. */
  readonly index: number;
}

/**
 * How much two questions are the same, 0–1: the smaller share of the words that either has of the other's, where both
 * ask for the same type of thing.
 */
function compareQuestions(asked: TiedText, { words, index, question, alternatives, title }: Compared): number {
  if (lettersOf(asked.text) === lettersOf(question.folded.text)) return 1;
  const needed = words.filter(({ part, asked: held }) => (held[index] ?? 0) >= FOUND || !title.includes(part.text));
  const forward = mean(needed.map(({ asked: held }) => held[index] ?? 0));
  if (forward < FOUND) return 0;
  const { type, asking } = findType(asked.text);
  if (!isSameType(type, question)) return 0;
  const asks = asking ? asked.text.slice(asking.start, asking.end) : "";
  const others = new Set(alternatives.flat().map(({ text }) => text));
  const isShared = (word: string): boolean =>
    words.some(({ part }) => part.text === word) || others.has(word) || standsIn(question, word);
  const content = asked.words.filter((word) => !isStopWord(word) && !asks.includes(word));
  const shared = content.filter(isShared).length;
  const otherwise = content.filter((word) => !isShared(word) && !title.includes(word)).length;
  return shared === 0 ? 0 : Math.min(forward, shared / (shared + otherwise));
}

function lettersOf(text: string): string {
  return text.slice(0, COMPARED).replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Longer questions are compared by their beginnings. */
const COMPARED = 400;

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function standsIn({ folded }: Question, word: string): boolean {
  return /\p{Script=Han}/u.test(word) && folded.text.includes(word);
}

function isSameType(type: Question["type"], question: Question): boolean {
  return type === question.type;
}
