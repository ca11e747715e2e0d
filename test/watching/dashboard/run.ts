import { writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { readOptions, wholeNumberIn } from "../../support/read-options.ts";
import { drawDashboard } from "./draw-dashboard.ts";
import type { FilledPanel } from "./draw-panel.ts";
import { makeLoad } from "./make-load.ts";
import { type PrometheusServer, type Range, type Series, startPrometheus } from "./prometheus-server.ts";
import { figuresIn, readAlerts, readDashboard } from "./read-dashboard.ts";
import { splitComparison } from "./split-comparison.ts";
import { startWatchedBot, type WatchedBot } from "./watched-bot.ts";

/**
 * Asks a real Prometheus, which looks at bots that people use, everything that the dashboard and the alerts ask
 * (`npm run dashboard`), and draws the dashboard from its answers. Leaves with 1 where one gives an error or nothing.
 *
 * It needs Debian's package `prometheus`, and Chromium; within `.ci/with-postgres` one of the bots keeps its things there.
 */
const picture = fileURLToPath(new URL("../../../docs/pictures/dashboard.png", import.meta.url));

/** What is there only with a database server. */
const notEverywhere = new Set(["yuanwen_store_connections"]);

interface Asked {
  readonly of: string;
  readonly expression: string;
  readonly name: string;
}

async function run(seconds: number): Promise<number> {
  const database = process.env["TEST_DATABASE_URL"];
  const running: { stop(): Promise<void> }[] = [];
  const kept = async <One extends { stop(): Promise<void> }>(starting: Promise<One>): Promise<One> => {
    const one = await starting;
    running.unshift(one);
    return one;
  };
  try {
    const bots: WatchedBot[] = [];
    bots.push(await kept(startWatchedBot({ mode: "gateway" })));
    bots.push(await kept(startWatchedBot({ mode: "gateway", isLarge: true })));
    bots.push(await kept(startWatchedBot({ mode: "http", databaseUrl: database, isLarge: true })));
    const prometheus = await kept(startPrometheus(bots.map(({ metricsPort }) => metricsPort)));
    const from = Math.ceil(Date.now() / 1000) + 2;
    const load = makeLoad(
      bots.map(({ discord }) => discord),
      seconds,
    );
    await load;
    await wait(1500);
    return await askAll(prometheus, { from: from + 12, to: Math.floor(Date.now() / 1000), step: 1 });
  } finally {
    for (const one of running) await one.stop();
  }
}

async function askAll(prometheus: PrometheusServer, range: Range): Promise<number> {
  const { title, panels, annotations } = readDashboard();
  const problems: string[] = [];
  let count = 0;
  const ask = async ({ of, expression }: Asked): Promise<readonly Series[]> => {
    count += 1;
    try {
      const found = await prometheus.ask(fill(expression), range);
      if (hasPoints(found)) return found;
      const isKnown = figuresIn(expression).some((figure) => notEverywhere.has(figure));
      (isKnown ? process.stdout : process.stderr).write(`nothing: ${of}: ${expression}\n`);
      if (!isKnown) problems.push(of);
    } catch (error) {
      process.stderr.write(`${String(error)}: ${of}: ${expression}\n`);
      problems.push(of);
    }
    return [];
  };
  const filled: FilledPanel[] = [];
  for (const panel of panels) {
    const lines: FilledPanel["lines"][number][] = [];
    for (const { expr: expression, legendFormat: name } of panel.targets) {
      const found = await ask({ of: panel.title, expression, name });
      lines.push(...found.map((series) => ({ name: fillName(name, series), series })));
    }
    filled.push({ panel, lines });
  }
  const others = [
    ...readAlerts().map(({ alert, expr }) => ({ of: alert, expr })),
    ...annotations.list.map(({ name, expr = "" }) => ({ of: name, expr })).filter(({ expr }) => expr !== ""),
  ];
  for (const { of, expr } of others) {
    for (const expression of splitComparison(expr)) await ask({ of, expression, name: "" });
  }
  writeFileSync(picture, await drawDashboard(title, filled, range));
  process.stdout.write(`${count} expressions asked, ${problems.length} without an answer; drawn into ${picture}\n`);
  return problems.length === 0 ? 0 : 1;
}

/** Puts in what Grafana puts in. */
function fill(expression: string): string {
  return expression.replaceAll("$__rate_interval", "12s").replaceAll(/\$(?:job|instance)\b/gu, ".*");
}

function fillName(format: string, { labels }: Series): string {
  return format.replaceAll(/\{\{\s*(\w+)\s*\}\}/gu, (_, label: string) => labels[label] ?? "");
}

function hasPoints(series: readonly Series[]): boolean {
  return series.some(({ points }) => points.some(([, value]) => !Number.isNaN(value)));
}

const description = new Command("npm run dashboard --")
  .description("Asks Prometheus what the dashboard and the alerts ask, and draws the dashboard.")
  .option("--seconds <n>", "how long people use the bots", wholeNumberIn({ least: 20, most: 600 }), 75);
process.exitCode = await run(readOptions<{ readonly seconds: number }>(description).seconds);
