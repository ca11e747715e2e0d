import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test, vi } from "vitest";
import { StoreError } from "../../src/community/store-error.ts";
import { type Config, readConfig } from "../../src/config.ts";
import { watchLoop } from "../../src/discord/watch-loop.ts";
import { slashCommand } from "../../src/local-discord/interactions.ts";
import { postSigned } from "../../src/local-discord/sign.ts";
import { createLog } from "../../src/log.ts";
import { observeStore } from "../../src/store/observe-store.ts";
import { startTelling } from "../../src/watching/start-telling.ts";
import { startLocalDiscord } from "../support/discord/local-discord.ts";
import { localToken } from "../support/discord/observed-discord.ts";
import { startBot } from "../support/discord/start-bot.ts";
import { analyse } from "../support/analyse.ts";
import { smallLibrary } from "../support/library.ts";
import { segmentOf } from "../support/many-articles.ts";
import { openTestStore } from "../support/open-store.ts";
import { startProcess } from "../support/process.ts";
import { probeFeatures } from "../support/probe-features.ts";

const folder = fileURLToPath(new URL("../../data/articles", import.meta.url));
const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const rawKey = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("hex");
const local = { HOST: "127.0.0.1", PORT: "0" };
const overHttp = { ...local, DISCORD_MODE: "http", DISCORD_PUBLIC_KEY: rawKey };
const question = { ...slashCommand({ name: "say" }), id: "150000000000000001", token: "aW50ZXJhY3Rpb24" };
const silent = createLog({ level: "error", secrets: [], now: () => new Date(0), write() {} });

function configOf(environment: Readonly<Record<string, string>>): Config {
  const result = readConfig(environment);
  if (result.kind === "mistakes") throw new Error(result.mistakes.join("; "));
  return result.config;
}

async function tell(environment: Readonly<Record<string, string>>) {
  const leaving = new AbortController();
  const telling = await startTelling({ config: configOf(environment), log: silent, signal: leaving.signal });
  onTestFinished(() => telling.close());
  return { telling, leaving, origin: `http://127.0.0.1:${telling.listening.server?.port}` };
}

async function said(origin: string, path = "/readyz"): Promise<string> {
  const response = await fetch(origin + path);
  return `${response.status} ${await response.text()}`;
}

async function post(origin: string, id = question.id): Promise<number> {
  return (await postSigned({ url: `${origin}/interactions`, privateKey }, { ...question, id })).status;
}

test("over HTTP it listens from the start, is not ready before it can answer, and not while it leaves", async () => {
  const { telling, leaving, origin } = await tell(overHttp);
  expect(await said(origin, "/healthz")).toBe("200 ok");
  expect(await said(origin)).toBe("503 not ready: starting: the articles are being read");
  expect(await post(origin)).toBe(503);
  const { listening } = telling;
  await startBot({ features: probeFeatures(), transport: "http", listening, environment: overHttp });
  expect(await said(origin)).toBe("200 ready");
  expect(await post(origin)).toBe(200);
  leaving.abort();
  expect(await said(origin)).toBe("503 not ready: shutting down");
  expect(await said(origin, "/healthz")).toBe("200 ok");
  expect(await post(origin, "150000000000000002")).toBe(200);
});

test("over the gateway it is not ready before it is connected, and says which shards are away", async () => {
  const { telling, origin } = await tell(local);
  const { listening } = telling;
  expect(await said(origin)).toBe("503 not ready: starting: the articles are being read");
  expect(await said(origin, "/interactions")).toMatch(/^404 /u);
  const { discord } = await startBot({ features: probeFeatures(), listening, environment: { SHARDS: "2-3/4" } });
  expect(await said(origin)).toBe("200 ready");
  const away = /^503 not ready: (?:shard [23]|shards 2, 3) of this process not connected to Discord$/u;
  // Whoever comes back is refused for a while.
  discord.gateway.refuseWith = 4000;
  discord.gateway.close(4009);
  discord.gateway.forgetSessions();
  await vi.waitUntil(async () => away.test(await said(origin)));
  discord.gateway.refuseWith = undefined;
  await vi.waitUntil(async () => (await said(origin)) === "200 ready");
});

