import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { Agent, request } from "node:http";
import type { Socket } from "node:net";
import { setImmediate } from "node:timers/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { press, slashCommand, submit } from "../../src/local-discord/interactions.ts";
import { signatureOf } from "../../src/local-discord/sign.ts";
import { postChanged } from "../support/discord/post-changed.ts";
import { head, openRaw } from "../support/discord/raw-http.ts";
import { startBot } from "../support/discord/start-bot.ts";
import { probeFeatures } from "../support/probe-features.ts";

const known = { id: "150000000000000001", token: "aW50ZXJhY3Rpb24" };
const question = { ...slashCommand({ name: "say" }), ...known };
const [signature, timestamp] = ["x-signature-ed25519", "x-signature-timestamp"];
/** Fresh for nine minutes from here on. */
const wellFormed = { [signature]: "0".repeat(128), [timestamp]: seconds(-250) };

function seconds(ago = 0): string {
  return String(Math.floor(Date.now() / 1000) - ago);
}

async function start() {
  const features = probeFeatures();
  const started = await startBot({ features, transport: "http" });
  const { endpoint } = started.discord;
  if (!endpoint) throw new Error("the bot gave no endpoint");
  const port = Number(new URL(endpoint.url).port);
  const signed = (body: string) => signatureOf(body, { privateKey: endpoint.privateKey, seconds: Number(seconds()) });
  return { ...started, endpoint, port, signed, asked: features.asked };
}

describe("before the body", () => {
  test.for([
    { name: "no signature", headers: { [timestamp]: seconds() } },
    { name: "no timestamp", headers: { [signature]: "0".repeat(128) } },
    { name: "a short signature", headers: { ...wellFormed, [signature]: "0".repeat(126) } },
    { name: "a signature twice", headers: { ...wellFormed, "X-Signature-Ed25519": "0".repeat(128) } },
    { name: "a timestamp in words", headers: { ...wellFormed, [timestamp]: "now" } },
    { name: "a time of yesterday", headers: { ...wellFormed, [timestamp]: seconds(86_400) } },
    { name: "a time of tomorrow", headers: { ...wellFormed, [timestamp]: seconds(-86_400) } },
  ])("refuses $name with 401 and closes", async ({ headers }) => {
    const { port, asked } = await start();
    const connection = await openRaw(port);
    // Of the body nothing is sent.
    connection.send(head({ ...headers, "content-length": "60000" }));
    const answer = await connection.until("invalid request signature");
    expect(answer).toMatch(/^HTTP\/1\.1 401 .*connection: close/isu);
    await connection.closed;
    expect(asked).toEqual([]);
  });

  test("refuses what says that it is larger than 64 KiB with 413 and closes", async () => {
    const { port, signed } = await start();
    const connection = await openRaw(port);
    connection.send(head({ ...signed("{}"), "content-length": "65537" }));
    const answer = await connection.until("too large");
    expect(answer).toMatch(/^HTTP\/1\.1 413 .*connection: close/isu);
    await connection.closed;
  });

  test("invites no body that it does not want", async () => {
    const { port, signed } = await start();
    const body = JSON.stringify(question);
    const invited = { "content-length": String(body.length), expect: "100-continue" };
    const [unwanted, wanted] = [await openRaw(port), await openRaw(port)];
    unwanted.send(head(invited));
    expect(await unwanted.until("invalid request signature")).toMatch(/^HTTP\/1\.1 401 /u);
    wanted.send(head({ ...invited, ...signed(body) }));
    await wanted.until("100 Continue");
    wanted.send(body);
    await wanted.until("HTTP/1.1 200 OK");
  });
});

test("takes 64 KiB, in chunks of a byte as well", async () => {
  const { port, signed } = await start();
  const body = JSON.stringify({ ...question, more: "" }).replace('"more":""', `"more":"${"x".repeat(64_000)}"`);
  const connection = await openRaw(port);
  connection.send(head({ ...signed(body), "transfer-encoding": "chunked" }));
  connection.send([...body].map((character) => `1\r\n${character}\r\n`).join("") + "0\r\n\r\n");
  expect(await connection.until('"type":4')).toContain("HTTP/1.1 200 OK");
  expect(connection.received()).not.toContain("connection: close");
});

