import type { SentenceBlock } from "../search/sentence-block.ts";
import { holdsInTies } from "./hold-in-ties.ts";
import { FOUND, type Match } from "./match-shares.ts";
import { weighPart } from "./match-words.ts";
import { createSums, type HeldShares } from "./sum-matches.ts";
import type { QuestionPart } from "./question-parts.ts";
import type { RankingContext } from "./ranking-context.ts";

export interface PartsOptions {
  /** As they were matched: what stands for a whole word stands for its parts. */
  readonly words: readonly Match[];
  readonly context: RankingContext;
  readonly makeColumn: () => Float64Array;
}

/** Looks for pairs or for characters in every candidate; the Latin words, which have none, are added to them. */
export function holdParts(
  block: SentenceBlock,
  parts: readonly QuestionPart[],
  { words, context, makeColumn }: PartsOptions,
): HeldShares {
  const sums = createSums(makeColumn);
  const stands = new Uint16Array(block.texts.length);
  const found = new Float64Array(block.sentences.length);
  for (const part of parts) {
    const whole = words.find((other) => lies(part, other.part))?.found;
    const isAny = block.search.countTerm(part.text, stands.fill(0));
    for (let at = 0; at < found.length; at += 1) {
      const held = whole?.[at] ?? 0;
      found[at] = stands[at] ? 1 : held >= FOUND ? held : 0;
    }
    if (isAny) for (const at of block.ties.tied) found[at] = Math.max(found[at] ?? 0, holdsInTies(block, stands, at));
    sums.add(weighPart(part, found, context));
  }
  for (const word of words) if (!HAN.test(word.part.text)) sums.add(word);
  return sums.share();
}

const HAN = /\p{Script=Han}/u;

function lies(part: QuestionPart, whole: QuestionPart): boolean {
  return part.at >= whole.at && part.at + part.text.length <= whole.at + whole.length;
}
