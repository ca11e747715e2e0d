import { formatValue } from "./format-value.ts";
import type { Range, Series } from "./prometheus-server.ts";
import type { Panel } from "./read-dashboard.ts";

/** A panel with what Prometheus answered, and what its lines are called. */
export interface FilledPanel {
  readonly panel: Panel;
  readonly lines: readonly { readonly name: string; readonly series: Series }[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const colours = ["#73bf69", "#f2cc0c", "#8ab8ff", "#ff780a", "#f2495c", "#5794f2", "#b877d9", "#96d98d", "#ffa6b0"];
const named: Readonly<Record<string, string>> = {
  green: "#299c46",
  red: "#d44a3a",
  orange: "#ed8128",
  blue: "#1f60c4",
};
/** Room for the scale and for the times below. */
const [left, bottom, legend] = [62, 20, 38];

/** Draws what stands in a panel, as HTML. */
export function drawPanel(filled: FilledPanel, range: Range, size: Size): string {
  switch (filled.panel.type) {
    case "row":
      return "";
    case "stat":
      return drawStat(filled);
    case "table":
      return drawTable(filled);
    case "timeseries":
      return drawLines(filled, range, size);
  }
}

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function drawStat({ panel, lines }: FilledPanel): string {
  const values = (lines[0]?.series.points ?? []).map(([, value]) => value).filter((value) => !Number.isNaN(value));
  const value = values.at(-1) ?? Number.NaN;
  const { unit = "", decimals, thresholds } = panel.fieldConfig?.defaults ?? {};
  const colour = thresholds?.steps.findLast((step) => step.value === null || value >= step.value)?.color ?? "blue";
  return `<div class="stat" style="background:${named[colour] ?? colour}">${formatValue(value, unit, decimals)}</div>`;
}

function drawTable({ lines }: FilledPanel): string {
  const names = [...new Set(lines.flatMap(({ series }) => Object.keys(series.labels)))];
  const head = names.map((name) => `<th>${escapeHtml(name)}</th>`).join("");
  const rows = lines.map(({ series: { labels } }) => {
    const cells = names.map((name) => `<td>${escapeHtml(labels[name] ?? "")}</td>`);
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table><tr>${head}</tr>${rows.join("")}</table>`;
}

interface Scale {
  readonly x: (time: number) => number;
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
  readonly width: number;
}

function drawLines({ panel, lines }: FilledPanel, range: Range, { width, height }: Size): string {
  const { unit = "", thresholds, custom, min = 0, max } = panel.fieldConfig?.defaults ?? {};
  const isStacked = custom?.stacking?.mode === "normal";
  const shown = isStacked ? stack(lines) : lines.map(({ series }) => ({ points: series.points, below: undefined }));
  const highest = Math.max(
    0,
    ...shown.flatMap(({ points }) => points.map(([, value]) => value).filter(Number.isFinite)),
  );
  const ticks = ticksUpTo(min, max ?? (highest || 1));
  const scale = scaleFor(range, ticks, { width, height: height - legend });
  const grid = scale.ticks.map((tick) => {
    const y = scale.y(tick);
    const line = `<line x1="${left}" x2="${width}" y1="${y}" y2="${y}" class="grid"/>`;
    return `${line}<text x="${left - 6}" y="${y + 4}" text-anchor="end">${formatValue(tick, unit)}</text>`;
  });
  const limits = custom?.thresholdsStyle?.mode === "dashed" ? (thresholds?.steps ?? []) : [];
  const marks = limits.map(({ value, color }) => drawLimit(value, named[color] ?? color, scale));
  const paths = shown.map((each, at) => drawPath(each, colourOf(at), scale));
  const svg = `<svg width="${width}" height="${height - legend}">${[...grid, ...times(range, scale, height)].join("")}${paths.join("")}${marks.join("")}</svg>`;
  const names = lines.map(
    ({ name }, at) => `<span><i style="background:${colourOf(at)}"></i>${escapeHtml(name)}</span>`,
  );
  return `${svg}<div class="legend">${names.join("")}</div>`;
}

interface Shown {
  readonly points: Series["points"];
  /** What it stands on; absent for a mere line. */
  readonly below: ReadonlyMap<number, number> | undefined;
}

function stack(lines: FilledPanel["lines"]): readonly Shown[] {
  let sums = new Map<number, number>();
  return lines.map(({ series }) => {
    const below = sums;
    const points = series.points.map(([at, value]) => [at, (below.get(at) ?? 0) + (value || 0)] as const);
    sums = new Map([...below, ...points]);
    return { points, below };
  });
}

function colourOf(at: number): string {
  return colours[at % colours.length] ?? "#fff";
}

/** Round numbers. */
function ticksUpTo(lowest: number, highest: number): readonly number[] {
  const rough = (highest - lowest) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough * 0.999) ?? rough;
  const count = Math.ceil((highest - lowest) / step - 0.001);
  return Array.from({ length: count + 1 }, (_, at) => lowest + at * step);
}

function scaleFor({ from, to }: Range, ticks: readonly number[], { width, height }: Size): Scale {
  const [lowest, highest] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const [top, floor] = [8, height - bottom];
  return {
    x: (time) => Math.round((left + ((time - from) / (to - from)) * (width - left - 4)) * 10) / 10,
    y: (value) => Math.round((floor - ((value - lowest) / (highest - lowest)) * (floor - top)) * 10) / 10,
    ticks,
    width,
  };
}

function times({ from, to }: Range, { x }: Scale, height: number): readonly string[] {
  return [0.1, 0.5, 0.9].map((share) => {
    const time = from + (to - from) * share;
    const text = new Date(time * 1000).toISOString().slice(11, 19);
    return `<text x="${x(time)}" y="${height - legend - 4}" text-anchor="middle">${text}</text>`;
  });
}

function drawPath({ points, below }: Shown, colour: string, { x, y }: Scale): string {
  const finite = points.filter(([, value]) => Number.isFinite(value));
  const line = finite.map(([at, value]) => `${x(at)} ${y(value)}`).join("L");
  if (line === "") return "";
  const stroke = `<path d="M${line}" fill="none" stroke="${colour}" stroke-width="1.4"/>`;
  if (!below) return stroke;
  const back = finite.toReversed().map(([at]) => `${x(at)} ${y(below.get(at) ?? 0)}`);
  return `<path d="M${line}L${back.join("L")}Z" fill="${colour}" fill-opacity="0.3"/>${stroke}`;
}

/** A limit far above everything is not shown, as in Grafana. */
function drawLimit(value: number | null, colour: string, { y, ticks, width }: Scale): string {
  if (value === null || value > (ticks.at(-1) ?? 0)) return "";
  return `<line x1="${left}" x2="${width}" y1="${y(value)}" y2="${y(value)}" stroke="${colour}" stroke-dasharray="6 4"/>`;
}
