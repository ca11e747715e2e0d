import type { Outcome } from "./evaluate.ts";

/** Answers whose stated probabilities are about the same. */
export interface CalibrationBin {
  /** Probabilities from this on, 0–1 … */
  readonly from: number;
  /** … and below this, or up to 1 in the last bin. */
  readonly to: number;
  readonly count: number;
  /** The mean of the stated probabilities, 0–1; absent in an empty bin. */
  readonly stated?: number;
  /** The share whose first listed quote is right, 0–1; absent in an empty bin. */
  readonly right?: number;
}

/** How well the stated probability of an answer agrees with how often its first listed quote is right. */
export interface Calibration {
  readonly bins: readonly CalibrationBin[];
  /** Answers with a probability; the others are left out. */
  readonly count: number;
  /** The mean square of stated less right, 0–1; 0 is best. See https://en.wikipedia.org/wiki/Brier_score. */
  readonly brier?: number;
  /** The expected calibration error: the mean distance of stated and right over the bins, by their counts, 0–1. */
  readonly error?: number;
}

const BINS = 10;

interface Judged {
  readonly stated: number;
  readonly isRight: boolean;
}

/** Compares stated probabilities with what turned out right; nothing is right where nothing answers. */
export function measureCalibration(outcomes: readonly Outcome[]): Calibration {
  const judged = outcomes.flatMap(({ answer: { probability }, rankWithNearest }): Judged[] =>
    probability === undefined ? [] : [{ stated: probability, isRight: rankWithNearest === 1 }],
  );
  const bins = Array.from({ length: BINS }, (_, bin) =>
    measureBin(
      bin,
      judged.filter(({ stated }) => Math.min(BINS - 1, Math.floor(stated * BINS)) === bin),
    ),
  );
  if (judged.length === 0) return { bins, count: 0 };
  const brier = mean(judged.map(({ stated, isRight }) => (stated - Number(isRight)) ** 2));
  const distances = bins.map(({ count, stated = 0, right = 0 }) => count * Math.abs(stated - right));
  const error = distances.reduce((sum, distance) => sum + distance, 0) / judged.length;
  return { bins, count: judged.length, brier: rounded(brier), error: rounded(error) };
}

function measureBin(bin: number, judged: readonly Judged[]): CalibrationBin {
  const bounds = { from: bin / BINS, to: (bin + 1) / BINS, count: judged.length };
  if (judged.length === 0) return bounds;
  return {
    ...bounds,
    stated: rounded(mean(judged.map(({ stated }) => stated))),
    right: rounded(mean(judged.map(({ isRight }) => Number(isRight)))),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
