import { remember } from "../languages/remember.ts";
import type { SentenceBlock } from "../search/sentence-block.ts";
import type { TiedText } from "../search/sentence-ties.ts";
import { factsOfBlock } from "./block-facts.ts";
import { addHeld, divideBy, FOUND } from "./match-shares.ts";
import type { WordMatch } from "./match-words.ts";
import { findType, type Question } from "./question.ts";
import type { RankingContext } from "./ranking-context.ts";
import { isStopWord } from "./stop-words.ts";

export interface PairOptions {
  readonly words: readonly WordMatch[];
  /** The share of the words that the candidates hold, without what the title says. */
  readonly shares: Float64Array;
  readonly makeColumn: () => Float64Array;
}

/** What of the question stands in the question that a sentence answers, and whether the two are the same. */
export function pairColumns(block: SentenceBlock, context: RankingContext, options: PairOptions) {
  const { words, shares, makeColumn } = options;
  const { answeredBelow, opensAnswer, refersBack, subject } = factsOfBlock(block);
  const isAsked = block.ties.askedBy.some((text) => text >= 0);
  return {
    askedWords: isAsked ? shareAsked(words, makeColumn()) : undefined,
    tiedWords: shareTied(words, makeColumn()),
    sameQuestion: isAsked ? compareAsked(block, { ...context, words }, makeColumn()) : undefined,
    answeredBelow,
    opensAnswer,
    refersBack,
    subjectWords: subjectShares(subject, shares, makeColumn()),
  };
}

/** How much stands in the question that each sentence answers. */
function shareAsked(words: readonly WordMatch[], column: Float64Array): Float64Array {
  let total = 0;
  for (const { asked, rarityBeyondTitle } of words) {
    total += rarityBeyondTitle;
    addHeld(column, asked, rarityBeyondTitle);
  }
  return divideBy(column, total);
}

/** How much stands in each sentence or in the headings above it. */
function shareTied(words: readonly WordMatch[], column: Float64Array): Float64Array {
  let total = 0;
  for (const { found, above, rarityBeyondTitle } of words) {
    total += rarityBeyondTitle;
    for (let at = 0; at < column.length; at += 1) {
      const held = (above[at] ?? 0) >= FOUND ? Math.max(found[at] ?? 0, 1) : (found[at] ?? 0);
      column[at] = (column[at] ?? 0) + rarityBeyondTitle * held;
    }
  }
  return divideBy(column, total);
}

function subjectShares(subject: Int32Array, shares: Float64Array, column: Float64Array): Float64Array {
  for (let at = 0; at < column.length; at += 1) {
    const named = subject[at] ?? -1;
    if (named >= 0) column[at] = shares[named] ?? 0;
  }
  return column;
}

interface Compared extends Pick<RankingContext, "question" | "alternatives" | "title"> {
  readonly words: readonly WordMatch[];
}

/** How much the question is the same as the one that each sentence answers. */
function compareAsked({ ties, sentences }: SentenceBlock, compared: Compared, column: Float64Array): Float64Array {
  const same = new Map<TiedText, number>();
  const letters = lettersOf(compared.question.folded.text);
  const others = new Set(compared.alternatives.flat().map(({ text }) => text));
  for (const at of ties.tied) {
    const asked = sentences[at]?.facts.ties.askedBy;
    if (!asked) continue;
    const value = same.get(asked) ?? compareQuestions(asked, { ...compared, letters, others, at });
    same.set(asked, value);
    column[at] = value;
  }
  return column;
}

/**
 * How much two questions are the same, 0–1: the smaller share of the words that either has of the other's, where both
 * ask for the same type of thing.
 */
function compareQuestions(
  asked: TiedText,
  {
    words,
    at,
    letters,
    others,
    question,
    title,
  }: Compared & {
    readonly letters: string;
    /** Other ways to say the question's words. */
    readonly others: ReadonlySet<string>;
    /** The place of a candidate that answers it. */
    readonly at: number;
  },
): number {
  const known = readAsked(asked);
  if (known.letters === letters) return 1;
  const needed = words.filter(({ part, asked: held }) => (held[at] ?? 0) >= FOUND || !title.includes(part.text));
  const forward = mean(needed.map(({ asked: held }) => held[at] ?? 0));
  if (forward < FOUND || known.type !== question.type) return 0;
  const isShared = (word: string): boolean =>
    words.some(({ part }) => part.text === word) || others.has(word) || standsIn(question, word);
  const shared = known.content.filter(isShared).length;
  const otherwise = known.content.filter((word) => !isShared(word) && !title.includes(word)).length;
  return shared === 0 ? 0 : Math.min(forward, shared / (shared + otherwise));
}

/** What a question of the article asks for, its letters, and its words but for those that ask. */
const readAsked = remember(({ text, words }: TiedText) => {
  const { type, asking } = findType(text);
  const asks = asking ? text.slice(asking.start, asking.end) : "";
  const content = words.filter((word) => !isStopWord(word) && !asks.includes(word));
  return { letters: lettersOf(text), type, content };
});

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
