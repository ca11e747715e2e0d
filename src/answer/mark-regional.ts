import { remember } from "../languages/remember.ts";
import type { SynonymTable } from "../languages/synonym-table.ts";
import type { Pair } from "./slide-ends.ts";

/** How far around a difference a regional word may reach, in tokens. */
const REGIONAL_REACH = 6;

/** What the words of a table begin with: few words of a text do. */
const beginningsOf = remember(
  (table: SynonymTable): ReadonlySet<string> => new Set(Array.from(table.keys(), (key) => key.charAt(0))),
);

/** The pairs in which one region's word stands for another's, those included that the words share. */
export function markRegional(pairs: readonly Pair[], regional: SynonymTable): Set<Pair> {
  const marked = new Set<Pair>();
  for (const [at, pair] of pairs.entries()) {
    if ((pair.original && pair.given) || marked.has(pair)) continue;
    for (const pairAround of regionalAround(pairs, at, regional)) marked.add(pairAround);
  }
  return marked;
}

function regionalAround(pairs: readonly Pair[], at: number, regional: SynonymTable): readonly Pair[] {
  const beginnings = beginningsOf(regional);
  let [before, givenBefore] = ["", ""];
  for (let from = at; from >= Math.max(0, at - REGIONAL_REACH); from -= 1) {
    before = (pairs[from]?.original?.skeleton ?? "") + before;
    givenBefore = (pairs[from]?.given?.skeleton ?? "") + givenBefore;
    let [original, given] = [before, givenBefore];
    if (original !== "" && !beginnings.has(original.charAt(0))) continue;
    for (let to = at + 1; to <= Math.min(pairs.length, at + 1 + REGIONAL_REACH); to += 1) {
      if (regional.find(original).some(({ text }) => text === given)) return pairs.slice(from, to);
      original += pairs[to]?.original?.skeleton ?? "";
      given += pairs[to]?.given?.skeleton ?? "";
    }
  }
  return [];
}
