import type { WordingToken } from "../text/wording.ts";

/** A token of each text that stand for one another, or of one text alone. */
export interface Pair {
  readonly original?: WordingToken;
  readonly given?: WordingToken;
}

/**
 * Brings the first and the last words of the given text next to the others, where the original has them there too.
 *
 *     original   The most dangerous part … since the boiling water
 *     given                                      the boiling water   and not   The … boiling water
 */
export function slideEnds(pairs: readonly Pair[]): Pair[] {
  return slideFirst(slideFirst(pairs).toReversed()).toReversed();
}

function slideFirst(pairs: readonly Pair[]): Pair[] {
  const from = pairs.findIndex(({ given }) => given);
  const behind = pairs.findIndex(({ original, given }, index) => index > from && !(original && given));
  const next = pairs.findIndex(({ given }, index) => index > behind && given);
  if (from < 0 || !pairs[from]?.original || behind < 0 || next < 0) return [...pairs];
  const gap = pairs.slice(behind, next);
  const run = pairs.slice(from, behind);
  const target = gap.slice(gap.length - run.length);
  const isSame = (pair: Pair, index: number): boolean => pair.original?.skeleton === target[index]?.original?.skeleton;
  if (gap.some(({ given }) => given) || gap.length < run.length || !pairs[next]?.original || !run.every(isSame)) {
    return [...pairs];
  }
  const bare = ({ original }: Pair): Pair => ({ ...(original && { original }) });
  return [
    ...pairs.slice(0, from),
    ...run.map(bare),
    ...gap.slice(0, gap.length - run.length),
    ...run.map(({ given }, index) => ({ ...target[index], ...(given && { given }) })),
    ...pairs.slice(next),
  ];
}
