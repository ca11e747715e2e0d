import { readFileSync } from "node:fs";
import { expect, onTestFinished, test, vi } from "vitest";
import type { StoreError } from "../../src/community/store-error.ts";
import { attempt } from "../../src/store/attempt.ts";
import { type Engine, migrate, settle } from "../../src/store/migrate.ts";
import { migrations } from "../../src/store/migrations/all.ts";
import type { Migration } from "../../src/store/migrations/migration.ts";
import { openStore, type StorePlace } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import type { Connected } from "../../src/store/tables.ts";
import { UnusableStore } from "../../src/store/unusable-store.ts";
import { change, content, write } from "./changes.ts";

export interface LayoutBench {
  readonly engine: Engine;
  /** A place without anything in it. */
  readonly place: () => Promise<StorePlace>;
  readonly run: (place: StorePlace, statements: string) => Promise<void>;
  readonly connect: (place: StorePlace) => Connected;
  readonly explain: (error: unknown) => StoreError | undefined;
}

/** What holds for a database of every layout. */
export function describeLayouts(
  name: "sqlite" | "postgres",
  { engine, place, run, connect, explain }: LayoutBench,
): void {
  /** A place as an older program left it. */
  const left = async (layout: number) => {
    const there = await place();
    await run(there, readFileSync(new URL(`layouts/${layout}.${name}.sql`, import.meta.url), "utf8"));
    return there;
  };
  const connected = (there: StorePlace) => {
    const db = connect(there);
    onTestFinished(() => db.destroy());
    return db;
  };
  const extra: Migration = {
    name: "extra",
    up: async (db) => db.schema.createTable("extra").addColumn("id", "text").execute(),
  };
  /** The tables that stand there, of all that a server may have. */
  const tablesOf = async (there: StorePlace) => {
    const schema = there.url && new URL(there.url).searchParams.get("options")?.split("=")[1];
    // It looks at all schemas, which other tests drop meanwhile.
    const all = await vi.waitFor(() => connected(there).introspection.getTables());
    return all
      .filter((table) => table.schema === schema)
      .map((table) => ({ table: table.name, columns: table.columns }));
  };

  test.for(migrations.map((_, at) => at + 1))("reads what layout %i left", async (layout) => {
    const store = await open(await left(layout));
    const brought = content("as it was brought ".repeat(9));
    const line = write("k", { line: "a, b", original: brought.sha256 });
    const scope = { kind: "scope", key: "server" } as const;
    expect(await store.read("1")).toEqual({ revision: 2, records: [{ kind: "words", key: "k", value: line.after }] });
    expect(await store.guilds()).toEqual([{ id: "1", revision: 2, left: 1_760_000_000_002 }]);
    expect(await store.readContent("1", brought.sha256)).toEqual(brought.bytes);
    const trail = { guild: "1", by: "7", at: 1_760_000_000_000, name: "taught", subject: "notes" } as const;
    const removed = { ...trail, by: "", at: trail.at + 1, name: "words-removed", subject: "" } as const;
    expect(await store.changes("1", 9)).toEqual([
      { ...removed, id: "d", revision: 2, writes: [{ ...scope, before: { articles: "any" }, after: undefined }] },
      { ...trail, id: "c", revision: 1, writes: [line, { ...scope, before: undefined, after: { articles: "any" } }] },
    ]);
    expect(await store.change(change({ id: "e", revision: 2 }))).toEqual({ kind: "made", revision: 3 });
  });

  test.for(migrations.map((_, at) => at + 1))("brings layout %i to what a new place has", async (layout) => {
    const [old, fresh] = [await left(layout), await place()];
    await (await open(old)).revision("1");
    await (await open(fresh)).change(change({}));
    await settle(connected(old), engine);
    const tables = await tablesOf(old);
    expect(tables).toEqual(await tablesOf(fresh));
    expect(tables.length).toBeGreaterThan(4);
  });

  test("refuses what a newer program left, and leaves it alone", async () => {
    const there = await left(1);
    await run(there, "update layout set version = 77");
    await expect(openStore(there)).rejects.toThrow(
      `was written by a newer version of this program (layout 77; this one knows ${migrations.length})`,
    );
    await expect(openStore(there)).rejects.toBeInstanceOf(UnusableStore);
    expect(await layoutOf(connected(there))).toBe(77);
  });

  test("refuses the tables of another program, and leaves them alone", async () => {
    const there = await place();
    await run(there, "create table guilds (id text)");
    await expect(openStore(there)).rejects.toThrow("holds tables of another program (guilds)");
    expect((await tablesOf(there)).map(({ table }) => table)).toEqual(["guilds"]);
  });

  test("takes every step once, though two processes start at once", async () => {
    const there = await left(1);
    const steps = [...migrations, extra];
    // Who waits too long for a lock is told that the store is busy, and tries again as a bot does.
    const step = (db: Connected) => vi.waitFor(() => attempt(() => migrate(db, engine, steps), explain));
    await Promise.all([connected(there), connected(there)].map(step));
    expect(await layoutOf(connected(there))).toBe(steps.length);
  });

  test("takes no half a step", async () => {
    const there = await left(1);
    const failing: Migration = { name: "failing", up: async () => Promise.reject(new Error("fails")) };
    const db = connected(there);
    await expect(migrate(db, engine, [...migrations, extra, failing])).rejects.toThrow("fails");
    expect(await layoutOf(db)).toBe(1);
    expect((await tablesOf(there)).some(({ table }) => table === "extra")).toBe(false);
  });
}

async function open(place: StorePlace): Promise<Store> {
  const store = await openStore(place);
  onTestFinished(() => store.close());
  return store;
}

async function layoutOf(db: Connected): Promise<number | undefined> {
  return (await db.selectFrom("layout").select("version").executeTakeFirst())?.version;
}
