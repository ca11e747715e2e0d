import { factsOfBlock } from "./block-facts.ts";
import { fillColumn } from "./columns.ts";
import { IN_HEADING } from "./match-around.ts";
import { divideBy, FOUND, type Match } from "./match-shares.ts";
import type { Candidates } from "./ranking-context.ts";

export interface Around {
  readonly words: readonly Match[];
  /** As `matchAround` tells it. */
  readonly around: readonly Uint8Array[];
  /** The shares of the question's pairs and of its words that the candidates hold. */
  readonly pairShares: Float64Array;
  readonly wordShares: Float64Array;
}

/** How much of the question stands around a sentence: in its passage, its neighbours, the headings above it. */
export function contextColumns(
  { block, shares }: Candidates,
  { words, around, pairShares, wordShares }: Around,
  makeColumn: () => Float64Array,
) {
  const { asks } = factsOfBlock(block);
  const { previous, sentences } = block;
  const before = fillColumn(makeColumn(), (at) => pairShares[previous[at] ?? -1] ?? 0);
  const context = namedAround(words, around, makeColumn());
  return {
    passage: shares,
    passageBest: fillColumn(makeColumn(), (at) => ((shares[at] ?? 0) > 0.999 ? 1 : 0)),
    previous: before,
    next: fillColumn(makeColumn(), (at) => pairShares[sentences[at]?.next ?? -1] ?? 0),
    // What an article asks itself it answers in the next sentence.
    afterQuestion: fillColumn(makeColumn(), (at) =>
      asks[previous[at] ?? -1] === 1 && asks[at] === 0 ? (before[at] ?? 0) : 0,
    ),
    context,
    together: fillColumn(makeColumn(), (at) => (wordShares[at] ?? 0) + (context[at] ?? 0)),
    headings: namedInHeadings(words, around, makeColumn()),
  };
}

/** The share of question words that this sentence leaves out but an earlier one of its passage, or a heading, names. */
function namedAround(words: readonly Match[], around: readonly Uint8Array[], column: Float64Array): Float64Array {
  let total = 0;
  for (const [place, { found, rarity }] of words.entries()) {
    total += rarity;
    const named = around[place];
    for (let at = 0; at < column.length; at += 1) {
      if ((found[at] ?? 0) < FOUND && named?.[at] !== 0) column[at] = (column[at] ?? 0) + rarity;
    }
  }
  return divideBy(column, total);
}

function namedInHeadings(words: readonly Match[], around: readonly Uint8Array[], column: Float64Array): Float64Array {
  let total = 0;
  for (const [place, { rarity }] of words.entries()) {
    total += rarity;
    const named = around[place];
    for (let at = 0; at < column.length; at += 1) {
      if (((named?.[at] ?? 0) & IN_HEADING) !== 0) column[at] = (column[at] ?? 0) + rarity;
    }
  }
  return divideBy(column, total);
}
