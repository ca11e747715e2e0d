import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Fact } from "../observer.ts";
import {
  caches,
  eventKinds,
  jobKinds,
  jobSteps,
  replyOutcomes,
  responseClasses,
  storeOperations,
  storeResults,
  verdicts,
  workOutcomes,
} from "../observer.ts";
import type { Levels, Metrics } from "./metrics.ts";
import { addGauges } from "./prometheus-gauges.ts";
import { createWindowCount } from "./window-count.ts";

export interface PrometheusOptions {
  readonly version: string;
  /** The way in, which is one for a process. */
  readonly transport: "gateway" | "http";
  /** In milliseconds; must never be set back. */
  readonly now: () => number;
}

/** In seconds: Discord waits three for the first response. */
const acknowledgeBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 5];
const findBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const storeBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
/** In milliseconds: so long Discord counts invalid requests. */
const invalidWindow = 600_000;

/** Counts what happens, in a registry of its own. */
export function createPrometheus({ version, transport, now }: PrometheusOptions): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const build = { version, node: process.versions.node, transport };
  new Gauge({
    name: "yuanwen_build_info",
    help: "1; the version of the bot and of Node, and the way in",
    labelNames: ["version", "node", "transport"],
    registers: [registry],
  }).set(build, 1);
  const invalid = createWindowCount(invalidWindow, now);
  const count = createCounting(registry, transport);
  let levels: Levels = {};
  addGauges(registry, () => levels, invalid);
  return {
    observe(fact) {
      if (fact.kind === "requested" && fact.isInvalid) invalid.add();
      count(fact);
    },
    read(more) {
      levels = { ...levels, ...more };
    },
    write: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function createCounting(registry: Registry, transport: string): (fact: Fact) => void {
  const counter = (name: string, help: string, ...labelNames: readonly string[]) =>
    new Counter({ name, help, labelNames, registers: [registry] });
  const events = counter("yuanwen_events_total", "what came in, by kind and way in", "kind", "transport");
  const replies = counter("yuanwen_replies_total", "what came of it, and why", "outcome", "reason");
  const works = counter("yuanwen_works_total", "what took longer than an answer may, by its end", "outcome", "reason");
  const looks = counter("yuanwen_cache_looks_total", "what was looked for in memory", "cache", "result");
  const requests = counter("yuanwen_discord_requests_total", "requests to Discord, by its answer", "response");
  const reconnects = counter("yuanwen_gateway_reconnects_total", "attempts to connect a shard again");
  const refused = counter("yuanwen_http_refused_total", "HTTP requests that were not taken for Discord's", "reason");
  const jobs = counter("yuanwen_jobs_total", "what one process alone does, by what became of it", "kind", "step");
  const asked = counter("yuanwen_store_operations_total", "what was done with the store", "operation", "result");
  const { acknowledged, found, stored } = createTimes(registry);
  for (const kind of eventKinds) events.inc({ kind, transport }, 0);
  for (const outcome of replyOutcomes) replies.inc(parted(outcome), 0);
  for (const outcome of workOutcomes) works.inc(parted(outcome), 0);
  for (const cache of caches) for (const result of ["hit", "miss"]) looks.inc({ cache, result }, 0);
  for (const response of responseClasses) requests.inc({ response }, 0);
  for (const operation of storeOperations) for (const result of storeResults) asked.inc({ operation, result }, 0);
  for (const kind of jobKinds) for (const step of jobSteps) jobs.inc({ kind, step }, 0);
  for (const reason of verdicts) refused.inc({ reason }, 0);

  return (fact) => {
    switch (fact.kind) {
      case "event":
        return events.inc({ kind: fact.of, transport });
      case "reply":
        return replies.inc(parted(fact.outcome));
      case "found":
        return found.observe({ kind: fact.of }, fact.seconds);
      case "acknowledged":
        return acknowledged.observe({ kind: fact.of }, fact.seconds);
      case "work":
        return works.inc(parted(fact.outcome));
      case "looked":
        return looks.inc({ cache: fact.cache, result: fact.isHit ? "hit" : "miss" });
      case "stored":
        asked.inc({ operation: fact.operation, result: fact.result });
        return stored.observe({ operation: fact.operation }, fact.seconds);
      case "job":
        return jobs.inc({ kind: fact.of, step: fact.step });
      case "requested":
        return requests.inc({ response: fact.response });
      case "reconnecting":
        return reconnects.inc();
      case "turned-away":
        return refused.inc({ reason: fact.verdict });
    }
  };
}

function createTimes(registry: Registry) {
  const times = { registers: [registry] };
  const acknowledged = new Histogram({
    ...times,
    name: "yuanwen_acknowledge_duration_seconds",
    help: "from an interaction's arrival until Discord has the first response; Discord waits 3 seconds",
    labelNames: ["kind"],
    buckets: acknowledgeBuckets,
  });
  const found = new Histogram({
    ...times,
    name: "yuanwen_answer_duration_seconds",
    help: "from handing something in until its reply is there, the wait for its turn included",
    labelNames: ["kind"],
    buckets: findBuckets,
  });
  const stored = new Histogram({
    ...times,
    name: "yuanwen_store_duration_seconds",
    help: "how long what is done with the store takes, to whatever end",
    labelNames: ["operation"],
    buckets: storeBuckets,
  });
  // What never happened is known to be nothing, so that a rate begins with the first time.
  for (const kind of eventKinds) found.zero({ kind });
  for (const kind of eventKinds) if (kind !== "message") acknowledged.zero({ kind });
  for (const operation of storeOperations) stored.zero({ operation });
  return { acknowledged, found, stored };
}

/** Behind the space stands why. */
function parted(text: string): { readonly outcome: string; readonly reason: string } {
  const [outcome = "", reason = ""] = text.split(" ");
  return { outcome, reason };
}
