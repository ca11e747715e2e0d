import type { Span } from "../text/span.ts";
import type { WordingToken } from "../text/wording.ts";
import type { Difference } from "./compare-wording.ts";
import type { Pair } from "./slide-ends.ts";
import { typographicKind } from "./typographic-kind.ts";

/** A token that both texts have. */
export interface Both {
  readonly original: WordingToken;
  readonly given: WordingToken;
}

export function isCommon(pair: Pair): pair is Both {
  return pair.original !== undefined && pair.given !== undefined;
}

/** Neighbouring tokens that only one side has become one difference; without a word among them it is typographic. */
export function joinDifferences(pairs: readonly Pair[], regional: ReadonlySet<Pair>): Difference[] {
  const differences: Difference[] = [];
  let run: Pair[] = [];
  for (const pair of [...pairs, undefined]) {
    if (pair && (!isCommon(pair) || regional.has(pair))) {
      run.push(pair);
      continue;
    }
    if (run.length > 0) differences.push(joinRun(run));
    run = [];
  }
  return differences;
}

function joinRun(run: readonly Pair[]): Difference {
  const isWord = run.some(({ original, given }) => original?.kind === "word" || given?.kind === "word");
  const original = reach(run.flatMap((pair) => pair.original ?? []));
  const given = reach(run.flatMap((pair) => pair.given ?? []));
  return { kind: isWord ? "words" : "punctuation", ...(original && { original }), ...(given && { given }) };
}

function reach(tokens: readonly WordingToken[]): Span | undefined {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first && last ? { start: first.span.start, end: last.span.end } : undefined;
}

/** Tells in what tokens that both texts have differ. */
export function typographicDifferences(
  common: readonly Both[],
  { original, given }: Readonly<Record<"original" | "given", string>>,
): Difference[] {
  const all = common.flatMap((pair, index): Difference[] => {
    const [theirs, own] = [cut(original, pair.original.span), cut(given, pair.given.span)];
    const spans = { original: pair.original.span, given: pair.given.span };
    const differences: Difference[] =
      theirs === own ? [] : [{ kind: typographicKind(pair.original, theirs, own), ...spans }];
    const before = common[index - 1];
    if (before && hasGap(original, before.original, pair.original) !== hasGap(given, before.given, pair.given)) {
      differences.unshift({ kind: "spaces", ...spans });
    }
    return differences;
  });
  return joinNeighbours(all);
}

/** One word in another script is one difference, not one for each of its characters. */
function joinNeighbours(all: readonly Difference[]): Difference[] {
  const joined: Difference[] = [];
  for (const difference of all) {
    const last = joined.at(-1);
    const touches =
      last?.kind === difference.kind &&
      last.original?.end === difference.original?.start &&
      last.given?.end === difference.given?.start;
    if (!touches || !last?.original || !last.given || !difference.original || !difference.given) {
      joined.push(difference);
      continue;
    }
    joined[joined.length - 1] = {
      kind: last.kind,
      original: { start: last.original.start, end: difference.original.end },
      given: { start: last.given.start, end: difference.given.end },
    };
  }
  return joined;
}

function hasGap(text: string, before: WordingToken, behind: WordingToken): boolean {
  return /\s/u.test(text.slice(before.span.end, behind.span.start));
}

function cut(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
