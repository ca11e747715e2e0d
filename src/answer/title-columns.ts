import type { SentenceBlock } from "../search/sentence-block.ts";
import { divideBy, FOUND, type Match } from "./match-shares.ts";
import type { RankingContext } from "./ranking-context.ts";

/** What a word counts that does not stand in the sentence, but in one before it in its passage or in a heading. */
const ABOVE = 0.7;

export interface TitleOptions {
  readonly words: readonly Match[];
  /** As `matchAround` tells it. */
  readonly around: readonly Uint8Array[];
  readonly makeColumn: () => Float64Array;
}

/** Which of what the title names a sentence is about: under a title that names several, the one asked for decides. */
export function titleColumns(block: SentenceBlock, context: RankingContext, options: TitleOptions) {
  const { title, subjects = [], question, alternatives } = context;
  const { words, around, makeColumn } = options;
  const placed = words.map((word, place) => ({
    ...word,
    around: around[place],
    ways: [word.part.text, ...(alternatives[place] ?? []).map(({ text }) => text)],
  }));
  const inTitle = placed.filter(({ ways }) => ways.some((way) => title.includes(way)));
  const asked = subjects.length === 0 ? [] : placed.filter(({ ways }) => ways.some((way) => subjects.includes(way)));
  const said = new Set(asked.length === 0 ? [] : placed.flatMap(({ ways }) => ways));
  const others = subjects.filter((subject) => !question.folded.text.includes(subject) && !said.has(subject));
  return {
    titleNames: inTitle.length === 0 ? undefined : shareAround(inTitle, makeColumn()),
    otherTitleName: asked.length === 0 ? undefined : namesOthers(block, { asked, others }, makeColumn()),
  };
}

interface AroundMatch extends Match {
  readonly around: Uint8Array | undefined;
}

/** The share of some words' rarity that a sentence has or takes over from what stands above it. */
function shareAround(words: readonly AroundMatch[], column: Float64Array): Float64Array {
  let total = 0;
  for (const word of words) {
    total += word.rarity;
    for (let at = 0; at < column.length; at += 1) column[at] = (column[at] ?? 0) + word.rarity * heldAround(word, at);
  }
  return divideBy(column, total);
}

function heldAround({ found, around }: AroundMatch, at: number): number {
  if ((found[at] ?? 0) >= FOUND) return 1;
  return around?.[at] === 0 ? 0 : ABOVE;
}

interface Named {
  readonly asked: readonly AroundMatch[];
  readonly others: readonly string[];
}

function namesOthers({ search, texts }: SentenceBlock, { asked, others }: Named, column: Float64Array): Float64Array {
  const counts = new Uint16Array(texts.length);
  for (const other of others) search.countTerm(other, counts);
  for (let at = 0; at < column.length; at += 1) {
    column[at] = (counts[at] ?? 0) > 0 && !asked.some((word) => heldAround(word, at) > 0) ? 1 : 0;
  }
  return column;
}
