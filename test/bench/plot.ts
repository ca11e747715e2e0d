import { drawCurves } from "./draw-curves.ts";
import type { BenchResult, EngineResult } from "./results.ts";
import { colour, heading, LABEL, type Panel, ROW, stack, text, WIDTH } from "./svg.ts";

/** Draws, for each set of questions, how often the right sentence comes first, and then the time of a question. */
export function drawPlot({ engines }: BenchResult): string {
  return stack([...qualityPanels(engines), timePanel(engines)]);
}

/** The names of the public sets of questions, as people know them. */
const titleOf: Readonly<Record<string, string>> = {
  cmrc2018_trial: "CMRC 2018, Simplified Chinese",
  DRCD_test: "DRCD, Traditional Chinese",
};

function qualityPanels(engines: readonly EngineResult[]): Panel[] {
  const sets = new Map<string, Map<number, number>>();
  for (const [place, { quality }] of engines.entries()) {
    for (const { set, figures } of quality) {
      if ("failed" in figures) continue;
      for (const { where, hit1 } of figures) {
        const among = where === "article" ? "in its article" : "among all articles";
        const title = `How often the first quote is the right sentence, ${among}, in % (${titleOf[set] ?? set})`;
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

function timePanel(engines: readonly EngineResult[]): Panel {
  const curves = engines.map(({ name, speed }) => ({
    name,
    points: speed.flatMap(({ passages, figures }) => ("failed" in figures ? [] : [{ x: passages, y: figures.p50 }])),
  }));
  return drawCurves({
    title: "How long a typical question takes, by the number of passages there are (half take less)",
    curves,
    unit: "ms",
  });
}
