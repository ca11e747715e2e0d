import type { Figures } from "./figures.ts";

type Cell = (figures: Figures) => string;

const columns: readonly (readonly [heading: string, cell: Cell])[] = [
  ["answerable", ({ answerable }) => String(answerable)],
  ["hit@1", ({ answered }) => percent(answered?.hit1)],
  ["hit@3", ({ answered }) => percent(answered?.hit3)],
  ["MRR", ({ answered }) => decimals(answered?.mrr, 3)],
  ["near@1", ({ withNearest }) => percent(withNearest?.hit1)],
  ["near@3", ({ withNearest }) => percent(withNearest?.hit3)],
  ["near MRR", ({ withNearest }) => decimals(withNearest?.mrr, 3)],
  ["paragraph@1", ({ paragraph1 }) => percent(paragraph1)],
  ["declined wrongly", ({ declinedWrongly }) => percent(declinedWrongly)],
  ["unanswerable", ({ unanswerable }) => String(unanswerable)],
  ["declined rightly", ({ declinedRightly }) => percent(declinedRightly)],
  ["altered", ({ alteredQuotes }) => String(alteredQuotes)],
  ["p50 ms", ({ p50 }) => decimals(p50, 2)],
  ["p99 ms", ({ p99 }) => decimals(p99, 2)],
];

/** Shown below the table. */
export const TABLE_LEGEND =
  "hit@1, hit@3 and MRR count a declined question as a miss; near@1, near@3 and near MRR look at its nearest passages.";

/** Writes the groups as a table for a terminal, without columns that would be empty. */
export function figuresTable(groups: ReadonlyMap<string, Figures>): string {
  const figures = [...groups.values()];
  const shown = columns.filter(([, cell]) => figures.some((one) => cell(one) !== NONE));
  const rows = [
    ["", ...shown.map(([heading]) => heading)],
    ...[...groups].map(([group, one]) => [group, ...shown.map(([, cell]) => cell(one))]),
  ];
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, at) => Math.max(cell.length, most[at] ?? 0)), []);
  return rows.map((row) => row.map((cell, at) => pad(cell, widths[at] ?? 0, at === 0)).join("  ")).join("\n");
}

const NONE = "–";

function pad(cell: string, width: number, left: boolean): string {
  return left ? cell.padEnd(width) : cell.padStart(width);
}

function percent(value: number | undefined): string {
  return decimals(value, 1);
}

function decimals(value: number | undefined, digits: number): string {
  return value === undefined ? NONE : value.toFixed(digits);
}
