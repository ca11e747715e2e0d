import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Endpoint } from "../../src/local-discord/sign.ts";
import { serveHttp } from "../../src/discord/http.ts";
import type { HttpLimits } from "../../src/discord/http.ts";
import { slashCommand } from "../../src/local-discord/interactions.ts";
import { signatureOf } from "../../src/local-discord/sign.ts";
import { createLog } from "../../src/log.ts";
import { postChanged } from "../support/discord/post-changed.ts";
import { head, openRaw } from "../support/discord/raw-http.ts";
import { startBot } from "../support/discord/start-bot.ts";
import { probeFeatures } from "../support/probe-features.ts";

const question = { ...slashCommand({ name: "say" }), id: "150000000000000001", token: "aW50ZXJhY3Rpb24" };

async function start(environment: Readonly<Record<string, string>> = {}) {
  const features = probeFeatures();
  const started = await startBot({ features, transport: "http", environment });
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

test("says in the log and at /readyz that the clock is wrong, until a request is fresh", async () => {
  const { endpoint, origin, log } = await start();
  const ready = async () => {
    const response = await fetch(`${origin}/readyz`);
    return `${response.status} ${await response.text()}`;
  };
  await postChanged(endpoint, question, { seconds: Math.floor(Date.now() / 1000) - 301 });
  await vi.waitUntil(() => log().at(-1)?.event === "every interaction is refused");
  expect(log().at(-1)).toMatchObject({ level: "error", remedy: "set this machine's clock" });
  expect(await ready()).toMatch(/^503 not ready: this machine's clock is 30\d seconds ahead of Discord's$/u);
  expect(await postChanged(endpoint, question)).toMatchObject({ status: 200 });
  expect(log().at(-1)).toMatchObject({ event: "interactions are taken again" });
  expect(await ready()).toBe("200 ready");
});

test.for([
  { name: "another application's key", key: undefined },
  { name: "a key that is none", key: "f".repeat(64) },
])("says in the log and at /readyz that every signature is wrong, with $name", async ({ key }) => {
  const other = await start();
  const { endpoint, origin, log } = key === undefined ? other : await start({ DISCORD_PUBLIC_KEY: key });
  const { privateKey } = key === undefined ? generateKeyPairSync("ed25519") : endpoint;
  for (let count = 0; count < 5; count += 1) {
    expect(await postChanged({ ...endpoint, privateKey }, question)).toMatchObject({ status: 401 });
  }
  await vi.waitUntil(() => log().some(({ level }) => level === "error"));
  const response = await fetch(`${origin}/readyz`);
  expect(response.status).toBe(503);
  expect(await response.text()).toBe("not ready: no signature was right: look at DISCORD_PUBLIC_KEY");
  const refused = log().filter(({ event }) => event === "every interaction is refused");
  expect(refused).toEqual([expect.objectContaining({ level: "error", verdict: "forged" })]);
});

test.for([
  { name: "the same", isSame: true, status: 200 },
  { name: "another", isSame: false, status: 503 },
])("asks Discord for the key when nothing but forged ones came: $name", async ({ isSame, status }) => {
  const { endpoint, origin, discord } = await start();
  const { x = "" } = createPublicKey(endpoint.privateKey).export({ format: "jwk" });
  const key = isSame ? Buffer.from(x, "base64url").toString("hex").toUpperCase() : "0".repeat(64);
  discord.failNext("GET", "/applications/@me", { status: 200, body: { id: "1", verify_key: key } });
  for (let count = 0; count < 5; count += 1) await postChanged(endpoint, question, { body: String(count) });
  await vi.waitUntil(() => discord.requestsTo("GET", "/applications/@me").length === 1);
  await vi.waitUntil(async () => (await fetch(`${origin}/readyz`)).status === status);
  await postChanged(endpoint, question, { body: "{}" });
  expect((await fetch(`${origin}/readyz`)).status).toBe(status);
});

test("is ready however much is forged once something was genuine", async () => {
  const { endpoint, origin, log } = await start();
  await postChanged(endpoint, question);
  const before = log().length;
  for (let count = 0; count < 20; count += 1) await postChanged(endpoint, question, { body: String(count) });
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  expect(log().slice(before)).toEqual([]);
});

test("refuses what is too large with 413, before looking at it", async () => {
  const { endpoint } = await start();
  const body = "x".repeat(1_100_000);
  expect(await postChanged(endpoint, question, { body })).toMatchObject({ status: 413 });
});

test.for([
  { path: "/interactions", method: "GET", status: 405, allow: "POST" },
  { path: "/interactions", method: "DELETE", status: 405, allow: "POST" },
  { path: "/interactions/", method: "GET", status: 405, allow: "POST" },
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

test.for([
  { name: "at an address with a slash at its end", slash: "/", change: {} },
  {
    name: "that does not tell who installed the bot",
    slash: "",
    change: { authorizing_integration_owners: undefined },
  },
  { name: "that tells of nobody who did", slash: "", change: { authorizing_integration_owners: null } },
])("answers an interaction $name", async ({ slash, change }) => {
  const { endpoint } = await start();
  const answered = await postChanged({ ...endpoint, url: endpoint.url + slash }, { ...question, ...change });
  expect(answered).toMatchObject({ status: 200, body: { type: 4 } });
});

test("says what stands at the address, and tells once of what Discord posts elsewhere", async () => {
  const { endpoint, origin, log } = await start();
  expect(await (await fetch(endpoint.url)).text()).toContain("Interactions Endpoint URL");
  await fetch(`${origin}/interaction`, { method: "POST" });
  const before = log().length;
  for (const path of ["/interaction", "/", `/${"x".repeat(500)}`]) {
    expect(await postChanged({ ...endpoint, url: origin + path }, question)).toMatchObject({ status: 404 });
  }
  expect(log().slice(before)).toMatchObject([
    { level: "warn", event: "interaction at a wrong path", path: "/interaction" },
  ]);
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

async function serve(limits: Partial<HttpLimits>) {
  const lines: string[] = [];
  const log = createLog({
    level: "info",
    secrets: [],
    now: () => new Date(0),
    write: (line) => void lines.push(line),
  });
  const server = await serveHttp({
    host: "127.0.0.1",
    port: 0,
    log,
    problem: () => undefined,
    takesInteractions: false,
    limits,
  });
  let closing: Promise<void> | undefined = undefined;
  const close = () => (closing ??= server.close());
  onTestFinished(close);
  return { port: server.port, close, lines };
}

test("answers, while it closes, what was begun, and says that the connection closes", async () => {
  const { endpoint, origin, close } = await start();
  const body = JSON.stringify(question);
  const signed = signatureOf(body, { privateKey: endpoint.privateKey, seconds: Math.floor(Date.now() / 1000) });
  const connection = await openRaw(Number(new URL(origin).port));
  connection.send(head({ ...signed, "content-length": String(body.length) }) + body.slice(0, 20));
  // What was sent before is read before this is answered.
  await fetch(`${origin}/healthz`);
  const closing = close();
  connection.send(body.slice(20));
  expect(await connection.closed).toMatch(/^HTTP\/1\.1 200 OK.*connection: close.*"type":4/isu);
  await closing;
});

describe("within bounds", () => {
  test.for([
    { name: "a connection that says nothing", says: "" },
    { name: "a header that never ends", says: "GET /healthz HTTP/1.1\r\nhost: bot\r\nx: " },
    { name: "a body that never ends", says: "POST / HTTP/1.1\r\nhost: bot\r\ncontent-length: 10\r\n\r\n1" },
  ])("cuts $name off and logs nothing", async ({ says }) => {
    const { port, lines } = await serve({ requestTime: 100, checkInterval: 20 });
    const connection = await openRaw(port);
    connection.send(says);
    const dripping = setInterval(() => connection.send("x"), 30);
    await connection.closed.finally(() => clearInterval(dripping));
    expect(lines).toHaveLength(1);
  });

  test("refuses a header that is too large", async () => {
    const { port } = await serve({});
    const connection = await openRaw(port);
    connection.send(`GET /healthz HTTP/1.1\r\nhost: bot\r\nx: ${"x".repeat(16_384)}\r\n\r\n`);
    expect(await connection.closed).toMatch(/^HTTP\/1\.1 431 /u);
  });

  test("takes so many connections and no more, and others when one is free again", async () => {
    const { port } = await serve({ connections: 2 });
    const request = "GET /healthz HTTP/1.1\r\nhost: bot\r\n\r\n";
    const [first, second] = [await openRaw(port), await openRaw(port)];
    first.send(request);
    second.send(request);
    await Promise.all([first.until("200 OK"), second.until("200 OK")]);
    const third = await openRaw(port);
    third.send(request);
    expect(await third.closed).toBe("");
    first.socket.destroy();
    await vi.waitUntil(async () => {
      const fourth = await openRaw(port);
      fourth.send(request);
      return (await Promise.race([fourth.until("200 OK"), fourth.closed])) !== "";
    });
  });

  test("lets go of idle connections where all are taken, and of none that something is sent over", async () => {
    const { port } = await serve({ connections: 2 });
    const request = "GET /healthz HTTP/1.1\r\nhost: bot\r\n\r\n";
    const [idle, sending] = [await openRaw(port), await openRaw(port)];
    idle.send(request);
    sending.send(`${request}GET /healthz`);
    await Promise.all([idle.until("200 OK"), sending.until("200 OK")]);
    const refused = await openRaw(port);
    expect(await refused.closed).toBe("");
    await idle.closed;
    const taken = await openRaw(port);
    taken.send(request);
    await taken.until("200 OK");
    sending.send(request.slice("GET /healthz".length));
    await vi.waitUntil(() => sending.received().match(/200 OK/gu)?.length === 2);
  });

  test("keeps a connection longer than proxies do", async () => {
    const { port } = await serve({});
    const connection = await openRaw(port);
    connection.send("GET /healthz HTTP/1.1\r\nhost: bot\r\n\r\n");
    const [, seconds] = /keep-alive: timeout=(\d+)/iu.exec(await connection.until("\r\n\r\n")) ?? [];
    expect(Number(seconds)).toBeGreaterThan(120);
  });

  test("answers, when it closes, those who had connected before but were not taken in yet", async () => {
    const { port, close } = await serve({});
    const sockets = Array.from({ length: 30 }, () => connect({ port, host: "127.0.0.1" }));
    const answers = sockets.map((socket) => text(socket).catch(() => "cut off"));
    for (const socket of sockets) socket.write("GET /healthz HTTP/1.1\r\nhost: bot\r\nconnection: close\r\n\r\n");
    // The system has let them all in as soon as they asked, which they do behind this turn's work.
    await new Promise<void>((resolve) => process.nextTick(resolve));
    await close();
    expect((await Promise.all(answers)).filter((answer) => !answer.includes("200 OK"))).toEqual([]);
  });

  test("closes at once where connections are idle, and soon where somebody goes on sending", async () => {
    const { port, close } = await serve({ closing: 50 });
    const [idle, busy] = [await openRaw(port), await openRaw(port)];
    idle.send("GET /healthz HTTP/1.1\r\nhost: bot\r\n\r\n");
    await idle.until("200 OK");
    busy.send("POST / HTTP/1.1\r\nhost: bot\r\ncontent-length: 10\r\n\r\n1");
    await busy.until("404");
    await close();
    expect(await idle.closed).toContain("200 OK");
    expect(await busy.closed).toContain("404");
  });
});
