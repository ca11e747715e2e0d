import { sql } from "kysely";
import { channelName } from "../postgres/listen.ts";
import type { Connected } from "../tables.ts";
import { createByServer } from "./by-server/create-by-server.ts";
import type { ColumnTypes, Migration } from "./migration.ts";

/** What processes share with each other and nobody keeps. */
export const third: Migration = {
  name: "jobs and claims",
  up,
  settle: async (db, { partitions }) => {
    if (partitions === 0) return;
    await sql`drop trigger if exists tell_changed on guilds`.execute(db);
    await sql`drop function if exists tell_changed()`.execute(db);
  },
};

async function up(db: Connected, types: ColumnTypes): Promise<void> {
  await createByServer(db, { name: "jobs", key: "guild", types }, (table) =>
    table
      .addColumn("guild", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("holder", "text", (column) => column.notNull())
      .addColumn("until", "bigint", (column) => column.notNull())
      .addColumn("attempts", "integer", (column) => column.notNull())
      .addColumn("stopped", "integer", (column) => column.notNull())
      .addColumn("data", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("jobs_key", ["guild", "kind", "id"]),
  );
  // What nobody holds any more is looked for in all servers: there are few works at any time, and each server has a row besides.
  await db.schema
    .createIndex("jobs_works")
    .on("jobs")
    .columns(["guild", "until"])
    .where(sql.ref("kind"), "=", "work")
    .execute();
  // Processes that share a file go by what each knows itself.
  if (types.partitions === 0) return;
  await createByServer(db, { name: "claims", key: "guild", isUnlogged: true, types }, (table) =>
    table
      .addColumn("guild", "text", (column) => column.notNull())
      .addColumn("key", "text", (column) => column.notNull())
      .addColumn("until", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("claims_key", ["guild", "key"]),
  );
  await tellForOlder(db);
}

/** Programs of the layouts before say nothing of what they change; during an upgrade the database says it for them. */
async function tellForOlder(db: Connected): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('uses') is not null as there`.execute(db);
  if (rows[0]?.there !== true) return;
  await sql`create function tell_changed() returns trigger language plpgsql as $$
    begin
      perform pg_notify(${sql.raw(channelName)}, '- changed ' || new.id || ' ' || new.revision);
      return null;
    end $$`.execute(db);
  await sql`create trigger tell_changed after update of revision on guilds
    for each row when (old.revision <> new.revision) execute function tell_changed()`.execute(db);
}
