import type { Connected } from "../tables.ts";
import type { ColumnTypes, Migration } from "./migration.ts";

export const first: Migration = { name: "servers, records, changes, contents", up };

async function up(db: Connected, types: ColumnTypes): Promise<void> {
  await db.schema
    .createTable("guilds")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("revision", "bigint", (column) => column.notNull())
    .addColumn("left_at", "bigint")
    .execute();
  await db.schema
    .createTable("records")
    .addColumn("guild", "text", (column) => column.notNull().references("guilds.id"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("value", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("records_key", ["guild", "kind", "key"])
    .execute();
  await db.schema
    .createTable("changes")
    .addColumn("guild", "text", (column) => column.notNull().references("guilds.id"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("revision", "bigint", (column) => column.notNull())
    .addColumn("person", "text", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("writes", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("changes_key", ["guild", "id"])
    .addUniqueConstraint("changes_order", ["guild", "revision"])
    .execute();
  await db.schema
    .createTable("contents")
    .addColumn("sha256", "text", (column) => column.primaryKey().notNull())
    .addColumn("packing", "text", (column) => column.notNull())
    .addColumn("bytes", types.bytes, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("uses")
    .addColumn("guild", "text", (column) => column.notNull().references("guilds.id"))
    .addColumn("sha256", "text", (column) => column.notNull().references("contents.sha256"))
    .addPrimaryKeyConstraint("uses_key", ["guild", "sha256"])
    .execute();
  await db.schema.createIndex("uses_content").on("uses").column("sha256").execute();
}
