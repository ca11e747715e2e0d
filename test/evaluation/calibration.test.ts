import { expect, test } from "vitest";
import { measureCalibration } from "../../src/evaluation/calibration.ts";
import { calibrationTable } from "../../src/evaluation/calibration-table.ts";
import { drawCalibration } from "../../src/evaluation/draw-calibration.ts";
import type { Outcome } from "../../src/evaluation/evaluate.ts";

/** What became of a question whose answer says how likely it is right; absent where it does not say. */
function outcome(probability: number | undefined, rank: number): Outcome {
  const stated = probability === undefined ? {} : { probability };
  return {
    case: { id: "1", question: "?", context: [], judgedBy: "whole", groups: ["all"], gold: [] },
    answer: { kind: "unsure", quotes: [], missing: [], added: [], ...stated },
    rank,
    rankWithNearest: rank,
    paragraphRank: rank,
    altered: 0,
    milliseconds: 1,
  };
}

const outcomes = [outcome(0.9, 1), outcome(1, 2), outcome(0.25, Infinity), outcome(0.2, 1), outcome(undefined, 1)];

test("compares what is stated with what is right, bin by bin, and leaves out who states nothing", () => {
  const { bins, ...figures } = measureCalibration(outcomes);
  // (0.1² + 1² + 0.25² + 0.8²) / 4, and (2 · |0.95 − 0.5| + 2 · |0.225 − 0.5|) / 4
  expect(figures).toEqual({ count: 4, brier: 0.4281, error: 0.3625 });
  expect(bins).toHaveLength(10);
  expect(bins.filter(({ count }) => count > 0)).toEqual([
    { from: 0.2, to: 0.3, count: 2, stated: 0.225, right: 0.5 },
    { from: 0.9, to: 1, count: 2, stated: 0.95, right: 0.5 },
  ]);
});

test.for([
  { name: "who is always as right as stated", given: [outcome(1, 1), outcome(0, 2)], brier: 0, error: 0 },
  { name: "who is always wrong", given: [outcome(1, 2), outcome(0, 1)], brier: 1, error: 1 },
  { name: "who never knows", given: [outcome(0.5, 1), outcome(0.5, 2)], brier: 0.25, error: 0 },
])("measures $name", ({ given, brier, error }) => {
  expect(measureCalibration(given)).toMatchObject({ brier, error });
});

test("writes a table of the bins with both figures", () => {
  const lines = calibrationTable(measureCalibration(outcomes)).split("\n");
  expect(lines.slice(0, 4)).toEqual([
    "          answers  stated  right",
    "0–10 %          –       –      –",
    "10–20 %         –       –      –",
    "20–30 %         2    22.5   50.0",
  ]);
  expect(lines.at(-1)).toBe("Brier score 0.428, expected calibration error 36.3 %, over 4 answers.");
  expect(calibrationTable(measureCalibration([]))).toBe("No answer states how likely it is to be right.");
});

test("draws a bar, a dot and a count a bin that is not empty", () => {
  const svg = drawCalibration(measureCalibration(outcomes));
  expect(svg).toMatch(/^<svg [^>]*>\n[^]*<\/svg>\n$/u);
  // One rectangle is the ground, one bar and one dot stand in the legend.
  expect(svg.match(/<rect /gu)).toHaveLength(4);
  expect(svg.match(/<circle /gu)).toHaveLength(3);
  expect(svg).toContain("4 answers, off by 36.3 points on average; Brier score 0.428");
  expect(drawCalibration(measureCalibration([]))).toContain("no answer states a probability");
});
