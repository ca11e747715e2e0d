import type { BenchResult, EngineResult } from "./results.ts";

const COLOURS = [
  "#d1495b",
  "#30638e",
  "#5c9ead",
  "#edae49",
  "#66a182",
  "#8d6a9f",
  "#8c7051",
  "#c9a690",
  "#2e4057",
  "#9aa5b1",
];
const WIDTH = 900;
const ROW = 22;
const LABEL = 190;

/** Draws, for each set of questions, how often the right sentence comes first, and then the time of a question. */
export function drawPlot({ engines }: BenchResult): string {
  const panels = [...qualityPanels(engines), timePanel(engines)];
  let top = 16;
  const drawn = panels.map(({ height, draw }) => {
    const svg = `<g transform="translate(0 ${top})">${draw}</g>`;
    top += height + 28;
    return svg;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${top}" viewBox="0 0 ${WIDTH} ${top}" font-family="system-ui, sans-serif" font-size="13">`,
    `<rect width="${WIDTH}" height="${top}" fill="#fff"/>`,
    ...drawn,
    "</svg>",
    "",
  ].join("\n");
}

interface Panel {
  readonly height: number;
  readonly draw: string;
}

function qualityPanels(engines: readonly EngineResult[]): Panel[] {
  const sets = new Map<string, Map<number, number>>();
  for (const [place, { quality }] of engines.entries()) {
    for (const { set, figures } of quality) {
      if ("failed" in figures) continue;
      for (const { where, hit1 } of figures) {
        const title = `${set}: right sentence first, in ${where === "article" ? "its article" : "the library"} (%)`;
        sets.set(title, new Map([...(sets.get(title) ?? []), [place, hit1]]));
      }
    }
  }
  return [...sets].map(([title, hits]) => ({ height: 24 + hits.size * ROW, draw: drawBars(title, hits, engines) }));
}

function drawBars(title: string, hits: ReadonlyMap<number, number>, engines: readonly EngineResult[]): string {
  const scale = (WIDTH - LABEL - 70) / 100;
  const bars = [...hits].map(([place, hit1], row) => {
    const y = 24 + row * ROW;
    const width = (hit1 * scale).toFixed(1);
    return (
      text(LABEL - 8, y + 14, engines[place]?.name ?? "", "end") +
      `<rect x="${LABEL}" y="${y + 2}" width="${width}" height="${ROW - 6}" rx="2" fill="${colour(place)}"/>` +
      text(LABEL + hit1 * scale + 6, y + 14, hit1.toFixed(1))
    );
  });
  return heading(title) + bars.join("");
}

const PLOT_HEIGHT = 260;

/** Both axes by powers of ten. */
function timePanel(engines: readonly EngineResult[]): Panel {
  const points = engines.map(({ speed }) =>
    speed.flatMap(({ passages, figures }) => ("failed" in figures ? [] : [{ passages, p50: figures.p50 }])),
  );
  const all = points.flat();
  if (all.length === 0) return { height: 0, draw: "" };
  const across = axis(
    all.map(({ passages }) => passages),
    LABEL,
    WIDTH - 200,
  );
  const up = axis(
    all.map(({ p50 }) => p50),
    PLOT_HEIGHT + 24,
    34,
  );
  const grid = [
    ...across.ticks.map(
      (tick) =>
        line(across.at(tick), 34, across.at(tick), PLOT_HEIGHT + 24) +
        text(across.at(tick), PLOT_HEIGHT + 44, tick.toLocaleString("en"), "middle"),
    ),
    ...up.ticks.map(
      (tick) =>
        line(LABEL, up.at(tick), WIDTH - 200, up.at(tick)) + text(LABEL - 8, up.at(tick) + 4, `${tick} ms`, "end"),
    ),
  ];
  const curves = points.map((curve, place) => {
    const path = curve.map(({ passages, p50 }) => `${across.at(passages).toFixed(1)},${up.at(p50).toFixed(1)}`);
    const dots = path.map(
      (point) => `<circle cx="${point.split(",")[0]}" cy="${point.split(",")[1]}" r="3" fill="${colour(place)}"/>`,
    );
    const key = `<rect x="${WIDTH - 186}" y="${30 + place * ROW}" width="12" height="12" fill="${colour(place)}"/>${text(WIDTH - 168, 41 + place * ROW, engines[place]?.name ?? "")}`;
    return `<polyline points="${path.join(" ")}" fill="none" stroke="${colour(place)}" stroke-width="2"/>${dots.join("")}${key}`;
  });
  return {
    height: PLOT_HEIGHT + 60,
    draw: heading("Time of one question (p50) by number of passages") + grid.join("") + curves.join(""),
  };
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

function colour(place: number): string {
  return COLOURS[place % COLOURS.length] ?? "#000";
}

function heading(title: string): string {
  return `<text x="8" y="12" font-weight="600" fill="#222">${escape(title)}</text>`;
}

function text(x: number, y: number, shown: string, anchor = "start"): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="#333">${escape(shown)}</text>`;
}

function line(...[x1, y1, x2, y2]: readonly [number, number, number, number]): string {
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#ddd"/>`;
}

function escape(shown: string): string {
  return shown.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
