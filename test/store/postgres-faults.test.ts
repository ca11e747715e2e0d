import { once } from "node:events";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { backUp, openStore, restore } from "../../src/store/open-store.ts";
import { UnusableStore } from "../../src/store/unusable-store.ts";
import { ask, createSchema, hasPostgres } from "../support/postgres.ts";
import { startTcpProxy } from "../support/tcp-proxy.ts";
import { change, write } from "./changes.ts";
import { listenTo } from "./contract.ts";

const asked = change({ writes: [write("k", 1)] });
const kept = { revision: 1, records: [{ kind: "words", key: "k", value: 1 }] };

describe.skipIf(!hasPostgres)("a PostgreSQL server", () => {
  test("that goes away is told of, and used again when it is back", async () => {
    const { url, proxy } = await throughProxy();
    const store = await open(url);
    await store.change(asked);
    await proxy.goAway();
    await expect(store.read("1")).rejects.toMatchObject({ problem: "unavailable" });
    await expect(store.change(change({ id: "d", revision: 1 }))).rejects.toMatchObject({ problem: "unavailable" });
    await proxy.comeBack();
    expect(await store.read("1")).toEqual(kept);
    expect(await store.change(change({ id: "d", revision: 1 }))).toEqual({ kind: "made", revision: 2 });
  });

  test("that is away at the start is used when it comes", async () => {
    const { url, proxy } = await throughProxy();
    await proxy.goAway();
    const store = await open(url);
    await expect(store.read("1")).rejects.toMatchObject({ problem: "unavailable" });
    await proxy.comeBack();
    expect(await store.change(asked)).toEqual({ kind: "made", revision: 1 });
  });

  test("that is lost in the middle of a commit has made the change once", async () => {
    const { url, proxy } = await throughProxy();
    const store = await open(url);
    await store.change(asked);
    proxy.cutAfter("commit");
    const next = change({ id: "d", revision: 1, writes: [write("l", 2)] });
    expect(await store.change(next)).toEqual({ kind: "made", revision: 2 });
    expect(await store.change(next)).toEqual({ kind: "repeated", revision: 2 });
    expect(await store.revision("1")).toBe(2);
  });

  test("that is lost before a commit makes the change all the same", async () => {
    const { url, proxy } = await throughProxy();
    const store = await open(url);
    await store.change(asked);
    proxy.cutAfter('insert into "changes"');
    expect(await store.change(change({ id: "d", revision: 1 }))).toEqual({ kind: "made", revision: 2 });
    expect(await store.changes("1", 9)).toHaveLength(2);
  });

  test("that may not be written to is read all the same", async () => {
    const url = await createSchema();
    await (await open(url)).change(asked);
    const address = new URL(url);
    address.searchParams.append(
      "options",
      `${address.searchParams.get("options")} -c default_transaction_read_only=on`,
    );
    const store = await open(address.href);
    expect(await store.read("1")).toEqual(kept);
    await expect(store.change(change({ id: "d", revision: 1 }))).rejects.toMatchObject({ problem: "read-only" });
  });

  // Both in one: each takes as long as somebody waits at most.
  test("that is silent, or whose rows somebody else holds, is given up, the silent one once for all who ask", async () => {
    const url = await createSchema();
    const store = await open(url);
    await store.change(asked);
    const holding = new pg.Client({ connectionString: url });
    await holding.connect();
    await holding.query("begin; update guilds set revision = revision");
    const server = await startSilentServer();
    const silent = open(`postgres://me@127.0.0.1:${server.port}/any`);
    await expect(store.change(change({ id: "d", revision: 1 }))).rejects.toMatchObject({ problem: "busy" });
    expect(await store.read("1")).toEqual(kept);
    const deaf = await silent;
    const tried = server.connections();
    await expect(deaf.revision("1")).rejects.toMatchObject({ problem: "unavailable" });
    expect(server.connections()).toBe(tried);
    await holding.query("commit");
    await holding.end();
    expect(await store.change(change({ id: "d", revision: 1 }))).toEqual({ kind: "made", revision: 2 });
  });

  test("whose connection is cut in the middle of a change is listened to again, and what was missed can be looked up", async () => {
    const { url, direct, proxy } = await throughProxy();
    const store = await open(url);
    await store.change(asked);
    const { said, isHearing } = listenTo(store);
    await vi.waitUntil(isHearing);
    await proxy.goAway();
    const other = await open(direct);
    expect(await other.change(change({ id: "d", revision: 1 }))).toEqual({ kind: "made", revision: 2 });
    await vi.waitUntil(() => !isHearing());
    await proxy.comeBack();
    await vi.waitUntil(isHearing);
    expect(await store.revisions(["1"])).toEqual(new Map([["1", 2]]));
    said.length = 0;
    await other.change(change({ id: "e", revision: 2 }));
    await vi.waitUntil(() => said.includes("1 3"));
  });

  test("tells that all may be another once a backup was put in its place", async () => {
    const place = { url: await createSchema(), file: "" };
    const store = await open(place.url);
    await store.change(asked);
    const file = path.join(mkdtempSync(path.join(tmpdir(), "yuanwen-restored-")), "backup");
    onTestFinished(() => rmSync(path.dirname(file), { recursive: true }));
    await backUp(place, async (bytes) => appendFileSync(file, bytes));
    const { said, isHearing } = listenTo(store);
    await vi.waitUntil(isHearing);
    await restore(place, { file, isReplacing: true });
    await vi.waitUntil(() => said.length === 2);
    expect(said).toEqual(["begin", "begin"]);
  });

  test("tells what a program of an older layout changes, which says nothing itself", async () => {
    const url = await createSchema();
    await ask(readFileSync(new URL("layouts/1.postgres.sql", import.meta.url), "utf8"), url);
    const { said, isHearing } = listenTo(await open(url));
    await vi.waitUntil(isHearing);
    await ask("update guilds set revision = revision; update guilds set revision = 3", url);
    await vi.waitUntil(() => said.includes("1 3"));
    expect(said).toEqual(["begin", "1 3"]);
  });

  test("that says nothing any more is noticed", async () => {
    const { url, proxy } = await throughProxy();
    const { isHearing } = listenTo(await open(url));
    await vi.waitUntil(isHearing);
    proxy.fallSilent();
    await vi.waitUntil(() => !isHearing());
    expect(isHearing()).toBe(false);
  });

  test("that has no such database is told of in one line without the password", async () => {
    const address = new URL(await createSchema());
    Object.assign(address, { pathname: "/nowhere", password: "secret" });
    const refused = openStore({ url: address.href, file: "" });
    await expect(refused).rejects.toBeInstanceOf(UnusableStore);
    await expect(refused).rejects.toThrow(/^postgres:\/\/127\.0\.0\.1:\d+\/nowhere .*"nowhere" does not exist$/u);
  });
});

/** Takes connections and says nothing. */
async function startSilentServer() {
  let connections = 0;
  const silent = createServer(() => (connections += 1));
  onTestFinished(() => void silent.close());
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  return { port: (silent.address() as AddressInfo).port, connections: () => connections };
}

async function throughProxy() {
  const address = new URL(await createSchema());
  const proxy = await startTcpProxy(address.hostname, Number(address.port));
  const { port } = address;
  address.port = String(proxy.port);
  return { url: address.href, direct: withPort(address, port), proxy };
}

function withPort(address: URL, port: string): string {
  return Object.assign(new URL(address), { port }).href;
}

async function open(url: string) {
  const store = await openStore({ url, file: "" });
  onTestFinished(() => store.close());
  return store;
}
