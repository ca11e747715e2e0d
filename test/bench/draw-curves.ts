import { colour, heading, LABEL, line, type Panel, ROW, text, WIDTH } from "./svg.ts";

export interface Curve {
  readonly name: string;
  /** From left to right. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface Curves {
  readonly title: string;
  readonly curves: readonly Curve[];
  /** Of the upright axis. */
  readonly unit: string;
}

const HEIGHT = 260;
/** What stands at the right tells which curve is whose. */
const KEY = 230;

/** Draws curves with both axes by powers of ten. */
export function drawCurves({ title, curves, unit }: Curves): Panel {
  const all = curves.flatMap(({ points }) => points);
  if (all.length === 0) return { height: 0, draw: "" };
  const right = WIDTH - KEY;
  const across = axis(
    all.map(({ x }) => x),
    LABEL,
    right,
  );
  const up = axis(
    all.map(({ y }) => y),
    HEIGHT + 24,
    34,
  );
  const grid = [
    ...across.ticks.map(
      (tick) =>
        line(across.at(tick), 34, across.at(tick), HEIGHT + 24) +
        text(across.at(tick), HEIGHT + 44, tick.toLocaleString("en"), "middle"),
    ),
    ...up.ticks.map(
      (tick) =>
        line(LABEL, up.at(tick), right, up.at(tick)) + text(LABEL - 8, up.at(tick) + 4, `${tick} ${unit}`, "end"),
    ),
  ];
  const drawn = curves.map(({ name, points }, place) => {
    const path = points.map(({ x, y }) => `${across.at(x).toFixed(1)},${up.at(y).toFixed(1)}`);
    const dots = path.map(
      (point) => `<circle cx="${point.split(",")[0]}" cy="${point.split(",")[1]}" r="3" fill="${colour(place)}"/>`,
    );
    const key = `<rect x="${right + 14}" y="${30 + place * ROW}" width="12" height="12" fill="${colour(place)}"/>${text(right + 32, 41 + place * ROW, name)}`;
    return `<polyline points="${path.join(" ")}" fill="none" stroke="${colour(place)}" stroke-width="2"/>${dots.join("")}${key}`;
  });
  return { height: HEIGHT + 60, draw: heading(title) + grid.join("") + drawn.join("") };
}

interface Axis {
  readonly ticks: readonly number[];
  readonly at: (value: number) => number;
}

function axis(values: readonly number[], from: number, to: number): Axis {
  const least = Math.floor(Math.log10(Math.max(1e-3, Math.min(...values))));
  const most = Math.max(least + 1, Math.ceil(Math.log10(Math.max(...values))));
  const at = (value: number): number =>
    from + ((Math.log10(Math.max(1e-3, value)) - least) / (most - least)) * (to - from);
  return {
    at,
    ticks: Array.from({ length: most - least + 1 }, (_, step) => Number((10 ** (least + step)).toPrecision(1))),
  };
}
