import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import type { Levels } from "./metrics.ts";
import type { Observe } from "../observer.ts";

/** The figures as they are told, or nothing of it where no port is set. */
export interface RunningMetrics {
  readonly observe?: Observe | undefined;
  read(levels: Levels): void;
  close(): Promise<void>;
}

/**
 * Tells the figures of this process on the port that the settings name; without one nothing is counted, nor loaded.
 *
 * @throws where the address cannot be listened at.
 */
export async function startMetrics({ metrics: place, discord }: Config, log: Log): Promise<RunningMetrics> {
  if (!place) return { read() {}, async close() {} };
  const [{ createPrometheus }, { serveMetrics }] = await Promise.all([
    import("./prometheus.ts"),
    import("./serve-metrics.ts"),
  ]);
  const metrics = createPrometheus({
    version: readVersion(),
    transport: discord.mode,
    now: () => performance.now(),
  });
  const server = await serveMetrics({ ...place, metrics, log });
  return {
    observe: metrics.observe,
    read: (levels) => metrics.read(levels),
    close: () => server.close(),
  };
}

const described = z.object({ version: z.string() });

function readVersion(): string {
  return described.parse(JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"))).version;
}
