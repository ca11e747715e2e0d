import type { Connected } from "../tables.ts";
import { sql } from "kysely";
import type { ColumnTypes, Migration } from "./migration.ts";

/** What processes share with each other and nobody keeps. */
export const third: Migration = { name: "jobs", up };

async function up(db: Connected, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable("jobs")
    .addColumn("guild", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("holder", "text", (column) => column.notNull())
    .addColumn("until", "bigint", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("stopped", "integer", (column) => column.notNull())
    .addColumn("data", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("jobs_key", ["guild", "kind", "id"])
    .execute();
  // What nobody holds any more is looked for in all servers.
  await db.schema.createIndex("jobs_until").on("jobs").columns(["kind", "until"]).execute();
  // Each question writes there, and nothing is lost with it; processes that share a file go by what each knows itself.
  if (types.bytes === "bytea") {
    await sql`create unlogged table claims (guild text not null, key text not null, until bigint not null, primary key (guild, key))`.execute(
      db,
    );
  }
}
