import { remember } from "../languages/remember.ts";
import type { SentenceFacts } from "../search/sentence-facts.ts";
import type { SentenceBlock } from "../search/sentence-block.ts";
import { fillColumn } from "./columns.ts";
import { isProper } from "./is-proper.ts";
import { IN_HEADING } from "./match-around.ts";
import { divideBy, FOUND, type Match } from "./match-shares.ts";
import type { RankingContext } from "./ranking-context.ts";
import type { TitleOptions } from "./title-columns.ts";

/**
 * Whether a sentence is about those whom the question names. Rarity says nothing of them: whom an article is about stands in
 * most of its sentences, and still the one that is asked for decides.
 */
export function properColumns(block: SentenceBlock, context: RankingContext, options: TitleOptions) {
  const { question, isName = () => false } = context;
  const { words, around, makeColumn } = options;
  const placed = words.map((word, place) => ({ ...word, around: around[place] }));
  const proper = placed.filter(({ part }) => isProper(part, question, isName));
  if (proper.length === 0) {
    return {
      asksForNames: undefined,
      properHere: makeColumn().fill(1),
      properNear: makeColumn().fill(1),
      rivalName: undefined,
    };
  }
  const isNear = (word: Placed, at: number): boolean =>
    holds(word, at) || holds(word, block.previous[at] ?? -1) || ((word.around?.[at] ?? 0) & IN_HEADING) !== 0;
  const here = shareOf(proper, holds, makeColumn());
  const namesOf = plainNames(isName);
  const isOther = (name: string): boolean => !question.folded.text.includes(name);
  return {
    asksForNames: makeColumn().fill(1),
    properHere: here,
    properNear: shareOf(proper, isNear, makeColumn()),
    rivalName: fillColumn(makeColumn(), (at) => {
      const facts = here[at] === 0 ? block.sentences[at]?.facts : undefined;
      if (!facts) return 0;
      return namesOf(facts).some(isOther) || facts.names.some(({ text }) => isOther(text)) ? 1 : 0;
    }),
  };
}

interface Placed extends Match {
  readonly around: Uint8Array | undefined;
}

/** The share of some words for which something holds, by candidate. */
function shareOf(
  words: readonly Placed[],
  hold: (word: Placed, at: number) => boolean,
  column: Float64Array,
): Float64Array {
  for (const word of words) {
    for (let at = 0; at < column.length; at += 1) if (hold(word, at)) column[at] = (column[at] ?? 0) + 1;
  }
  return divideBy(column, words.length);
}

function holds({ found }: Match, index: number): boolean {
  return (found[index] ?? 0) >= FOUND;
}

/** The names of each sentence but for those that only a dictionary knows: of the table of names, or capitalised within it. */
const plainNames = remember((isName: (word: string) => boolean) =>
  remember(({ terms, capitals }: SentenceFacts): readonly string[] => [
    ...[...terms].filter((term) => term.length > 1 && isName(term)),
    ...capitals,
  ]),
);
