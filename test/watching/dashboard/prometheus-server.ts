import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import { z } from "zod";
import { alertsFile, prometheusFile } from "./read-dashboard.ts";

/** One line of an answer: what it is called by, and its values over time. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  /** Seconds since 1970 and a number each, which may be none (NaN). */
  readonly points: readonly (readonly [number, number])[];
}

export interface Range {
  /** In seconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** In seconds. */
  readonly step: number;
}

/** A Prometheus of our own, on this machine alone. */
export interface PrometheusServer {
  /** @throws Error with Prometheus' own words where it does not take the expression. */
  ask(expression: string, range: Range): Promise<readonly Series[]>;
  stop(): Promise<void>;
}

/** As Debian's package `prometheus` installs it. */
const program = "/usr/bin/prometheus";
const longestStart = 30_000;

const answer = z.object({
  status: z.string(),
  error: z.string().default(""),
  data: z
    .object({
      result: z.array(
        z.object({
          metric: z.record(z.string(), z.string()),
          values: z.array(z.tuple([z.number(), z.string()])),
        }),
      ),
    })
    .optional(),
});

/** Starts one with the configuration of deploy/, which looks at these ports every second. */
export async function startPrometheus(ports: readonly number[]): Promise<PrometheusServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-prometheus-"));
  const config = path.join(folder, "prometheus.yaml");
  writeFileSync(config, configFor(ports));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const given = [`--config.file=${config}`, `--storage.tsdb.path=${folder}/data`];
  const listening = [`--web.listen-address=127.0.0.1:${port}`, "--log.level=error"];
  const child = spawn(program, [...given, ...listening], { stdio: ["ignore", "inherit", "inherit"] });
  const exit = once(child, "exit");
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await exit;
    rmSync(folder, { recursive: true });
  };
  for (let waited = 0; !(await isReady(origin)); waited += 100) {
    if (waited > longestStart || child.exitCode !== null) throw new Error("Prometheus did not start");
    await wait(100);
  }
  return { ask: (expression, range) => ask(origin, expression, range), stop };
}

function configFor(ports: readonly number[]): string {
  const given = z
    .object({ scrape_configs: z.array(z.looseObject({})), rule_files: z.array(z.string()) })
    .loose()
    .parse(parse(readFileSync(prometheusFile, "utf8")));
  const targets = ports.map((port) => `127.0.0.1:${port}`);
  return stringify({
    ...given,
    global: { scrape_interval: "1s", evaluation_interval: "1s" },
    rule_files: [fileURLToPath(alertsFile)],
    scrape_configs: given.scrape_configs.map((one) => ({ ...one, static_configs: [{ targets }] })),
  });
}

async function ask(origin: string, expression: string, { from, to, step }: Range): Promise<readonly Series[]> {
  const parameters = new URLSearchParams({ query: expression, start: `${from}`, end: `${to}`, step: `${step}` });
  const response = await fetch(`${origin}/api/v1/query_range?${parameters.toString()}`);
  const { status, error, data } = answer.parse(await response.json());
  if (status !== "success") throw new Error(error);
  return (data?.result ?? []).map(({ metric, values }) => ({
    labels: metric,
    points: values.map(([at, value]) => [at, Number(value)] as const),
  }));
}

async function isReady(origin: string): Promise<boolean> {
  const response = await fetch(`${origin}/-/ready`).catch(() => undefined);
  return response?.ok === true;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}
