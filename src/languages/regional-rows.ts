import type { DictLike } from "opencc-js/core";
import { configs } from "opencc-js/preset/t2cn";
import type { Fold } from "../text/fold.ts";

/** A word of Taiwan or Hong Kong with the Mainland's for the same, both folded. */
export interface RegionalPair {
  readonly regional: string;
  readonly mainland: string;
  /** The Mainland has the first word too, and may mean something else by it: 支援, 智慧, 资料. */
  readonly isShared: boolean;
}

/** A word that jieba's word list has so often is the Mainland's own. */
const OWN = 100;

/**
 * Lists OpenCC's words of Taiwan and Hong Kong.
 *
 * A word that is the Mainland's for what Taiwan calls otherwise is left out: Taiwan's 程式 is the Mainland's 程序, and
 * Taiwan's 程序 must not lead to 进程.
 */
export function regionalPairs(fold: Fold, frequency: (word: string) => number): RegionalPair[] {
  const { hk2sp, tw2sp } = configs;
  if (!hk2sp || !tw2sp) throw new Error("opencc-js lacks one of its configurations hk2sp, tw2sp");
  const pairs = [hk2sp, tw2sp]
    .flatMap(({ conversionChain }) => conversionChain[0]?.slice(0, 1) ?? [])
    .flatMap(entries)
    .map(([from, to]) => ({ regional: fold(from).text, mainland: fold(to).text }))
    .filter(({ regional, mainland }) => regional !== mainland);
  const mainland = new Set(pairs.map((pair) => pair.mainland));
  const kept = new Map(pairs.map((pair) => [`${pair.regional} ${pair.mainland}`, pair]));
  return [...kept.values()]
    .filter(({ regional }) => !mainland.has(regional))
    .map((pair) => ({ ...pair, isShared: frequency(pair.regional) >= OWN }))
    .toSorted((a, b) => Number(a.isShared) - Number(b.isShared));
}

/** Writes a synonym table: words of one region alone lead both ways as one, shared ones as words that may mean the same. */
export function regionalTable(pairs: readonly RegionalPair[]): string {
  const lines = pairs.map(({ regional, mainland, isShared }) =>
    isShared ? `${regional} => ${mainland}\n${mainland} => ${regional}` : `${regional}, ${mainland}`,
  );
  return [...HEADER, ...lines, ""].join("\n");
}

const HEADER = [
  "# Words of Taiwan and Hong Kong with the Mainland's, from OpenCC (Apache-2.0). Made by `npm run dictionary`: do not edit.",
  "# With a comma: a word that only one region has. With arrows: the Mainland has both, and may mean something else by one.",
];

function entries(dictionary: DictLike): (readonly [string, string])[] {
  const rows = typeof dictionary === "string" ? dictionary.split("|").map((row) => row.split(" ")) : dictionary;
  return rows.map(([from = "", to = ""]) => [from, to]);
}
