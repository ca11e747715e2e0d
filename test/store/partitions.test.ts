import { subscribe, unsubscribe } from "node:diagnostics_channel";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openGuild } from "../../src/guilds/open-guild.ts";
import { createTending } from "../../src/guilds/tend-guilds.ts";
import { backUp, openStore } from "../../src/store/open-store.ts";
import type { Statement } from "../../src/store/statements.ts";
import { guildBot, libraryCommand, otherGuild, pressedByManager, upload } from "../support/library-bot.ts";
import { command, idOf } from "../support/invocations.ts";
import { createSchema, hasPostgres } from "../support/postgres.ts";
import { change, content, write } from "./changes.ts";
import { describeStore } from "./contract.ts";
import { explainScans } from "./explain-plan.ts";

/** What is about all servers, or about none. */
const aboutAll = [
  // Whoever looks after all servers, or backs all up, goes through their rows, some at once.
  /^select .* from "guilds" where "id" > \$1 .*order by "id" limit \$\d$/u,
  // Whoever could not hear what was changed compares the states of all servers in memory.
  /^select "id", "revision" from "guilds" where "id" in \(/u,
  // Works whose processes are gone may be anybody's, and are few.
  /^select .* from "jobs" where "kind" = 'work' and "until" <= \$1 order by "until" limit \$2/u,
  // What is over is forgotten, wherever it was.
  /^delete from claims where until <= /u,
  // What processes say to each other.
  /\bpg_notify\b/u,
  // Layouts, and where a transaction ends.
  /^\s*select tablename from pg_tables|"layout"|pg_advisory|to_regclass|\btouched\b|\bmoving\b/u,
  /^(?:create|alter|drop|lock table|start transaction|commit|rollback)\b/u,
];
const tables = ["guilds", "records", "changes", "files", "jobs", "claims"];
const seen = new Map<string, Statement>();

function hear(message: unknown): void {
  const { sql, parameters } = message as Statement;
  if (!aboutAll.some((known) => known.test(sql))) seen.set(sql, { sql, parameters });
}

describe.skipIf(!hasPostgres)("a store on a PostgreSQL server, of which every statement is looked at", () => {
  beforeAll(() => subscribe("yuanwen.store.statement", hear));
  afterAll(() => void unsubscribe("yuanwen.store.statement", hear));

  // What a store does.
  describeStore(async () => {
    const url = await createSchema();
    return { store: await open(url), other: await open(url) };
  });

  test("a bot with libraries of servers, one after the other", async () => {
    const url = await createSchema();
    const store = await open(url);
    const bot = await guildBot({ store, time: 1_760_000_000_000 });
    for (const channel of [undefined, otherGuild]) {
      const there = channel ? { channel } : {};
      const send = async (invocation: Parameters<typeof bot.send>[0]) => bot.send({ ...invocation, ...there });
      const added = await send(libraryCommand("add", {}, upload("tea.md", "# Tea\n\nThe house opens at nine.\n")));
      await send(pressedByManager(added, idOf(added, "publish")));
      expect(await send(command("ask", { question: "When does the house open?" }))).toMatchObject({
        content: expect.stringContaining("at nine"),
      });
      await send(libraryCommand("list"));
      await send(libraryCommand("history"));
      await send(libraryCommand("export"));
    }
    await backUp({ url, file: "" }, async () => {});
    await tend(store);
    expect(await store.guilds()).toEqual([]);
  });

  test("what comes to several processes", async () => {
    const { claims } = await open(await createSchema());
    const claimed = await claims?.claim({ guild: "1", event: "7", asker: { key: "k", cooldown: 9 } });
    expect(claimed).toEqual({ kind: "claimed" });
    await claims?.release("1", "k");
    await claims?.sweep();
  });

  test("every statement reads one partition, by an index that begins with the server", async () => {
    expect(seen.size).toBeGreaterThan(20);
    const url = await createSchema();
    await (await open(url)).change(change({}));
    const client = await connect(url);
    for (const statement of seen.values()) {
      expect({ sql: statement.sql, faults: await faultsOf(client, statement) }).toEqual({
        sql: statement.sql,
        faults: [],
      });
    }
  });

  test("every key, every index and every foreign key begins with the server", async () => {
    const url = await createSchema();
    await (await open(url)).change(change({ contents: [content("a")], writes: [write("k", 1)] }));
    const client = await connect(url);
    const { rows: indexes } = await client.query<{ table: string; first: string }>(
      `select t.relname as table, a.attname as first from pg_index i join pg_class t on t.oid = i.indrelid
        join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
        where t.relnamespace = current_schema()::regnamespace`,
    );
    expect(indexes.length).toBeGreaterThan(5 * 16);
    const isServer = ({ table, first }: (typeof indexes)[0]) => first === (table.startsWith("guilds") ? "id" : "guild");
    expect(indexes.filter((index) => !isServer(index))).toEqual([]);
    const { rows: keys } = await client.query<{ columns: string; target: string }>(
      `select conkey::text || confkey::text as columns, confrelid::regclass::text as target from pg_constraint
        where contype = 'f' and connamespace = current_schema()::regnamespace and conparentid = 0`,
    );
    expect(keys).toEqual(Array.from({ length: 3 }, () => ({ columns: "{1}{1}", target: "guilds" })));
  });
});

/** Tells what of a statement is about more than one server. */
async function faultsOf(client: pg.Client, statement: Statement): Promise<string[]> {
  const scans = await explainScans(client, statement);
  const partitions = new Set(scans.map(({ relation }) => relation.replace(/^.*_/u, "")));
  return [
    ...(partitions.size > 1 ? [`partitions ${[...partitions].join(", ")}`] : []),
    ...scans
      .filter(({ relation }) => !tables.some((table) => new RegExp(`^${table}_\\d\\d$`, "u").test(relation)))
      .map(({ relation }) => `reads ${relation}`),
    ...scans
      .filter(({ condition = "" }) => !/\((?:guild|id) = '\d+'::text\)/u.test(condition))
      .map(({ relation, condition }) => `reads ${relation} where ${condition}`),
    ...(scans.length === 0 && serversOf(statement).size !== 1 ? ["writes for more than one server"] : []),
  ];
}

/** The servers of the rows that a statement inserts. */
function serversOf({ sql, parameters }: Statement): ReadonlySet<unknown> {
  const columns = /^insert into "\w+" \("(?:guild|id)"(?<others>[^)]*)\) values/u.exec(sql)?.groups?.["others"];
  const width = columns === undefined ? 1 : columns.split(",").length;
  // Null is no parameter, so that a row of `guilds` has fewer.
  if (sql.startsWith('insert into "guilds"')) return new Set(parameters.slice(0, 1));
  // Behind the rows stands what becomes of one that is there.
  const inserted = sql.replace(/ on conflict .*/su, "").match(/\$\d+/gu) ?? [];
  return new Set(parameters.slice(0, inserted.length).filter((_, at) => at % width === 0));
}

function now(): number {
  return 1_770_000_000_000;
}

/** Both servers were left, and are forgotten. */
async function tend(store: Awaited<ReturnType<typeof open>>): Promise<void> {
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const find = (id: string) => openGuild({ id, store, now });
  const tending = createTending({ store, log, now, leftDays: 0, find, visit: find });
  await tending.tend();
  for (const { id } of await store.guilds()) await tending.left(id);
}

async function open(url: string) {
  const store = await openStore({ url, file: "" });
  onTestFinished(() => store.close());
  return store;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}
