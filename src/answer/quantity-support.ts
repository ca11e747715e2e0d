import { compareQuantities, type Comparison } from "../text/compare-quantities.ts";
import type { Quantity } from "../text/quantity.ts";
import type { Question } from "./question.ts";
import type { Ranking } from "./rank-sentences.ts";

/** What becomes of the numbers and dates that a question states, in a ranking's sentences. */
export interface QuantitySupport {
  /** Shares of them that the best sentence does not tell, tells otherwise, or that stand nowhere. */
  readonly missing: number;
  readonly other: number;
  readonly nowhere: number;
  /** The best sentences tell one of them otherwise. */
  readonly contradicted: boolean;
}

/** So many of the best sentences are looked through for what the question asks about. */
const BEST = 3;

/** Looks for a question's numbers and dates in a ranking's sentences. */
export function quantitySupport({ quantities }: Question, { sentences }: Ranking): QuantitySupport {
  const told = quantities.map((asked) => sentences.map((sentence) => comparisonsIn(sentence, asked)));
  const share = (isSo: (ways: readonly ReadonlySet<Comparison>[]) => boolean): number =>
    quantities.length === 0 ? 0 : told.filter(isSo).length / quantities.length;
  return {
    missing: share(([best]) => !tells(best)),
    other: share(([best]) => !tells(best) && (best?.has("different") ?? false)),
    nowhere: share((ways) => !ways.some(tells)),
    contradicted: quantities.some((asked, place) => isContradicted(asked, told[place] ?? [])),
  };
}

type RankedSentence = Ranking["sentences"][number];

function comparisonsIn({ facts }: RankedSentence, asked: Quantity): Set<Comparison> {
  return new Set(facts.quantities.map((told) => compareQuantities(asked, told)));
}

function tells(ways: ReadonlySet<Comparison> | undefined): boolean {
  return ways !== undefined && (ways.has("same") || ways.has("compatible"));
}

/** A date or an ordinal that none of the best sentences tells, while one of them tells another of its kind. */
function isContradicted({ kind }: Quantity, ways: readonly ReadonlySet<Comparison>[]): boolean {
  if (kind !== "date" && kind !== "ordinal") return false;
  const best = ways.slice(0, BEST);
  const isTold = ways.some((way) => way.has("same"));
  if (!isTold && best[0]?.has("different") && !tells(best[0])) return true;
  // Where the date stands further down, any other date contradicts: the best sentences are about something else.
  if (ways.some(tells)) return ways.some((way) => way.has("different")) && !best.some(tells);
  return best.some((way) => way.has("different"));
}
