import { readFileSync } from "node:fs";
import pg from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import { settle } from "../../src/store/migrate.ts";
import { second } from "../../src/store/migrations/second.ts";
import { openStore } from "../../src/store/open-store.ts";
import { connectPostgres, postgresEngine } from "../../src/store/postgres/postgres-database.ts";
import { ask, createSchema, hasPostgres } from "../support/postgres.ts";
import { change, content, write } from "./changes.ts";

const engine = postgresEngine("server");
const [early, late, newer] = [content("early"), content("late"), content("newer")];

describe.skipIf(!hasPostgres)("a program of layout 1 that goes on while a newer one comes", () => {
  test("loses nothing that it writes while its servers are copied", async () => {
    const { url, db, older } = await left();
    await second.ahead?.(db, engine.types);
    await older.bring("1", early);
    await older.bring("9", early);
    await older.forget("2");
    // As after the newer process was killed: it goes on where it was.
    await second.ahead?.(db, engine.types);
    await older.bring("9", late);
    const store = await open(url);
    expect((await store.guilds()).map(({ id }) => id)).toEqual(["1", "3", "9"]);
    for (const guild of ["1", "9"]) expect(await store.readContent(guild, early.sha256)).toEqual(early.bytes);
    expect(await store.readContent("9", late.sha256)).toEqual(late.bytes);
    expect(await store.read("9")).toEqual({ revision: 2, records: [{ kind: "words", key: late.sha256, value: 1 }] });
  });

  test("reads what the newer one writes, and the newer one what it writes", async () => {
    const { url, older } = await left();
    const store = await open(url);
    await store.change(change({ guild: "5", contents: [newer], writes: [write("k", 1)] }));
    expect(await older.read("5", newer.sha256)).toBe("newer");
    await older.bring("5", late);
    expect(await store.readContent("5", late.sha256)).toEqual(late.bytes);
    expect((await store.read("5")).revision).toBe(2);
    // A server that brings what another has already.
    await older.bring("6", newer);
    expect(await store.readContent("6", newer.sha256)).toEqual(newer.bytes);
    await older.drop("5", newer.sha256);
    expect(await store.readContent("5", newer.sha256)).toBeUndefined();
    await store.forgetGuild("6");
    expect(await older.read("6", newer.sha256)).toBeUndefined();
    await older.forget("5");
    expect((await store.guilds()).map(({ id }) => id)).toEqual(["1", "2", "3"]);
  });

  test("is no longer reckoned with when all are of the newer one", async () => {
    const { url, db, older } = await left();
    const store = await open(url);
    await older.bring("5", late);
    await settle(db, engine);
    await settle(db, engine);
    expect(await store.readContent("5", late.sha256)).toEqual(late.bytes);
    await store.change(change({ guild: "5", id: "d", revision: 1, contents: [newer] }));
    expect(await store.readContent("5", newer.sha256)).toEqual(newer.bytes);
    await expect(older.bring("5", early)).rejects.toThrow('"contents" does not exist');
  });
});

/** A store that layout 1 left, with three servers, and what a program of that layout says to it. */
async function left() {
  const url = await createSchema();
  await ask(readFileSync(new URL("layouts/1.postgres.sql", import.meta.url), "utf8"), url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const db = connectPostgres(url, { isHurried: false });
  onTestFinished(async () => {
    await client.end();
    await db.destroy();
  });
  const older = olderProgram(client);
  for (const guild of ["2", "3"]) await older.bring(guild, early);
  return { url, db, older };
}

/** The statements of the program of layout 1. */
function olderProgram(client: pg.Client) {
  return {
    async bring(guild: string, { sha256, bytes }: typeof early): Promise<void> {
      await client.query("begin");
      try {
        await client.query("insert into guilds values ($1, 0, null) on conflict (id) do nothing", [guild]);
        await client.query(
          `insert into contents (sha256, packing, bytes) values ($1, 'none', $2)
            on conflict (sha256) do update set packing = excluded.packing, bytes = excluded.bytes`,
          [sha256, bytes],
        );
        await client.query("insert into uses values ($1, $2) on conflict (guild, sha256) do nothing", [guild, sha256]);
        await client.query("delete from records where guild = $1", [guild]);
        await client.query(
          `insert into records values ($1, 'words', $2, '1')
            on conflict (guild, kind, key) do update set value = excluded.value`,
          [guild, sha256],
        );
        await client.query("update guilds set revision = revision + 1 where id = $1", [guild]);
        await client.query(
          "insert into changes select $1, $2, revision, '', 1, 'taught', '', '[]' from guilds where id = $1",
          [guild, sha256],
        );
        await client.query("commit");
      } catch (error) {
        await client.query("rollback");
        throw error;
      }
    },
    async read(guild: string, sha256: string): Promise<string | undefined> {
      const { rows } = await client.query<{ bytes: Buffer }>(
        `select contents.sha256, packing, bytes from uses inner join contents on contents.sha256 = uses.sha256
          where uses.guild = $1 and uses.sha256 = $2`,
        [guild, sha256],
      );
      return rows[0]?.bytes.toString();
    },
    async drop(guild: string, sha256: string): Promise<void> {
      await client.query("delete from uses where guild = $1 and sha256 = $2", [guild, sha256]);
      await client.query(
        "delete from contents where sha256 = $1 and not exists (select from uses where uses.sha256 = contents.sha256)",
        [sha256],
      );
    },
    async forget(guild: string): Promise<void> {
      for (const table of ["uses", "records", "changes"]) {
        await client.query(`delete from ${table} where guild = $1`, [guild]);
      }
      await client.query("delete from guilds where id = $1", [guild]);
    },
  };
}

async function open(url: string) {
  const store = await openStore({ url, file: "" });
  onTestFinished(() => store.close());
  return store;
}
