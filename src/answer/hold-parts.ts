import type { SentenceBlock } from "../search/sentence-block.ts";
import { holdsInTies } from "./hold-in-ties.ts";
import { FOUND, type Match } from "./match-shares.ts";
import { type MatchedWords, weighPart } from "./match-words.ts";
import { createSums, type HeldShares, type Sums } from "./sum-matches.ts";
import type { QuestionPart } from "./question-parts.ts";
import type { RankingContext } from "./ranking-context.ts";

export interface PartsOptions extends MatchedWords {
  readonly context: RankingContext;
  readonly makeColumn: () => Float64Array;
}

export interface HeldParts {
  readonly held: HeldShares;
  /** Without other ways to say a word; the same object where there are none. */
  readonly own: HeldShares;
}

/**
 * Looks for pairs or for characters in every candidate; the Latin words, which have none, are added to them.
 *
 * @param options the words as they were matched: what stands for a whole word stands for its parts.
 */
export function holdParts(
  block: SentenceBlock,
  parts: readonly QuestionPart[],
  { words, ownWords, context, makeColumn }: PartsOptions,
): HeldParts {
  const sums = createSums(makeColumn);
  const ownSums = words.every((word, place) => word === ownWords[place]) ? undefined : createSums(makeColumn);
  const stands = new Uint16Array(block.texts.length);
  const found = new Float64Array(block.sentences.length);
  for (const part of parts) {
    const place = words.findIndex((other) => lies(part, other.part));
    const isAny = block.search.countTerm(part.text, stands.fill(0));
    const hold = (whole: Match | undefined): Match => {
      holdPart(stands, whole?.found, found);
      if (isAny) for (const at of block.ties.tied) found[at] = Math.max(found[at] ?? 0, holdsInTies(block, stands, at));
      return weighPart(part, found, context);
    };
    const match = hold(words[place]);
    sums.add(match);
    ownSums?.add(words[place] === ownWords[place] ? match : hold(ownWords[place]));
  }
  addLatin(sums, words);
  const held = sums.share();
  if (!ownSums) return { held, own: held };
  addLatin(ownSums, ownWords);
  return { held, own: ownSums.share() };
}

function holdPart(stands: Uint16Array, whole: Float64Array | undefined, found: Float64Array): void {
  for (let at = 0; at < found.length; at += 1) {
    const held = whole?.[at] ?? 0;
    found[at] = stands[at] ? 1 : held >= FOUND ? held : 0;
  }
}

function addLatin(sums: Sums, words: readonly Match[]): void {
  for (const word of words) if (!HAN.test(word.part.text)) sums.add(word);
}

const HAN = /\p{Script=Han}/u;

function lies(part: QuestionPart, whole: QuestionPart): boolean {
  return part.at >= whole.at && part.at + part.text.length <= whole.at + whole.length;
}
