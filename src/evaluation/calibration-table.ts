import type { Calibration, CalibrationBin } from "./calibration.ts";
import { type Column, decimals, NONE, textTable } from "./text-table.ts";

const columns: readonly Column<CalibrationBin>[] = [
  ["answers", ({ count }) => (count === 0 ? NONE : String(count))],
  ["stated", ({ stated }) => decimals(percent(stated), 1)],
  ["right", ({ right }) => decimals(percent(right), 1)],
];

/** Writes the probability that answers state beside how often their first quote is right, in per cent. */
export function calibrationTable({ bins, count, brier, error }: Calibration): string {
  if (count === 0) return "No answer states how likely it is to be right.";
  const rows = new Map(bins.map((bin) => [`${Math.round(bin.from * 100)}–${Math.round(bin.to * 100)} %`, bin]));
  return [
    textTable(rows, columns),
    "How likely answers say that their first quote answers, and the share of them where it does.",
    `Brier score ${decimals(brier, 3)}, expected calibration error ${decimals(percent(error), 1)} %, over ${count} answers.`,
  ].join("\n");
}

function percent(share: number | undefined): number | undefined {
  return share === undefined ? undefined : share * 100;
}