test("takes no more than 64 KiB from whoever does not say how much comes", async () => {
  const { port, signed } = await start();
  const connection = await openRaw(port);
  connection.send(head({ ...signed("{}"), "transfer-encoding": "chunked" }));
  const chunk = `4000\r\n${"x".repeat(0x4000)}\r\n`;
  connection.send(chunk.repeat(5));
  expect(await connection.until("too large")).toMatch(/^HTTP\/1\.1 413 .*connection: close/isu);
  await connection.closed;
});

test("keeps a connection for what is genuine", async () => {
  const { port, signed } = await start();
  const connection = await openRaw(port);
  for (const id of ["150000000000000001", "150000000000000002"]) {
    const body = JSON.stringify({ ...question, id });
    connection.send(head({ ...signed(body), "content-length": String(body.length) }) + body);
  }
  await vi.waitUntil(() => connection.received().match(/HTTP\/1\.1 200 OK/gu)?.length === 2);
  expect(connection.received()).not.toContain("connection: close");
});

test.for([
  { name: "a refused signature", status: 401, changed: { headers: wellFormed, body: "{}" } },
  { name: "a body that is too large", status: 413, changed: { body: "x".repeat(65_537) } },
])("loses nothing of a proxy that keeps one connection after $name", async ({ status, changed }) => {
  const { port, signed } = await start();
  // Like a proxy: one connection, kept, and each request sent as soon as the one before is answered.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const ask = (body: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const length = String(Buffer.byteLength(body));
      const options = {
        agent,
        port,
        path: "/interactions",
        method: "POST",
        headers: { ...headers, "content-length": length },
      };
      const sent = request(options, (response) => response.resume().on("end", () => resolve(response.statusCode)));
      sent.on("error", reject);
      sent.end(body);
    });
  const statuses: (number | undefined)[] = [];
  for (const id of ["150000000000000001", "150000000000000002", "150000000000000003"]) {
    const body = JSON.stringify({ ...question, id });
    statuses.push(
      await ask(changed.body, "headers" in changed ? changed.headers : signed(changed.body)),
      await ask(body, signed(body)),
    );
  }
  expect(statuses).toEqual([status, 200, status, 200, status, 200]);
});

test("completes what it deferred where the connection was cut off and another took the answer", async () => {
  const { discord, port, signed } = await start();
  const threads = "/channels/:channel/messages/:message/threads";
  discord.failNext("POST", threads, { status: 200, body: {}, delay: 2500 });
  const body = JSON.stringify({ ...press({ customId: "1:thread", message: { id: known.id } }), ...known });
  const pressed = head({ ...signed(body), "content-length": String(body.length) }) + body;
  const cutOff = await openRaw(port);
  cutOff.send(pressed);
  await vi.waitUntil(() => discord.requestsTo("POST", threads).length === 1);
  cutOff.socket.destroy();
  const others = [await openRaw(port), await openRaw(port)];
  for (const other of others) other.send(pressed);
  for (const other of others) await other.until('"type":5');
  const original = "/webhooks/:application/:token/messages/@original";
  await vi.waitUntil(() => discord.requestsTo("PATCH", original).length > 0);
  expect(discord.requestsTo("PATCH", original)).toHaveLength(1);
});

