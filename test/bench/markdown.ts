import type { BenchResult, EngineResult, Measured, Speed } from "./results.ts";

/** Writes the results as two tables: what is found, and what it costs. */
export function writeMarkdown({ machine, engines }: BenchResult): string {
  return [
    "Right sentence first, and among the first three (hit@1 / hit@3, per cent), of the same sentences:",
    "",
    table(
      ["", "version", "settings", ...qualityHeadings(engines)],
      engines.map((engine) => qualityRow(engine, engines)),
    ),
    "",
    `Per number of passages: seconds to index, memory of the process, time of a question (${machine}):`,
    "",
    table(["", ...speedHeadings(engines)], engines.map(speedRow)),
    "",
  ].join("\n");
}

/** One column for each way of asking each set, taken from whoever got through it. */
function qualityHeadings(engines: readonly EngineResult[]): string[] {
  return qualityColumns(engines).map(({ set, where, questions }) => `${set}, ${where} (${questions})`);
}

function qualityColumns(engines: readonly EngineResult[]) {
  const columns = engines.flatMap(({ quality }) =>
    quality.flatMap(({ set, figures }) => ("failed" in figures ? [] : figures.map((one) => ({ set, ...one })))),
  );
  return [...new Map(columns.map((column) => [`${column.set} ${column.where}`, column])).values()];
}

function qualityRow({ name, version, settings, quality }: EngineResult, engines: readonly EngineResult[]): string[] {
  const cells = qualityColumns(engines).map(({ set, where }) => {
    const figures = quality.find((one) => one.set === set)?.figures ?? { failed: "–" };
    if ("failed" in figures) return figures.failed;
    const found = figures.find((one) => one.where === where);
    return found ? `${found.hit1.toFixed(1)} / ${found.hit3.toFixed(1)}` : "–";
  });
  return [name, version, settings, ...cells];
}

function speedHeadings(engines: readonly EngineResult[]): string[] {
  const sizes = engines[0]?.speed.map(({ passages }) => passages.toLocaleString("en")) ?? [];
  return sizes.flatMap((size) => [`${size}: index`, "memory", "p50 / p99"]);
}

function speedRow({ name, speed }: EngineResult): string[] {
  return [name, ...speed.flatMap(({ figures }) => speedCells(figures))];
}

function speedCells(figures: Measured<Speed>): string[] {
  if ("failed" in figures) return [figures.failed, "–", "–"];
  const { indexSeconds, memory, p50, p99 } = figures;
  return [`${significant(indexSeconds)} s`, `${memory.toFixed(0)} MB`, `${significant(p50)} / ${significant(p99)} ms`];
}

function significant(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(2)));
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = headings.map((_, at) => (at === 0 ? "---" : "---:"));
  return [headings, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
