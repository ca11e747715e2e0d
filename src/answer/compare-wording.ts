import type { SynonymTable } from "../languages/synonym-table.ts";
import type { Span } from "../text/span.ts";
import type { Analyse } from "../text/terms.ts";
import type { WordingToken } from "../text/wording.ts";
import { wordingTokens } from "../text/wording.ts";
import { alignTokens } from "./align-tokens.ts";
import { joinCompounds } from "./join-compounds.ts";
import { markRegional } from "./mark-regional.ts";
import type { Pair } from "./slide-ends.ts";
import { isCommon, joinDifferences, typographicDifferences } from "./join-differences.ts";

/** What two equal words may differ in. */
export type TypographicKind = "spaces" | "punctuation" | "width" | "case" | "script" | "accents" | "hyphens";

export type Difference =
  /** Other words. One side is absent where words were added or left out. */
  | { readonly kind: "words"; readonly original?: Span; readonly given?: Span }
  | { readonly kind: TypographicKind; readonly original?: Span; readonly given?: Span };

export interface Comparison {
  /** In reading order. */
  readonly differences: readonly Difference[];
  /** The stretch of the original that the given text covers. */
  readonly covered: Span;
  /** The share of the given text's words that stand in the original, in the same order: 0–1. */
  readonly agreement: number;
}

/**
 * Compares a given wording with an original, word by word.
 *
 * What the original has before and behind the given text is no difference: one may quote a part of a sentence. Gives
 * nothing where the texts have nothing in common.
 */
export function compareWording(original: string, given: string, options: Comparing): Comparison | undefined {
  const wordingOf = (text: string): Wording => ({ text, tokens: wordingTokens(text, options.analyse) });
  return compareTokens(wordingOf(original), wordingOf(given), options.regional);
}

/** A text with its tokens. */
export interface Wording {
  readonly text: string;
  readonly tokens: readonly WordingToken[];
}

/** Compares what is cut into tokens already. */
export function compareTokens(
  { text: original, tokens: originalTokens }: Wording,
  { text: given, tokens: givenTokens }: Wording,
  table?: SynonymTable,
): Comparison | undefined {
  const aligned = alignTokens(...evenTokens(originalTokens, givenTokens));
  const regional = table ? markRegional(aligned, table) : new Set<Pair>();
  const [from, to] = commonStretch(aligned, regional);
  const middle = aligned.slice(from, to + 1);
  if (from === -1) return undefined;
  const inside = [...beside(aligned.slice(0, from), "before"), ...middle, ...beside(aligned.slice(to + 1), "behind")];
  const common = inside.filter(isCommon);
  const [first, last] = [common[0], common.at(-1)];
  if (!first || !last) return undefined;
  const words = inside.filter((pair) => pair.given?.kind === "word").length;
  return {
    differences: [
      ...joinDifferences(inside, regional),
      ...typographicDifferences(
        common.filter((pair) => !regional.has(pair)),
        { original, given },
      ),
    ].toSorted(byPlace),
    covered: { start: first.original.span.start, end: last.original.span.end },
    agreement: words === 0 ? 0 : common.filter((pair) => pair.given.kind === "word").length / words,
  };
}

export interface Comparing {
  readonly analyse: Analyse;
  /** Words of other regions: one for another is shown whole, 網路 for 网络, and not as 路 for 络. */
  readonly regional?: SynonymTable;
}

/** What one text writes as a compound and the other as one word becomes one word in both. */
function evenTokens(
  original: readonly WordingToken[],
  given: readonly WordingToken[],
): [readonly WordingToken[], readonly WordingToken[]] {
  const words = new Set([...original, ...given].filter(({ kind }) => kind === "word").map(({ skeleton }) => skeleton));
  return [joinCompounds(original, words), joinCompounds(given, words)];
}

/**
 * From the first common word to the last, with the common marks that touch them: a mark may also match far away. A word
 * that another region's stands for is common in this sense.
 */
function commonStretch(pairs: readonly Pair[], regional: ReadonlySet<Pair>): [number, number] {
  let [from, to] = [pairs.findIndex(isCommonWord), pairs.findLastIndex(isCommonWord)];
  const goesOn = (inside: Pair | undefined, outside: Pair | undefined): boolean =>
    outside !== undefined &&
    (regional.has(outside) || (inside !== undefined && regional.has(inside) && isCommon(outside)));
  while (touch(pairs[from - 1], pairs[from]) || goesOn(pairs[from], pairs[from - 1])) from -= 1;
  while (touch(pairs[to], pairs[to + 1]) || goesOn(pairs[to], pairs[to + 1])) to += 1;
  return [from, to];
}

function isCommonWord(pair: Pair): boolean {
  return isCommon(pair) && pair.original.kind === "word";
}

function touch(one: Pair | undefined, other: Pair | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    isCommon(one) &&
    isCommon(other) &&
    one.original.span.end === other.original.span.start
  );
}

/**
 * What stands beside the common stretch: all of the given text, and of the original as many words as were replaced.
 *
 *     original   … fell by 0.3%. And then …
 *     given      … fell by 0.5%.
 */
function beside(pairs: readonly Pair[], side: "before" | "behind"): Pair[] {
  const given = pairs.flatMap((pair) => pair.given ?? []);
  const all = pairs.flatMap((pair) => pair.original ?? []);
  let missing = given.filter(({ kind }) => kind === "word").length;
  const replaced: WordingToken[] = [];
  for (const token of side === "before" ? all.toReversed() : all) {
    if (missing === 0 && (token.kind === "word" || replaced.length === 0)) break;
    if (token.kind === "word") missing -= 1;
    replaced.push(token);
  }
  if (!replaced.some(({ kind }) => kind === "word")) return given.map((token) => ({ given: token }));
  return alignEnds(side === "before" ? replaced.toReversed() : replaced, given);
}

/** Equal marks at both ends of a replaced stretch are no part of it. */
function alignEnds(original: readonly WordingToken[], given: readonly WordingToken[]): Pair[] {
  let [from, back] = [0, 0];
  while (isSameMark(original[from], given[from])) from += 1;
  while (
    back < Math.min(original.length, given.length) - from &&
    isSameMark(original.at(-1 - back), given.at(-1 - back))
  )
    back += 1;
  const both = (index: number, other: number): Pair[] => {
    const [one, two] = [original[index], given[other]];
    return one && two ? [{ original: one, given: two }] : [];
  };
  return [
    ...Array.from({ length: from }, (_, index) => both(index, index)).flat(),
    ...given.slice(from, given.length - back).map((token): Pair => ({ given: token })),
    ...original.slice(from, original.length - back).map((token): Pair => ({ original: token })),
    ...Array.from({ length: back }, (_, index) =>
      both(original.length - back + index, given.length - back + index),
    ).flat(),
  ];
}

function isSameMark(one: WordingToken | undefined, other: WordingToken | undefined): boolean {
  return one?.kind === "mark" && one.skeleton === other?.skeleton;
}

function byPlace(one: Difference, other: Difference): number {
  return (one.original ?? one.given ?? none).start - (other.original ?? other.given ?? none).start;
}

const none: Span = { start: 0, end: 0 };