test("logs nothing of uploads that end in the middle", async () => {
  const { port, log, signed, endpoint } = await start();
  const before = log().length;
  for (const headers of [wellFormed, { ...wellFormed, [timestamp]: seconds(9999) }, signed("{}"), {}]) {
    const connection = await openRaw(port);
    connection.send(`${head({ ...headers, "content-length": "60000" })}{"type"`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    connection.socket.resetAndDestroy();
  }
  expect(await postChanged(endpoint, question)).toMatchObject({ status: 200 });
  expect(log().slice(before)).toEqual([]);
});

test.for([
  { name: "unsigned", headers: {}, most: 0, events: [] },
  { name: "stale", headers: { ...wellFormed, [timestamp]: seconds(9999) }, most: 65_536, events: [] },
  { name: "forged", headers: wellFormed, most: 65_536, events: ["interaction refused"] },
])("takes little of 300 $name uploads of a megabyte at once, and answers meanwhile", async (row) => {
  const { headers, most, events } = row;
  const { port, endpoint, log } = await start();
  const [before, since] = [log().length, performance.now()];
  // How long the refused are waited for does not count: on a busy machine they read later than that.
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const sockets: Socket[] = [];
  const note = (message: unknown): void => void sockets.push((message as { readonly socket: Socket }).socket);
  subscribe("net.server.socket", note);
  onTestFinished(() => void unsubscribe("net.server.socket", note));
  const begin = head({ ...headers, "transfer-encoding": "chunked" });
  const megabyte = Buffer.from(`100000\r\n${"x".repeat(0x10_0000)}\r\n`);
  const connections = await Promise.all(
    Array.from({ length: 300 }, async () => {
      const connection = await openRaw(port);
      connection.send(begin);
      connection.send(megabyte);
      return connection;
    }),
  );
  expect(await postChanged(endpoint, question)).toMatchObject({ status: 200 });
  while (connections.some(({ received, socket }) => received() === "" && !socket.destroyed)) await setImmediate();
  vi.advanceTimersByTime(1000);
  const answers = await Promise.all(connections.map(({ closed }) => closed));
  const refused = answers.filter((answer) => /^HTTP\/1\.1 4(?:01|13) /u.test(answer));
  // A request that is not there within five seconds is cut off, for which the machine alone may be to blame.
  expect(refused.length).toBeGreaterThan(performance.now() - since < 4000 ? 295 : 0);
  const taken = sockets.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
  // A socket reads 64 KiB at a time, and what is thrown away is bounded as well.
  expect(taken / sockets.length).toBeLessThan(most + 4 * 65_536);
  expect(
    log()
      .slice(before)
      .map(({ event }) => event),
  ).toEqual(events);
});

const noUser = { ...question, member: undefined, user: undefined };
const pressed = press({ customId: "1:turn", message: { id: "1" } });
const form = { ...submit({ customId: "1:form", fields: {} }), ...known };

function command(data: object): object {
  return { ...question, data: { ...question.data, ...data } };
}

interface Posted {
  readonly name: string;
  readonly body: unknown;
}

/** Posts one after the other, signed, to one bot. */
async function postAll(rows: readonly Posted[]) {
  const { endpoint, signed, log } = await start();
  const before = log().length;
  const answers: Record<string, string> = {};
  for (const [index, { name, body }] of rows.entries()) {
    const unique = String(BigInt(known.id) + BigInt(index));
    const text = (typeof body === "string" ? body : JSON.stringify(body)).replace(known.id, unique);
    const response = await fetch(endpoint.url, { method: "POST", body: text, headers: signed(text) });
    answers[name] = `${response.status} ${await response.text()}`;
  }
  return { answers, logged: log().slice(before) };
}

const odd: readonly Posted[] = [
  { name: "nothing", body: "" },
  { name: "no JSON", body: "{" },
  { name: "no text", body: "\u0000\u0001" },
  { name: "null", body: "null" },
  { name: "a number", body: "5" },
  { name: "an array", body: "[]" },
  { name: "nesting without end", body: "[".repeat(60_000) },
  { name: "much nesting", body: `${'{"a":'.repeat(9000)}1${"}".repeat(9000)}` },
  { name: "an unknown type", body: { ...question, type: 77 } },
  { name: "a type in words", body: { ...question, type: "2" } },
  { name: "no id", body: { ...question, id: undefined } },
  { name: "a numeric id", body: { ...question, id: 1 } },
  { name: "an id that leads elsewhere", body: { ...question, id: "../1" } },
  { name: "an application's id that leads elsewhere", body: { ...question, application_id: "../1" } },
  { name: "no token", body: { ...question, token: "" } },
  { name: "nobody who asks", body: noUser },
  { name: "a member without a user", body: { ...noUser, member: { permissions: "0" } } },
  { name: "permissions that are none", body: { ...question, member: { ...question.member, permissions: "many" } } },
  { name: "a broken number as permissions", body: { ...question, app_permissions: "1.5" } },
  { name: "a locale that is none", body: { ...question, locale: 5 } },
  { name: "a channel of no type", body: { ...question, channel: { id: "1" } } },
  { name: "data in a list", body: { ...question, data: [] } },
  { name: "a command without data", body: { ...question, data: undefined } },
  { name: "a command without a name", body: command({ name: undefined }) },
  { name: "options that are no list", body: command({ options: { a: 1 } }) },
  { name: "an option that is null", body: command({ options: [null] }) },
  { name: "an option with an object", body: command({ options: [{ type: 3, name: "a", value: { toString: 1 } }] }) },
  {
    name: "a number beyond all",
    body: JSON.stringify(command({ options: [{ type: 10, name: "a", value: 7 }] })).replace(
      '"value":7',
      '"value":1e999',
    ),
  },
  { name: "a menu without a target", body: command({ type: 3 }) },
  {
    name: "a menu whose target is a prototype",
    body: command({ type: 3, target_id: "__proto__", resolved: { messages: {} } }),
  },
  {
    name: "a menu whose target says a number",
    body: command({ type: 3, target_id: "1", resolved: { messages: { 1: { content: 1 } } } }),
  },
  { name: "autocomplete without options", body: { ...command({ options: undefined }), type: 4 } },
  { name: "a button without a message", body: { ...pressed, ...known, message: undefined } },
  { name: "a button without its id", body: { ...pressed, ...known, data: {} } },
  { name: "a menu that chose numbers", body: { ...pressed, ...known, data: { custom_id: "1:turn", values: [1] } } },
  { name: "a form without fields", body: { ...form, data: { custom_id: "1:form" } } },
  { name: "a form with an unknown part", body: { ...form, data: { custom_id: "1:form", components: [{ type: 99 }] } } },
  {
    name: "a form with a numeric text",
    body: {
      ...form,
      data: { custom_id: "1:form", components: [{ type: 18, component: { type: 4, custom_id: "a", value: 1 } }] },
    },
  },
];

test("refuses what is odd with 400 and one line, though signed, and logs nothing", async () => {
  const { answers, logged } = await postAll(odd);
  expect(answers).toEqual(Object.fromEntries(odd.map(({ name }) => [name, "400 not an interaction"])));
  expect(logged).toEqual([]);
});

const unusual: readonly (Posted & { readonly status: number; readonly says: string })[] = [
  { name: "a user's command", body: command({ type: 2 }), status: 204, says: "" },
  { name: "a command of an unknown type", body: command({ type: 99 }), status: 204, says: "" },
  { name: "a command that there is not", body: command({ name: "__proto__" }), status: 200, says: '"type":4' },
  {
    name: "an option that is called as a prototype is",
    body: command({ options: [{ type: 3, name: "__proto__", value: "x" }] }),
    status: 200,
    says: "hello",
  },
  {
    name: "an own prototype",
    body: JSON.stringify(question).replace("{", '{"__proto__":{"type":77},'),
    status: 200,
    says: "hello",
  },
  {
    name: "a key twice, of which the last counts",
    body: JSON.stringify(question).replace("{", '{"type":77,'),
    status: 200,
    says: "hello",
  },
  {
    name: "half a character",
    body: command({ options: [{ type: 3, name: "a", value: "\ud800" }] }),
    status: 200,
    says: "hello",
  },
  {
    name: "a large number",
    body: command({ options: [{ type: 10, name: "a", value: 1e300 }] }),
    status: 200,
    says: "hello",
  },
  { name: "fields that nobody knows", body: { ...question, more: { deep: [[[[1]]]] } }, status: 200, says: "hello" },
  {
    name: "little of what Discord sends along",
    body: {
      ...question,
      app_permissions: undefined,
      authorizing_integration_owners: undefined,
      channel: undefined,
      context: null,
      locale: undefined,
    },
    status: 200,
    says: "hello",
  },
  { name: "a ping alone", body: { type: 1 }, status: 200, says: '{"type":1}' },
];

test("answers what is unusual, and logs nothing", async () => {
  const { answers, logged } = await postAll(unusual);
  const expected = unusual.map(({ name, status, says }) => [name, expect.stringMatching(`^${status} .*${says}`)]);
  expect(answers).toEqual(Object.fromEntries(expected));
  expect(logged).toEqual([]);
});
