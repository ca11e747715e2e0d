import { divideBy, type Match } from "./match-shares.ts";

/** How much of some parts of the question each candidate holds. */
export interface HeldShares {
  /** The share of the parts' rarity, and the same without what the article's title says already; the same column where that is nothing. */
  readonly withTitle: Float64Array;
  readonly beyondTitle: Float64Array;
  /** The rarity of what it holds whole. */
  readonly whole: Float64Array;
}

export interface Sums {
  readonly add: (match: Match) => void;
  /** Once all are added. */
  readonly share: () => HeldShares;
}

/** Adds up parts of the question, one behind the other. */
export function createSums(makeColumn: () => Float64Array): Sums {
  const [withTitle, whole] = [makeColumn(), makeColumn()];
  let beyondTitle: Float64Array | undefined;
  let [rarityWith, rarityBeyond] = [0, 0];
  return {
    add({ found, rarity, rarityBeyondTitle }) {
      rarityWith += rarity;
      rarityBeyond += rarityBeyondTitle;
      if (rarity === 0) return;
      if (rarityBeyondTitle !== rarity && !beyondTitle) (beyondTitle = makeColumn()).set(withTitle);
      if (beyondTitle && rarityBeyondTitle !== 0) addTo(beyondTitle, found, rarityBeyondTitle);
      for (let at = 0; at < withTitle.length; at += 1) {
        const held = found[at] ?? 0;
        if (held === 0) continue;
        withTitle[at] = (withTitle[at] ?? 0) + rarity * held;
        if (held >= 1) whole[at] = (whole[at] ?? 0) + rarity;
      }
    },
    share() {
      const shares = divideBy(withTitle, rarityWith);
      return { withTitle: shares, beyondTitle: beyondTitle ? divideBy(beyondTitle, rarityBeyond) : shares, whole };
    },
  };
}

function addTo(column: Float64Array, found: Float64Array, weight: number): void {
  for (let at = 0; at < column.length; at += 1) {
    const held = found[at] ?? 0;
    if (held !== 0) column[at] = (column[at] ?? 0) + weight * held;
  }
}

/** Adds up parts that were matched before. */
export function sumMatches(matches: readonly Match[], makeColumn: () => Float64Array): HeldShares {
  const sums = createSums(makeColumn);
  for (const match of matches) sums.add(match);
  return sums.share();
}
