import { expect, test, vi } from "vitest";
import type { Endpoint } from "../../src/local-discord/sign.ts";
import { slashCommand } from "../../src/local-discord/interactions.ts";
import { postChanged } from "../support/discord/post-changed.ts";
import { startBot } from "../support/discord/start-bot.ts";
import { probeFeatures } from "../support/probe-features.ts";

// Processes and connections take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const question = { ...slashCommand({ name: "say" }), id: "150000000000000001", token: "aW50ZXJhY3Rpb24" };

async function start() {
  const features = probeFeatures();
  const started = await startBot({ features, transport: "http" });
  const { endpoint } = started.discord;
  if (!endpoint) throw new Error("the bot gave no endpoint");
  return { ...started, endpoint, origin: new URL(endpoint.url).origin, asked: features.asked };
}

test("answers Discord's ping", async () => {
  const { endpoint } = await start();
  expect(await postChanged(endpoint, { id: "1", token: "x", type: 1, application_id: "2" })).toEqual({
    status: 200,
    body: { type: 1 },
  });
});

test.for([
  { name: "no signature", changed: { headers: { "x-signature-ed25519": "" } } },
  { name: "no timestamp", changed: { headers: { "x-signature-timestamp": "" } } },
  { name: "a signature that is none", changed: { headers: { "x-signature-ed25519": "z".repeat(128) } } },
  { name: "a signature of something else", changed: { headers: { "x-signature-ed25519": "0".repeat(128) } } },
  { name: "a timestamp that was changed", changed: { headers: { "x-signature-timestamp": "1" } } },
  { name: "a timestamp that is none", changed: { headers: { "x-signature-timestamp": "now" } } },
  { name: "a body that was changed", changed: { body: JSON.stringify({ ...question, id: "2" }) } },
  { name: "no body", changed: { body: "" } },
  { name: "a request of yesterday", changed: { seconds: Math.floor(Date.now() / 1000) - 86_400 } },
  { name: "a request of tomorrow", changed: { seconds: Math.floor(Date.now() / 1000) + 86_400 } },
])("refuses $name with 401", async ({ changed }) => {
  const { endpoint, asked } = await start();
  expect(await postChanged(endpoint, question, changed)).toMatchObject({ status: 401 });
  expect(asked).toEqual([]);
});

test("takes no other application's key", async () => {
  const [{ endpoint }, other] = [await start(), await start()];
  const forged: Endpoint = { url: endpoint.url, privateKey: other.endpoint.privateKey };
  expect(await postChanged(forged, question)).toMatchObject({ status: 401 });
});

test("says in the log that the clock is wrong", async () => {
  const { endpoint, log } = await start();
  await postChanged(endpoint, question, { seconds: Math.floor(Date.now() / 1000) - 301 });
  expect(log().at(-1)).toMatchObject({
    level: "warn",
    event: "interaction refused",
    remedy: "set this machine's clock",
  });
});

test.for([
  { name: "an array", sent: [] },
  { name: "no type", sent: { id: "1", token: "x" } },
  { name: "a type that there is not", sent: { id: "1", token: "x", type: 77, data: {} } },
  { name: "a command without data", sent: { id: "1", token: "x", type: 2 } },
])("refuses $name with 400, though signed", async ({ sent }) => {
  const { endpoint } = await start();
  expect(await postChanged(endpoint, sent)).toMatchObject({ status: 400 });
});

test("refuses what is too large with 413, before looking at it", async () => {
  const { endpoint } = await start();
  const body = "x".repeat(1_100_000);
  expect(await postChanged(endpoint, question, { body })).toMatchObject({ status: 413 });
});

test.for([
  { path: "/interactions", method: "GET", status: 405, allow: "POST" },
  { path: "/interactions", method: "DELETE", status: 405, allow: "POST" },
  { path: "/healthz", method: "POST", status: 405, allow: "GET, HEAD" },
  { path: "/healthz", method: "GET", status: 200, allow: null },
  { path: "/healthz", method: "HEAD", status: 200, allow: null },
  { path: "/readyz", method: "GET", status: 200, allow: null },
  { path: "/", method: "GET", status: 404, allow: null },
])("answers $method $path with $status", async ({ path, method, status, allow }) => {
  const { origin } = await start();
  const response = await fetch(origin + path, { method });
  expect({ status: response.status, allow: response.headers.get("allow") }).toEqual({ status, allow });
});

test("gives an interaction that comes twice the same answer and asks once", async () => {
  const { endpoint, asked } = await start();
  const [first, second] = await Promise.all([postChanged(endpoint, question), postChanged(endpoint, question)]);
  expect(first).toMatchObject({ status: 200, body: { type: 4 } });
  expect(second).toEqual(first);
  expect(asked).toHaveLength(1);
});

test("tells over the gateway too how it is, where it has a port", async () => {
  const { discord, running, log } = await startBot({ features: probeFeatures() });
  const origin = `http://127.0.0.1:${String(log().find(({ event }) => event === "listening")?.["port"])}`;
  const status = async (path: string) => (await fetch(origin + path)).status;
  expect([await status("/healthz"), await status("/readyz"), await status("/interactions")]).toEqual([200, 200, 404]);
  discord.gateway.refuseWith = 4004;
  discord.gateway.close(4009);
  discord.gateway.forgetSessions();
  await expect(running.lost).rejects.toThrow("4004");
  expect([await status("/healthz"), await status("/readyz")]).toEqual([200, 503]);
});

test("reads no messages over HTTP, and says so", async () => {
  const { running } = await start();
  expect(running.readable()).toBe("none");
});
