import type { Minute } from "./measure-minutes.ts";

interface Curve {
  readonly name: string;
  readonly values: readonly number[];
}

interface Panel {
  readonly title: string;
  readonly curves: readonly Curve[];
}

const COLOURS = ["#30638e", "#d1495b", "#66a182", "#edae49"];
const [WIDTH, HEIGHT, LEFT, RIGHT, GAP] = [900, 150, 70, 150, 46];

/** Draws memory, rate and times of each minute, below one another. */
export function drawMinutes(minutes: readonly Minute[]): string {
  const replicas = minutes[0]?.rss.map((_, at) => at) ?? [];
  const panels: readonly Panel[] = [
    {
      title: "Memory of each process (MB)",
      curves: replicas.flatMap((at) => [
        { name: `process ${at + 1}, in all`, values: minutes.map(({ rss }) => rss[at] ?? 0) },
        { name: `process ${at + 1}, objects`, values: minutes.map(({ heap }) => heap[at] ?? 0) },
      ]),
    },
    {
      title: "Questions asked each second",
      curves: [{ name: "asked", values: minutes.map(({ asked }) => asked / 60) }],
    },
    {
      title: "How long people wait for the first response (ms)",
      curves: [
        { name: "half wait less", values: minutes.map(({ p50 }) => p50) },
        { name: "99 of 100 wait less", values: minutes.map(({ p99 }) => p99) },
      ],
    },
  ];
  const height = panels.length * (HEIGHT + GAP) + 20;
  const drawn = panels.map((panel, at) => `<g transform="translate(0 ${at * (HEIGHT + GAP) + 24})">${draw(panel)}</g>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="13">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    ...drawn,
    "</svg>",
    "",
  ].join("\n");
}

function draw({ title, curves }: Panel): string {
  const all = curves.flatMap(({ values }) => values);
  const most = roundUp(all.reduce((top, value) => Math.max(top, value), 0));
  const count = Math.max(...curves.map(({ values }) => values.length));
  const x = (at: number): number => LEFT + ((at + 0.5) / count) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number => HEIGHT - (value / most) * HEIGHT;
  const grid = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const at = y(part * most).toFixed(1);
    return (
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}" stroke="#ddd"/>` +
      `<text x="${LEFT - 8}" y="${Number(at) + 4}" text-anchor="end" fill="#333">${Number((part * most).toPrecision(3))}</text>`
    );
  });
  const lines = curves.map(({ name, values }, place) => {
    const colour = COLOURS[place % COLOURS.length] ?? "#000";
    const points = values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
    return (
      `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>` +
      `<text x="${WIDTH - RIGHT + 10}" y="${14 + place * 18}" fill="${colour}">${name}</text>`
    );
  });
  const heading = `<text x="8" y="-10" font-weight="600" fill="#222">${title}</text>`;
  const foot = `<text x="${WIDTH - RIGHT}" y="${HEIGHT + 16}" text-anchor="end" fill="#333">${count} minutes</text>`;
  return heading + grid.join("") + lines.join("") + foot;
}

/** To 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return ([1, 2, 5].find((factor) => factor * power >= value) ?? 10) * power;
}
