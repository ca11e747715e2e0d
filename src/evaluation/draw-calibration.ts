import type { Calibration, CalibrationBin } from "./calibration.ts";

const SIDE = 400;
const LEFT = 88;
const TOP = 72;
const WIDTH = LEFT + SIDE + 72;
const HEIGHT = TOP + SIDE + 96;
const BAR = "#9bbdd9";
const DOT = "#1d4e79";

/**
 * Draws a reliability diagram as SVG: a bar a bin for the share that is right, a dot where its stated probability is.
 *
 * Where the dots lie on the diagonal, the probability can be taken at its word.
 */
export function drawCalibration({ bins, count, brier, error }: Calibration): string {
  const filled = bins.filter(({ stated, right }) => stated !== undefined && right !== undefined);
  const figures =
    brier === undefined || error === undefined
      ? "no answer states a probability"
      : `${count.toLocaleString("en")} answers, off by ${(error * 100).toFixed(1)} points on average; Brier score ${brier.toFixed(3)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="13">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="16" y="28" font-size="16" font-weight="600" fill="#222">When the bot says how sure it is, how often is it right?</text>`,
    text({ x: 16, y: 50, anchor: "start" }, figures),
    ...grid(),
    ...filled.map(drawBar),
    `<line x1="${across(0)}" y1="${up(0)}" x2="${across(1)}" y2="${up(1)}" stroke="#555" stroke-dasharray="5 4"/>`,
    ...filled.map(drawDot),
    ...filled.map(drawCount),
    text({ x: LEFT + SIDE / 2, y: TOP + SIDE + 44 }, "How sure the bot says it is that its first quote answers"),
    `<g transform="translate(26 ${TOP + SIDE / 2}) rotate(-90)">${text({ x: 0, y: 0 }, "How often the first quote does answer")}</g>`,
    ...legend(),
    "</svg>",
    "",
  ].join("\n");
}

function grid(): string[] {
  return [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((share) => [
    `<line x1="${across(share)}" y1="${up(0)}" x2="${across(share)}" y2="${up(1)}" stroke="#e4e4e4"/>`,
    `<line x1="${across(0)}" y1="${up(share)}" x2="${across(1)}" y2="${up(share)}" stroke="#e4e4e4"/>`,
    text({ x: across(share), y: TOP + SIDE + 20 }, percent(share)),
    text({ x: LEFT - 8, y: up(share) + 4, anchor: "end" }, percent(share)),
  ]);
}

function drawBar({ from, to, right = 0 }: CalibrationBin): string {
  const width = across(to) - across(from) - 4;
  return `<rect x="${across(from) + 2}" y="${up(right)}" width="${width}" height="${up(0) - up(right)}" fill="${BAR}"/>`;
}

function drawDot({ stated = 0, right = 0 }: CalibrationBin): string {
  return `<circle cx="${across(stated)}" cy="${up(right)}" r="5" fill="${DOT}" stroke="#fff" stroke-width="1.5"/>`;
}

/** Stands above the bar: few answers say little. */
function drawCount({ from, to, count, right = 0 }: CalibrationBin): string {
  return text({ x: across((from + to) / 2), y: up(right) - 11, size: 11 }, count.toLocaleString("en"));
}

function legend(): string[] {
  const y = TOP + SIDE + 76;
  return [
    `<rect x="${LEFT}" y="${y - 11}" width="14" height="12" fill="${BAR}"/>`,
    text({ x: LEFT + 20, y, anchor: "start" }, "how often right (of how many answers)"),
    `<circle cx="${LEFT + 284}" cy="${y - 5}" r="5" fill="${DOT}"/>`,
    text({ x: LEFT + 295, y, anchor: "start" }, "said"),
    `<line x1="${LEFT + 350}" y1="${y - 5}" x2="${LEFT + 374}" y2="${y - 5}" stroke="#555" stroke-dasharray="5 4"/>`,
    text({ x: LEFT + 381, y, anchor: "start" }, "just as said"),
  ];
}

function across(share: number): number {
  return round(LEFT + share * SIDE);
}

function up(share: number): number {
  return round(TOP + (1 - share) * SIDE);
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly size?: number;
}

/** What is shown holds words and numbers of this file alone, so there is nothing to escape. */
function text({ x, y, anchor = "middle", size = 13 }: Place, shown: string): string {
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="#333">${shown}</text>`;
}
