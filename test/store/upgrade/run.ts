import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { Command } from "commander";
import pg from "pg";
import { z } from "zod";
import { migrate, settle } from "../../../src/store/migrate.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { connectPostgres, postgresEngine } from "../../../src/store/postgres/postgres-database.ts";
import { wholeNumberTo } from "../../../src/terminal/parse-number.ts";
import { makeSchema } from "../../support/postgres.ts";
import { checkout, readOptions } from "../../support/read-options.ts";
import { change, content, write } from "../changes.ts";
import { fillFirstLayout } from "./fill-first-layout.ts";

/** Upgrades a PostgreSQL store under a running process of an older program, and compares what both confirmed with what is there. */
const program = new Command("npm run upgrade:store --")
  .description("A store of layout 1 is upgraded while a process of the older program writes to it.")
  .argument("<folder>", "a clone of the older program, with its packages", checkout)
  .option("--guilds <number>", "servers that are there before", wholeNumberTo(1_000_000), 2000)
  .option("--articles <number>", "contents of each", wholeNumberTo(100), 5);
const { guilds, articles } = readOptions<{ readonly guilds: number; readonly articles: number }>(program);

const { url, drop } = await makeSchema();
const older = path.resolve(program.args[0] ?? "");
const first = fork(path.join(import.meta.dirname, "older.ts"), [older, url, "1"], { stdio: "inherit" });
await once(first, "message");
first.send("stop");
await once(first, "exit");
const client = new pg.Client({ connectionString: url });
await client.connect();
await fillFirstLayout(client, { guilds, articles });
say("before", await sizes());

const running = fork(path.join(import.meta.dirname, "older.ts"), [older, url, String(guilds)], { stdio: "inherit" });
await once(running, "message");
const begun = performance.now();
const store = await openStore({ url, file: "" });
say("upgraded", `in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
const newer = await workBesideOlder();
const told = once(running, "message");
running.send("stop");
const { made, faults, most, tries } = z
  .object({
    made: z.array(z.tuple([z.string(), z.string()])),
    faults: z.array(z.string()),
    most: z.number(),
    tries: z.number(),
  })
  .parse((await told)[0]);
say("the older program", `${tries} changes tried, ${made.length} confirmed, the slowest ${Math.round(most)} ms`);
say("its faults", faults.length === 0 ? "none" : `${faults.length}, ${[...new Set(faults)].slice(0, 5).join("; ")}`);
say("the newer program", `${newer.length} changes confirmed beside it`);
say("lost", String(await countLost([...made, ...newer])));
say("with what the older program needs", await sizes());
const db = connectPostgres(url, { isHurried: false });
await settle(db, postgresEngine("here"));
await migrate(db, postgresEngine("here"));
await db.destroy();
say("afterwards", await sizes());
say("lost", String(await countLost([...made, ...newer])));
await store.close();
await client.end();
await drop();

async function workBesideOlder() {
  const confirmed: [string, string][] = [];
  for (let at = 0; at < 300; at += 1) {
    const guild = String(1 + Math.floor(Math.random() * guilds));
    const brought = content(`newer ${at} ${"of the newer program ".repeat(50)}`);
    const { revision } = await store.read(guild);
    const writes = [write(`newer ${at}`, { original: brought.sha256 })];
    const done = await store.change(change({ id: `newer ${at}`, guild, revision, writes, contents: [brought] }));
    if (done.kind !== "made") continue;
    confirmed.push([guild, brought.sha256]);
    running.send([guild, brought.sha256]);
  }
  return confirmed;
}

async function countLost(all: readonly (readonly [string, string])[]): Promise<number> {
  let lost = 0;
  for (const [guild, sha256] of all) if (!(await store.readContent(guild, sha256))) lost += 1;
  return lost;
}

async function sizes(): Promise<string> {
  const { rows } = await client.query<{ bytes: string; files: string }>(
    `select coalesce(sum(pg_total_relation_size(oid)), 0) as bytes,
      (select count(*) from ${(await hasFiles()) ? "files" : "uses"}) as files
      from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace`,
  );
  return `${Math.round(Number(rows[0]?.bytes) / 1e6)} MB, ${rows[0]?.files} contents`;
}

async function hasFiles(): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('files') is not null as there");
  return rows[0]?.there === true;
}

function say(what: string, figure: string): void {
  process.stdout.write(`${what}: ${figure}\n`);
}