test.for([
  { name: "with an article in memory", articles: 1, is: "200 ready" },
  { name: "with one on the disk", articles: 1, kind: "fts5" as const, is: "200 ready" },
  { name: "with none at all", articles: 0, is: "503 not ready: no article is in memory, and the store" },
  {
    name: "with one where the store is",
    articles: 1,
    kind: "postgres" as const,
    is: "503 not ready: no article is in mem",
  },
  {
    name: "with one where the store is and a server's in memory",
    articles: 1,
    kind: "postgres" as const,
    held: 1,
    is: "200 ready",
  },
])("without a store, $name, it answers $is", async ({ articles: count, kind, held = 0, is }) => {
  const { telling, origin } = await tell(overHttp);
  let isAway = true;
  const working = await openTestStore();
  const revision = async () => {
    if (isAway) throw new StoreError("unavailable");
    return 0;
  };
  const { store, health } = observeStore({ ...working, revision });
  const articles = new Map([...smallLibrary().articles].slice(0, count));
  const library = { articles };
  const segments = kind ? [{ ...segmentOf([...articles.values()], { analyse }), stored: { kind } }] : [];
  const prepared = { articles: [...articles.values()], indexed: { articles: new Map(), segments } };
  const guilds = { held: () => ({ servers: held, articles: held, passages: held, bytes: 0, segments: [] }) };
  const levels = { turnsWaiting: () => 0, worksUnderWay: () => 0 };
  telling.watch({ library, prepared, levels, guilds, store, health, shards: () => undefined });
  telling.listening.readiness.begin();
  await vi.waitUntil(async () => (await said(origin)).startsWith(is));
  isAway = false;
  await vi.waitUntil(async () => (await said(origin)) === "200 ready");
  expect(health.isAway()).toBe(false);
});

test("a loop that is held once is no problem, one that is held again and again is", () => {
  let [now, tick] = [0, () => {}];
  const every = (_: number, act: () => void) => {
    tick = act;
    return { stop() {} };
  };
  const watch = watchLoop({ now: () => now, every });
  const pass = (milliseconds: number) => {
    now += milliseconds;
    tick();
    return watch.problem();
  };
  expect([500, 60_500, 500].map(pass)).toEqual([undefined, undefined, undefined]);
  expect([2500, 1600, 3100].map(pass)).toEqual([
    undefined,
    undefined,
    "the event loop is held again and again, for 2.6 seconds",
  ]);
  expect(pass(510)).toBeUndefined();
});

async function startWhole(environment: Readonly<Record<string, string>>, first = "") {
  const directory = mkdtempSync(join(tmpdir(), "yuanwen-ready-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const given = { YUANWEN_ARTICLES: folder, DISCORD_TOKEN: localToken, ...local, ...environment };
  const imported = `--import=data:text/javascript,${encodeURIComponent(first)}`;
  const bot = startProcess("src/main.ts", first === "" ? given : { ...given, NODE_OPTIONS: imported }, directory);
  await vi.waitUntil(() => bot.stderr().includes('"listening"'));
  const origin = `http://127.0.0.1:${/"listening".*?"port":(\d+)/u.exec(bot.stderr())?.[1]}`;
  await vi.waitUntil(async () => (await said(origin)) === "200 ready");
  return { bot, origin };
}

test("a process that is told to stop says so at once, answers for a while, and leaves with 0", async () => {
  const discord = await startLocalDiscord();
  const { bot, origin } = await startWhole({
    ...overHttp,
    DISCORD_API_URL: discord.apiUrl,
    YUANWEN_GRACE_SECONDS: "2",
  });
  bot.kill("SIGTERM");
  await vi.waitUntil(async () => (await said(origin)) === "503 not ready: shutting down");
  expect(await post(origin)).toBe(200);
  expect((await bot.exit).code).toBe(0);
});

test("a process whose loop is held again and again is not ready", async () => {
  const discord = await startLocalDiscord();
  const hold = `process.on("SIGUSR2", () => setInterval(() => { const end = Date.now() + 1700; while (Date.now() < end); }, 50));`;
  const { bot, origin } = await startWhole({ ...overHttp, DISCORD_API_URL: discord.apiUrl }, hold);
  bot.kill("SIGUSR2");
  await vi.waitUntil(async () => (await said(origin)) !== "200 ready");
  expect(await said(origin)).toMatch(/^503 not ready: the event loop is held again and again, for \d\.\d seconds$/u);
});

test("a process whose token is reset leaves with 1, whatever it listens to", async () => {
  const discord = await startLocalDiscord();
  const { bot } = await startWhole({ DISCORD_API_URL: discord.apiUrl, METRICS_PORT: "0" });
  discord.gateway.close(4004);
  expect((await bot.exit).code).toBe(1);
});
