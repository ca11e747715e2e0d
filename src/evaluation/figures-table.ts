import type { Figures } from "./figures.ts";
import { type Column, decimals, NONE, textTable } from "./text-table.ts";

const hits: readonly Column<Figures>[] = [
  ["answerable", ({ answerable }) => count(answerable)],
  ["hit@1", ({ answered }) => decimals(answered?.hit1, 1)],
  ["hit@3", ({ answered }) => decimals(answered?.hit3, 1)],
  ["hit@10", ({ answered }) => decimals(answered?.hit10, 1)],
  ["MRR", ({ answered }) => decimals(answered?.mrr, 3)],
  ["near@1", ({ withNearest }) => decimals(withNearest?.hit1, 1)],
  ["near@3", ({ withNearest }) => decimals(withNearest?.hit3, 1)],
  ["near MRR", ({ withNearest }) => decimals(withNearest?.mrr, 3)],
  ["paragraph@1", ({ paragraph1 }) => decimals(paragraph1, 1)],
  ["one quote", ({ firstShown }) => decimals(firstShown?.one, 1)],
  ["behind", ({ firstShown }) => decimals(firstShown?.behind, 1)],
  ["altered", ({ alteredQuotes }) => String(alteredQuotes)],
  ["p50 ms", ({ p50 }) => decimals(p50, 2)],
  ["p99 ms", ({ p99 }) => decimals(p99, 2)],
];

const kinds: readonly Column<Figures>[] = [
  ["answerable", ({ answerable }) => count(answerable)],
  ["answered", ({ withAnswer }) => decimals(withAnswer?.answered, 1)],
  ["unsure", ({ withAnswer }) => decimals(withAnswer?.unsure, 1)],
  ["declined", ({ withAnswer }) => decimals(withAnswer?.declined, 1)],
  ["unanswerable", ({ unanswerable }) => count(unanswerable)],
  ["answered", ({ withoutAnswer }) => decimals(withoutAnswer?.answered, 1)],
  ["unsure", ({ withoutAnswer }) => decimals(withoutAnswer?.unsure, 1)],
  ["declined", ({ withoutAnswer }) => decimals(withoutAnswer?.declined, 1)],
];

/** Writes how often the right sentence came first, group by group. */
export function hitsTable(groups: ReadonlyMap<string, Figures>): string {
  return `${textTable(groups, hits)}\n${HITS_LEGEND}`;
}

/** Writes what kinds of answers questions got, group by group: first those with an answer, then those without. */
export function kindsTable(groups: ReadonlyMap<string, Figures>): string {
  return `${textTable(groups, kinds)}\n${KINDS_LEGEND}`;
}

const HITS_LEGEND = [
  "hit@1, hit@3, hit@10 and MRR, in %: an unsure answer counts by its quotes, a declined one as a miss; near@1, near@3 and near MRR",
  "look at the nearest passages of a declined one, too. A message may show fewer at first, and the others behind a button: “one quote” is",
  "the share of the answers that show one, “behind” that of the answerable questions whose right sentence comes behind the button.",
].join("\n");

const KINDS_LEGEND = [
  "Answered, unsure and declined in % of the answerable questions, then of the unanswerable ones. Wrong are the first",
  "“declined” and the second “answered”.",
].join("\n");

function count(questions: number): string {
  return questions === 0 ? NONE : String(questions);
}
