import { launchChromium } from "../../support/browser.ts";
import { drawPanel, escapeHtml, type FilledPanel } from "./draw-panel.ts";
import type { Range } from "./prometheus-server.ts";

/** Grafana's own grid: 24 columns, rows of 30 pixels with 8 between them. */
const [columns, width, rowHeight, gap] = [24, 1680, 30, 8];
/** Of a panel: its padding and its title. */
const [padding, titleHeight] = [8, 26];

const style = `
  body { margin: 0; background: #111217; color: #ccccdc; font: 13px "Noto Sans", "Noto Sans CJK SC", sans-serif; }
  h1 { font-size: 18px; font-weight: 500; margin: 14px 16px; }
  .panel { position: absolute; box-sizing: border-box; background: #181b1f; border: 1px solid #25282e; border-radius: 2px;
    padding: ${padding}px; overflow: hidden; }
  .panel b { display: block; height: ${titleHeight}px; font-weight: 500; }
  .row { position: absolute; font-size: 15px; font-weight: 500; padding: 5px 4px; }
  .stat { height: calc(100% - 26px); border-radius: 2px; color: #fff; font-size: 34px; display: grid; place-items: center; }
  svg text { fill: #9a9bab; font-size: 11px; } .grid { stroke: #2b2e35; }
  .legend { height: 36px; overflow: hidden; font-size: 11px; line-height: 17px; }
  .legend span { margin-right: 12px; white-space: nowrap; } .legend i { display: inline-block; width: 12px; height: 3px; margin: 0 5px 3px 0; }
  table { width: 100%; border-collapse: collapse; } th, td { text-align: left; padding: 6px; border-bottom: 1px solid #2b2e35; }
`;

/** Draws a dashboard from its file and Prometheus' answers, in its own grid, as a PNG. */
export async function drawDashboard(title: string, filled: readonly FilledPanel[], range: Range): Promise<Buffer> {
  const height = Math.max(...filled.map(({ panel: { gridPos } }) => gridPos.y + gridPos.h)) * (rowHeight + gap);
  const panels = filled.map((each) => placePanel(each, range));
  const html = `<!doctype html><style>${style}</style><h1>${escapeHtml(title)}</h1><main style="position:relative;margin:0 16px;height:${height}px">${panels.join("")}</main>`;
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: width + 32, height: 900 } });
    await page.setContent(html);
    return await page.screenshot({ fullPage: true });
  } finally {
    await browser.close();
  }
}

function placePanel(filled: FilledPanel, range: Range): string {
  const { type, title, gridPos } = filled.panel;
  const column = (width + gap) / columns;
  const place = {
    left: Math.round(gridPos.x * column),
    top: gridPos.y * (rowHeight + gap),
    width: Math.round(gridPos.w * column) - gap,
    height: gridPos.h * (rowHeight + gap) - gap,
  };
  const at = Object.entries(place)
    .map(([name, value]) => `${name}:${value}px`)
    .join(";");
  if (type === "row") return `<div class="row" style="${at}">▾ ${escapeHtml(title)}</div>`;
  const inner = { width: place.width - 2 * padding - 2, height: place.height - 2 * padding - titleHeight - 2 };
  return `<div class="panel" style="${at}"><b>${escapeHtml(title)}</b>${drawPanel(filled, range, inner)}</div>`;
}
