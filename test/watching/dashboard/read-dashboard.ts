import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const grid = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() });
const steps = z.array(z.object({ color: z.string(), value: z.number().nullable() }));

const panel = z.object({
  id: z.number(),
  type: z.enum(["row", "stat", "timeseries", "table"]),
  title: z.string(),
  description: z.string().default(""),
  gridPos: grid,
  targets: z.array(z.object({ expr: z.string(), legendFormat: z.string().default("") })).default([]),
  fieldConfig: z
    .object({
      defaults: z.object({
        unit: z.string().default(""),
        decimals: z.number().optional(),
        min: z.number().optional(),
        max: z.number().optional(),
        thresholds: z.object({ steps }),
        custom: z
          .object({
            stacking: z.object({ mode: z.string() }).optional(),
            thresholdsStyle: z.object({ mode: z.string() }).optional(),
          })
          .default({}),
      }),
    })
    .optional(),
});

const dashboard = z.object({
  title: z.string(),
  schemaVersion: z.number(),
  annotations: z.object({ list: z.array(z.object({ name: z.string(), expr: z.string().optional() })) }),
  templating: z.object({ list: z.array(z.object({ name: z.string(), definition: z.string().optional() })) }),
  panels: z.array(panel),
});

const rules = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({
          alert: z.string(),
          expr: z.string(),
          labels: z.object({ severity: z.enum(["page", "ticket"]) }),
          annotations: z.object({ summary: z.string(), description: z.string() }),
        }),
      ),
    }),
  ),
});

export type Panel = z.infer<typeof panel>;
export type Alert = z.infer<typeof rules>["groups"][number]["rules"][number];

const deploy = new URL("../../../deploy/", import.meta.url);

export const alertsFile = new URL("prometheus/alerts.yaml", deploy);
export const prometheusFile = new URL("prometheus/prometheus.yaml", deploy);

/** Reads the dashboard for Grafana. */
export function readDashboard(): z.infer<typeof dashboard> {
  return dashboard.parse(JSON.parse(readFileSync(new URL("grafana/yuanwen.json", deploy), "utf8")));
}

/** Reads the alerts for Prometheus. */
export function readAlerts(): readonly Alert[] {
  return rules.parse(parse(readFileSync(alertsFile, "utf8"))).groups.flatMap((group) => group.rules);
}

/** The names of the figures that an expression asks for. */
export function figuresIn(expression: string): readonly string[] {
  const bare = expression.replaceAll(/"(?:[^"\\]|\\.)*"/gu, '""').replaceAll(/\b(?:by|on|without)\s*\([^()]*\)/gu, "");
  return [...new Set(bare.match(/\b(?:yuanwen|nodejs|process)_\w+|\bup\b/gu) ?? [])];
}
