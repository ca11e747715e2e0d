import { expect, test, vi } from "vitest";
import { slashCommand } from "../../src/local-discord/interactions.ts";
import { discordError } from "../../src/local-discord/routes.ts";
import type { Fact } from "../../src/observer.ts";
import { postChanged } from "../support/discord/post-changed.ts";
import { startBot } from "../support/discord/start-bot.ts";
import { probeFeatures } from "../support/probe-features.ts";

const callback = "/interactions/:id/:token/callback";
const question = slashCommand({ name: "say" });

async function start(transport: "gateway" | "http") {
  const facts: Fact[] = [];
  const started = await startBot({
    features: probeFeatures(),
    transport,
    observe: (fact) => void facts.push(fact),
  });
  const requested = () => facts.filter((fact) => fact.kind === "requested");
  return { ...started, facts, requested };
}

test.for([
  { answer: discordError(403, 50_013, "no"), response: "4xx", isInvalid: true },
  { answer: discordError(404, 10_062, "no"), response: "4xx", isInvalid: false },
  { answer: { status: 204 }, response: "2xx", isInvalid: false },
])("tells of a request that Discord answers with $answer.status", async ({ answer, response, isInvalid }) => {
  const { discord, requested } = await start("gateway");
  const before = requested().length;
  discord.failNext("POST", callback, answer);
  void discord.interact(question);
  await vi.waitUntil(() => requested().length > before);
  expect(requested().slice(before)).toEqual([{ kind: "requested", response, isInvalid }]);
});

test("tells how long Discord waited for the first response, over either way in, and of none that it did not take", async () => {
  for (const transport of ["gateway", "http"] as const) {
    const { discord, facts } = await start(transport);
    const before = performance.now();
    await discord.interact(question);
    await vi.waitUntil(() => facts.some(({ kind }) => kind === "acknowledged"));
    const most = (performance.now() - before) / 1000;
    const acknowledged = facts.filter((fact) => fact.kind === "acknowledged");
    expect(acknowledged).toEqual([{ kind: "acknowledged", of: "command", seconds: expect.any(Number) }]);
    expect(acknowledged[0]?.seconds).toBeLessThanOrEqual(most);
  }
  const { discord, facts, requested } = await start("gateway");
  const before = requested().length;
  discord.failNext("POST", callback, discordError(404, 10_062, "late"));
  void discord.interact(question);
  await vi.waitUntil(() => requested().length > before);
  expect(facts.filter(({ kind }) => kind === "acknowledged")).toEqual([]);
});

test("tells of HTTP requests that are not taken for Discord's, and why", async () => {
  const { discord, facts } = await start("http");
  const { endpoint } = discord;
  if (!endpoint) throw new Error("the bot gave no endpoint");
  const posted = { ...question, id: "150000000000000001", token: "x" };
  await postChanged(endpoint, posted, { headers: { "x-signature-ed25519": "" } });
  await postChanged(endpoint, posted, { headers: { "x-signature-ed25519": "0".repeat(128) } });
  await postChanged(endpoint, posted, { seconds: 1 });
  const verdicts = facts.flatMap((fact) => (fact.kind === "turned-away" ? [fact.verdict] : []));
  expect(verdicts).toEqual(["unsigned", "forged", "stale"]);
});

test("tells of attempts to connect again", async () => {
  const { discord, facts } = await start("gateway");
  discord.gateway.close(4000);
  await vi.waitUntil(() => facts.some(({ kind }) => kind === "reconnecting"));
  expect(facts.filter(({ kind }) => kind === "reconnecting").length).toBeGreaterThan(0);
});
