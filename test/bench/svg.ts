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

export const WIDTH = 900;
export const ROW = 22;
export const LABEL = 190;

export function colour(place: number): string {
  return COLOURS[place % COLOURS.length] ?? "#000";
}

export function heading(title: string): string {
  return `<text x="8" y="12" font-weight="600" fill="#222">${escape(title)}</text>`;
}

export function text(x: number, y: number, shown: string, anchor = "start"): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="#333">${escape(shown)}</text>`;
}

export function line(...[x1, y1, x2, y2]: readonly [number, number, number, number]): string {
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#ddd"/>`;
}

function escape(shown: string): string {
  return shown.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Puts drawn panels one below the other. */
export function stack(panels: readonly Panel[]): string {
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

export interface Panel {
  readonly height: number;
  readonly draw: string;
}
