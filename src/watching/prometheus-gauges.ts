import { Counter, Gauge, type Registry } from "prom-client";
import type { Levels } from "./metrics.ts";
import type { WindowCount } from "./window-count.ts";

/** Label values and a number each; nothing where that is not known. */
type Reading = readonly { readonly labels?: Readonly<Record<string, string>>; readonly value: number }[];

interface GaugeOptions {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
  readonly read: () => Reading;
}

/** Adds what is asked when somebody wants to know. */
export function addGauges(registry: Registry, levels: () => Levels, invalid: WindowCount): void {
  const gauges = [
    ...botGauges(levels),
    ...memoryGauges(levels),
    ...storeGauges(levels),
    ...gatewayGauges(levels),
    {
      name: "yuanwen_discord_invalid_requests",
      help: "401, 403 and 429 within the last ten minutes; past 10,000 Discord bans the address for a while",
      read: () => [{ value: invalid.count() }],
    },
  ];
  for (const gauge of gauges) add(registry, gauge);
  const forgotten = new Counter({
    name: "yuanwen_memory_forgotten_total",
    help: "how often something was forgotten to make room",
    registers: [],
    collect() {
      this.reset();
      this.inc(levels().memory?.().forgotten ?? 0);
    },
  });
  registry.registerMetric(forgotten);
}

function add(registry: Registry, { name, help, labelNames = [], read }: GaugeOptions): void {
  const gauge = new Gauge({
    name,
    help,
    labelNames,
    registers: [],
    collect() {
      this.reset();
      const readings = read();
      // Without labels nothing would be told as 0.
      if (readings.length === 0 && labelNames.length === 0) this.remove({});
      for (const { labels = {}, value } of readings) this.set(labels, value);
    },
  });
  registry.registerMetric(gauge);
}

function known(value: number | undefined): Reading {
  return value === undefined ? [] : [{ value }];
}

function whether(value: boolean | undefined): Reading {
  return known(value === undefined ? undefined : Number(value));
}

function botGauges(levels: () => Levels): readonly GaugeOptions[] {
  return [
    {
      name: "yuanwen_ready",
      help: "1 where something can be answered, as /readyz tells",
      read: () => whether(levels().isReady?.()),
    },
    {
      name: "yuanwen_turns_waiting",
      help: "what came in and waits for its turn",
      read: () => known(levels().turnsWaiting?.()),
    },
    {
      name: "yuanwen_works_under_way",
      help: "works that take longer than an answer may",
      read: () => known(levels().worksUnderWay?.()),
    },
  ];
}

function memoryGauges(levels: () => Levels): readonly GaugeOptions[] {
  const sizes = (field: "articles" | "passages" | "bytes") => () =>
    (levels().indexes?.() ?? []).flatMap(({ kind, [field]: value }) =>
      value === undefined ? [] : [{ labels: { kind }, value }],
    );
  const labelNames = ["kind"];
  return [
    { name: "yuanwen_index_articles", help: "articles that can be asked", labelNames, read: sizes("articles") },
    { name: "yuanwen_index_passages", help: "passages that can be found", labelNames, read: sizes("passages") },
    { name: "yuanwen_index_bytes", help: "what indexes take, about", labelNames, read: sizes("bytes") },
    {
      name: "yuanwen_servers_open",
      help: "servers whose state is in memory",
      read: () => known(levels().servers?.().servers),
    },
    {
      name: "yuanwen_memory_held_bytes",
      help: "what is kept in memory and can be had again, about",
      read: () => known(levels().memory?.().held),
    },
    {
      name: "yuanwen_memory_limit_bytes",
      help: "what of that may be kept",
      read: () => known(levels().memory?.().most),
    },
  ];
}

function storeGauges(levels: () => Levels): readonly GaugeOptions[] {
  return [
    {
      name: "yuanwen_store_up",
      help: "1 where the store answered when it was last asked",
      read: () => whether(levels().storeIsThere?.()),
    },
    {
      name: "yuanwen_store_watched",
      help: "1 where the database tells of other processes' changes, 0 where they are looked for",
      read: () => whether(levels().storeIsWatched?.()),
    },
    {
      name: "yuanwen_store_connections",
      help: "connections to the database, and who waits for one",
      labelNames: ["state"],
      read() {
        const pool = levels().connections?.();
        if (!pool) return [];
        const { total, idle, waiting } = pool;
        return Object.entries({ used: total - idle, idle, waiting }).map(([state, value]) => ({
          labels: { state },
          value,
        }));
      },
    },
  ];
}

function gatewayGauges(levels: () => Levels): readonly GaugeOptions[] {
  return [
    {
      name: "yuanwen_gateway_shards",
      help: "shards of this process",
      labelNames: ["state"],
      read() {
        const shards = levels().shards?.();
        if (!shards) return [];
        return [
          { labels: { state: "ready" }, value: shards.ready.length },
          { labels: { state: "away" }, value: shards.away.length },
        ];
      },
    },
    {
      name: "yuanwen_gateway_ping_seconds",
      help: "how long Discord's answer to a heartbeat took, of the slowest shard",
      read() {
        const ping = levels().shards?.()?.ping;
        return known(ping === undefined ? undefined : ping / 1000);
      },
    },
  ];
}
