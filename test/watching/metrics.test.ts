import { expect, test, vi } from "vitest";
import { ids } from "../../src/local-discord/world.ts";
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
} from "../../src/observer.ts";
import { sizesOfIndexes } from "../../src/watching/index-sizes.ts";
import type { Metrics } from "../../src/watching/metrics.ts";
import { indexKinds } from "../../src/watching/metrics.ts";
import { createPrometheus } from "../../src/watching/prometheus.ts";
import { tryCommands, tryForged, tryMenus, tryPresses, tryTyping } from "../support/discord/attempts.ts";
import { managing } from "../support/discord/people.ts";
import { mostQuestion, people, secrets, startTwoServers, teachers } from "../support/discord/two-servers.ts";
import { findLeaks } from "../support/discord/watch-words.ts";
import { smallLibrary } from "../support/library.ts";
import { readSamples } from "./read-samples.ts";

function start(): Metrics {
  return createPrometheus({ version: "1.2.3", transport: "gateway", now: () => performance.now() });
}

const others = [
  "",
  "hit",
  "miss",
  "ready",
  "away",
  "used",
  "idle",
  "waiting",
  "gateway",
  "1.2.3",
  process.versions.node,
];

/** Every word that a label may have, but for those that Node's own figures name. */
const words = new Set<string>([
  ...[...replyOutcomes, ...workOutcomes].flatMap((outcome) => outcome.split(" ")),
  ...eventKinds,
  ...jobKinds,
  ...jobSteps,
  ...caches,
  ...responseClasses,
  ...storeOperations,
  ...storeResults,
  ...verdicts,
  ...indexKinds,
  ...others,
]);

test("tell nothing of texts, people and servers, whatever was done", async () => {
  const metrics = start();
  const servers = await startTwoServers({ observe: metrics.observe });
  const { discord, guilds, running } = servers.started;
  const prepared = { articles: [...smallLibrary().articles.values()], indexed: { articles: new Map() } };
  metrics.read({
    servers: () => guilds.held(),
    indexes: sizesOfIndexes(prepared, () => guilds.held()),
    shards: () => running.shards?.(),
    turnsWaiting: () => 0,
    worksUnderWay: () => 0,
    isReady: () => true,
    storeIsThere: () => true,
    storeIsWatched: () => false,
    memory: () => ({ held: 1, most: 2, forgotten: 3 }),
    connections: () => ({ total: 3, idle: 1, waiting: 0 }),
  });
  const file = discord.attachments.add(ids.otherChannel, { name: "smuggled.md", bytes: Buffer.from("# Smuggled\n") });
  const given = {
    id: secrets.id,
    article: secrets.id,
    reference: "§1 ¶1:1",
    question: mostQuestion,
    words: "gromfeld",
  };
  const knowledge = { given, begun: ["grom", "§1"], file, said: servers.said };
  for (const where of [servers.manager.where, servers.strangers.where, { direct: true, user: { id: people.reader } }]) {
    const everything = [
      ...tryCommands(where, knowledge),
      ...tryMenus(where, knowledge),
      ...tryPresses(where, knowledge),
      ...tryTyping(where, knowledge),
      ...tryForged(where, knowledge),
    ];
    await findLeaks(discord, everything, []);
  }
  discord.say({ channel: ids.channel, text: `<@${ids.bot}> ${mostQuestion}` });
  await vi.waitUntil(async () => (await valueOf(metrics, "yuanwen_events_total", { kind: "message" })) > 0);

  const text = await metrics.write();
  const samples = readSamples(text);
  const own = samples.filter(({ name }) => name.startsWith("yuanwen_"));
  const labels = own.flatMap((sample) => Object.entries(sample.labels)).filter(([name]) => name !== "le");
  expect(labels.filter(([, value]) => !words.has(value))).toEqual([]);
  const told = ["gromfeld", "zorblatt", "quenvil", "krindle", "snorkwit", "smuggled", "Teachers", "general", "reader"];
  const named = [...told, ...Object.values(ids), ...Object.values(people), teachers, managing];
  expect(named.filter((word) => text.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
  expect(samples.filter(({ labels: each }) => /\d{15}/u.test(JSON.stringify(each)))).toEqual([]);
  const happened = ["yuanwen_events_total", "yuanwen_replies_total", "yuanwen_discord_requests_total"];
  for (const name of happened) expect(sumOf(own, name)).toBeGreaterThan(50);
});

test("tell as many replies as events", async () => {
  const metrics = start();
  const { started, manager } = await startTwoServers({ observe: metrics.observe });
  await Promise.all([1, 2, 3].map(() => manager.run("ask", { question: mostQuestion })));
  await manager.run("ask", { question: "Who baked the unicorn?" });
  await started.close();
  const samples = readSamples(await metrics.write());
  expect(sumOf(samples, "yuanwen_replies_total")).toBe(sumOf(samples, "yuanwen_events_total"));
  expect(sumOf(samples, "yuanwen_answer_duration_seconds_count")).toBe(sumOf(samples, "yuanwen_events_total"));
  expect(await valueOf(metrics, "yuanwen_replies_total", { outcome: "taught" })).toBe(1);
  expect(await valueOf(metrics, "yuanwen_replies_total", { outcome: "answered" })).toBeGreaterThan(2);
});

test("know from the start what never happened", async () => {
  const samples = readSamples(await start().write());
  const named = (name: string) => samples.filter((sample) => sample.name === name);
  expect(named("yuanwen_replies_total")).toHaveLength(replyOutcomes.length);
  expect(named("yuanwen_store_operations_total")).toHaveLength(storeOperations.length * storeResults.length);
  expect(named("yuanwen_http_refused_total").map(({ value }) => value)).toEqual(verdicts.map(() => 0));
});

test.for([
  { name: "a pool that there is not", missing: "yuanwen_store_connections" },
  { name: "shards that there are not", missing: "yuanwen_gateway_shards" },
  { name: "a budget that there is not", missing: "yuanwen_memory_held_bytes" },
])("tell nothing of $name", async ({ missing }) => {
  expect(readSamples(await start().write()).filter(({ name }) => name === missing)).toEqual([]);
});

test("count invalid requests of the last ten minutes", async () => {
  let now = 0;
  const metrics = createPrometheus({ version: "1.2.3", transport: "http", now: () => now });
  const invalid = () => valueOf(metrics, "yuanwen_discord_invalid_requests", {});
  metrics.observe({ kind: "requested", response: "4xx", isInvalid: true });
  metrics.observe({ kind: "requested", response: "4xx", isInvalid: false });
  now = 300_000;
  metrics.observe({ kind: "requested", response: "4xx", isInvalid: true });
  expect(await invalid()).toBe(2);
  now = 620_000;
  expect(await invalid()).toBe(1);
  now = 920_000;
  expect(await invalid()).toBe(0);
});

async function valueOf(metrics: Metrics, wanted: string, labels: Readonly<Record<string, string>>): Promise<number> {
  const found = readSamples(await metrics.write()).filter(
    (sample) =>
      sample.name === wanted && Object.entries(labels).every(([name, value]) => sample.labels[name] === value),
  );
  return sumOf(found, wanted);
}

function sumOf(samples: ReturnType<typeof readSamples>, wanted: string): number {
  return samples.filter(({ name }) => name === wanted).reduce((sum, { value }) => sum + value, 0);
}
