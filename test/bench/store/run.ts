import { fork } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command } from "commander";
import { sql } from "kysely";
import { readQuestionSets } from "../../../src/evaluation/read-question-sets.ts";
import { openGuild } from "../../../src/guilds/open-guild.ts";
import { createTending } from "../../../src/guilds/tend-guilds.ts";
import { eachGuild } from "../../../src/store/each-guild.ts";
import { openStore, type StorePlace } from "../../../src/store/open-store.ts";
import { connectPostgres } from "../../../src/store/postgres/postgres-database.ts";
import { connectSqlite } from "../../../src/store/sqlite/connect-sqlite.ts";
import type { Store } from "../../../src/store/store.ts";
import type { Connected } from "../../../src/store/tables.ts";
import { wholeNumberTo } from "../../../src/terminal/parse-number.ts";
import { readOptions, wholeNumberIn } from "../../support/read-options.ts";
import { startFlags } from "../start-flags.ts";
import { fillSome, firstGuild, multiply } from "./fill.ts";

/** Measures a store of many servers: its size, changes, reads, and what is done for all servers. */
const program = new Command("npm run bench:store --")
  .description("Many servers in a store; in PostgreSQL where TEST_DATABASE_URL names an empty database.")
  .option("--guilds <number>", "servers, a multiple of a thousand", wholeNumberTo(1_000_000), 100_000)
  .option("--articles <number>", "articles of each", wholeNumberTo(33), 5)
  .option("--due <number>", "servers in which something is due", wholeNumberTo(100_000), 2000)
  .option(
    "--asked <number>",
    "servers that a bot over the SQLite file is asked in",
    wholeNumberIn({ least: 0, most: 100_000 }),
    0,
  );
const { guilds, articles, due, asked } = readOptions<Record<"guilds" | "articles" | "due" | "asked", number>>(program);
const SOME = Math.min(guilds, 1000);
const SECONDS = 5;
const SEEN = 5000;

const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-store-"));
const url = process.env["TEST_DATABASE_URL"];
const place: StorePlace = { url, file: path.join(folder, "store.db") };
try {
  await measure();
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(): Promise<void> {
  const { articles: all } = await readQuestionSets("data/questions/sets.json");
  const filling = await openStore(place);
  const filled = await timed(() => fillSome(filling, all, { guilds: SOME, articles }));
  say("changes that bring files", `${perSecond(SOME, filled)} a second, ${articles} articles each`);
  await filling.close();
  await onTables((db) => multiply(db, SOME, guilds));
  say("size", await sizeOf());

  let store: Store = filling;
  say(
    "open, and read one server",
    `${Math.round(
      await timed(async () => {
        store = await openStore(place);
        await store.read(String(firstGuild));
      }),
    )} ms`,
  );
  say("small changes, one after the other", await rate(1, changeOne(store)));
  say("small changes, 5 at once", await rate(5, changeOne(store)));
  say("revisions, 5 at once", await rate(5, (guild) => store.revision(guild)));
  say("whole states, 5 at once", await rate(5, (guild) => store.read(guild)));
  await measureMemory(store);
  await measureRounds(store);
  await store.close();
  if (asked > 0 && url === undefined) await askBot();
}

/** What a process keeps of servers that were asked something, without what was made of their articles. */
async function measureMemory(store: Store): Promise<void> {
  const before = inUse();
  const kept = new Map<string, ReturnType<typeof openGuild>>();
  const seen = Math.min(guilds, SEEN);
  for (let at = 0; at < seen; at += 1) {
    const id = String(firstGuild + BigInt(Math.floor((at * guilds) / seen)));
    const guild = openGuild({ id, store, now: Date.now });
    await guild.fresh();
    kept.set(id, guild);
  }
  const bytes = inUse() - before;
  say(`memory of the states of ${kept.size} servers`, `${(bytes / 1e6).toFixed(1)} MB`);
}

function inUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** What is done for all servers every hour. */
async function measureRounds(store: Store): Promise<void> {
  let count = 0;
  const listed = await timed(async () => {
    for await (const { id } of eachGuild((after) => store.guilds(after))) count += id === "" ? 0 : 1;
  });
  say("all servers listed", `${count} in ${Math.round(listed)} ms`);
  const last = String(firstGuild + BigInt(guilds - due));
  await onTables((db) => sql`update guilds set tended = revision where id < ${last}`.execute(db));
  const log = { debug() {}, info() {}, warn: (event: string) => say("fault", event), error() {} };
  const find = (id: string) => openGuild({ id, store, now: Date.now });
  const tending = createTending({ store, log, now: Date.now, leftDays: 30, find, visit: find });
  say(`a round with ${due} servers due`, `${Math.round(await timed(() => tending.tend()))} ms`);
  say("a round with none due", `${Math.round(await timed(() => tending.tend()))} ms`);
}

function changeOne(store: Store) {
  let changes = 0;
  return async (id: string): Promise<void> => {
    const key = `k${(changes += 1)}`;
    await openGuild({ id, store, now: Date.now }).change({ change: `${key}-${Math.random()}`, person: "2" }, () => ({
      kind: "change",
      name: "words-added",
      subject: key,
      writes: [{ kind: "words", key, before: undefined, after: { line: "a, b", at: 1, by: "2" } }],
    }));
  };
}

/** How often something is done in servers at random in some seconds. */
async function rate(atOnce: number, act: (guild: string) => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  const end = performance.now() + SECONDS * 1000;
  const work = async () => {
    while (performance.now() < end) {
      times.push(await timed(() => act(String(firstGuild + BigInt(Math.floor(Math.random() * guilds))))));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  return `${perSecond(times.length, SECONDS * 1000)} a second, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

async function onTables(work: (db: Connected) => Promise<unknown>): Promise<void> {
  if (url === undefined) {
    const connection = await connectSqlite(place.file, place.file);
    await work(connection.db);
    return connection.close();
  }
  const db = connectPostgres(url, { isHurried: false });
  await work(db);
  await sql`analyze`.execute(db);
  return db.destroy();
}

async function sizeOf(): Promise<string> {
  let bytes = 0;
  if (url === undefined) bytes = statSync(place.file).size;
  else
    await onTables(async (db) => {
      const { rows } = await sql<{ bytes: string }>`select sum(pg_total_relation_size(oid)) as bytes
        from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace`.execute(db);
      bytes = Number(rows[0]?.bytes);
    });
  return `${Math.round(bytes / 1e6)} MB, ${(bytes / guilds / 1000).toFixed(1)} kB a server`;
}

async function askBot(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const given = [place.file, JSON.stringify({ asked, guilds })];
  const ask = path.join(import.meta.dirname, "../guilds/ask.ts");
  fork(ask, given, { execArgv: ["--expose-gc", ...startFlags] }).on("exit", () => resolve());
  return promise;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

function perSecond(count: number, milliseconds: number): number {
  return Math.round((count / milliseconds) * 1000);
}

function say(what: string, figure: string): void {
  process.stdout.write(`${what}: ${figure}\n`);
}
