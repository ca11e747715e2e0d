import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { createPrometheus } from "../../src/watching/prometheus.ts";
import { figuresIn, readAlerts, readDashboard } from "./dashboard/read-dashboard.ts";
import { splitComparison } from "./dashboard/split-comparison.ts";

const root = path.join(import.meta.dirname, "../..");
const promtool = "/usr/bin/promtool";
const hasPromtool = lookForPromtool();

function lookForPromtool(): boolean {
  if (existsSync(promtool)) return true;
  const line = "alerts not tried: no promtool; apt-get install prometheus";
  if (process.env["REQUIRE_PROMTOOL"] === "1") throw new Error(line);
  process.stderr.write(`${line}\n`);
  return false;
}

function run(...given: readonly string[]): string {
  return execFileSync(promtool, given, { cwd: root, encoding: "utf8" });
}

/** Every figure that there is, with what Prometheus makes of a histogram. */
async function figures(): Promise<ReadonlySet<string>> {
  const text = await createPrometheus({ version: "1", transport: "http", now: () => 0 }).write();
  const types = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gmu)].map(([, name = "", type = ""]) => ({ name, type }));
  const all = types.flatMap(({ name, type }) =>
    type === "histogram" ? ["_bucket", "_sum", "_count"].map((ending) => name + ending) : [name],
  );
  return new Set(["up", ...all]);
}

const { panels, annotations, templating, schemaVersion } = readDashboard();
const alerts = readAlerts();
const expressions = [
  ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ...annotations.list.map(({ expr = "" }) => expr),
  ...templating.list.map(({ definition = "" }) => definition),
  ...alerts.map(({ expr }) => expr),
];

test("the dashboard and the alerts ask for figures that there are", async () => {
  const known = await figures();
  const asked = new Set(expressions.flatMap(figuresIn));
  expect([...asked].filter((name) => !known.has(name))).toEqual([]);
  const told = [...known].filter((name) => name.startsWith("yuanwen_") && !/_(?:sum|count)$/u.test(name));
  expect(told.filter((name) => !asked.has(name))).toEqual([]);
});

describe("the dashboard", () => {
  const shown = panels.filter(({ type }) => type !== "row");

  test("explains every panel, and gives each a unit, limits and a question", () => {
    expect(schemaVersion).toBeGreaterThanOrEqual(41);
    const lacking = shown.filter(({ description, targets, fieldConfig }) => {
      const { unit = "", thresholds } = fieldConfig?.defaults ?? {};
      return description.length < 20 || targets.length === 0 || unit === "" || (thresholds?.steps ?? []).length === 0;
    });
    expect(lacking.map(({ title }) => title)).toEqual([]);
  });

  test("has panels that do not cover each other, within 24 columns", () => {
    const covering = panels.filter(({ gridPos: one, id }) =>
      panels.some(
        ({ gridPos: other, id: otherId }) =>
          otherId !== id &&
          one.x < other.x + other.w &&
          other.x < one.x + one.w &&
          one.y < other.y + other.h &&
          other.y < one.y + one.h,
      ),
    );
    expect(covering.map(({ title }) => title)).toEqual([]);
    expect(panels.filter(({ gridPos: { x, w } }) => x + w > 24)).toEqual([]);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });

  test("names its source as a variable everywhere", () => {
    const text = readFileSync(path.join(root, "deploy/grafana/yuanwen.json"), "utf8");
    const sources = [...text.matchAll(/"uid": "([^"]+)"/gu)].map(([, uid = ""]) => uid);
    expect(new Set(sources)).toEqual(new Set(["${datasource}", "-- Grafana --", "yuanwen"]));
    expect(templating.list.map(({ name }) => name)).toEqual(["datasource", "job", "instance"]);
  });
});

describe("the alerts", () => {
  test("have names of their own, and say what it means and what to do", () => {
    expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
    expect(alerts.filter(({ annotations: { description } }) => description.length < 20)).toEqual([]);
  });

  test.skipIf(!hasPromtool)("fire where they should", () => {
    expect(run("check", "config", "deploy/prometheus/prometheus.yaml")).toContain(`${alerts.length} rules found`);
    expect(run("test", "rules", "test/watching/alerts.test.yaml")).toContain("SUCCESS");
  });
});

test.for([
  { expression: 'up{job="a"} == 0', parts: ['up{job="a"}'] },
  { expression: 'sum(x{a=~">"} > 0) / y > 0.01', parts: ['sum(x{a=~">"} > 0) / y'] },
  { expression: "a > 3 * b + 0.01", parts: ["a", "3 * b + 0.01"] },
  { expression: "rate(x[5m])", parts: ["rate(x[5m])"] },
])("parts $expression at its comparison", ({ expression, parts }) => {
  expect(splitComparison(expression)).toEqual(parts);
});

test.for([
  { expression: 'sum by (instance, le) (rate(yuanwen_a_total{job="yuanwen_b"}[5m]))', names: ["yuanwen_a_total"] },
  { expression: "label_values(yuanwen_build_info, job)", names: ["yuanwen_build_info"] },
  { expression: "up * on (instance) process_start_time_seconds", names: ["up", "process_start_time_seconds"] },
])("finds the figures of $expression", ({ expression, names }) => {
  expect(figuresIn(expression)).toEqual(names);
});
