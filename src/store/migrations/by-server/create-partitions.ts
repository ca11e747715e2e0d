import type { Connected } from "../../tables.ts";
import type { ColumnTypes } from "../migration.ts";
import { createByServer } from "./create-by-server.ts";

/**
 * Makes what stands beside the older tables until it takes their place.
 *
 * Foreign keys lead to the same server's row, which lies in the partition of the same number.
 */
export async function createPartitions(db: Connected, types: ColumnTypes): Promise<void> {
  await createByServer(db, { name: "new_guilds", parts: "guilds", key: "id", types }, (table) =>
    table
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("revision", "bigint", (column) => column.notNull())
      .addColumn("left_at", "bigint")
      .addColumn("tended", "bigint")
      .addColumn("due", "bigint")
      .addPrimaryKeyConstraint("guilds_key", ["id"]),
  );
  await createByServer(db, { name: "new_records", parts: "records", key: "guild", types }, (table) =>
    table
      .addColumn("guild", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("key", "text", (column) => column.notNull())
      .addColumn("value", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("records_by_kind", ["guild", "kind", "key"])
      .addForeignKeyConstraint("records_guild", ["guild"], "new_guilds", ["id"]),
  );
  await createByServer(db, { name: "new_changes", parts: "changes", key: "guild", types }, (table) =>
    table
      .addColumn("guild", "text", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("revision", "bigint", (column) => column.notNull())
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("subject", "text", (column) => column.notNull())
      .addColumn("writes", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("changes_by_id", ["guild", "id"])
      .addUniqueConstraint("changes_by_revision", ["guild", "revision"])
      .addForeignKeyConstraint("changes_guild", ["guild"], "new_guilds", ["id"]),
  );
  await createByServer(db, { name: "files", key: "guild", types }, (table) =>
    table
      .addColumn("guild", "text", (column) => column.notNull())
      .addColumn("sha256", "text", (column) => column.notNull())
      .addColumn("packing", "text", (column) => column.notNull())
      .addColumn("bytes", types.bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint("files_key", ["guild", "sha256"])
      .addForeignKeyConstraint("files_guild", ["guild"], "new_guilds", ["id"]),
  );
}
