import { sql } from "kysely";
import type { Connected } from "../tables.ts";
import { createByServer } from "./by-server/create-by-server.ts";
import { copyAhead, finishCopy, isCopied } from "./by-server/copy-ahead.ts";
import { dropOlder, mirrorOlder } from "./by-server/mirror-older.ts";
import type { ColumnTypes, Migration } from "./migration.ts";

/** Every table, key and index begins with the server's id; what a server brought is its own. */
export const second: Migration = {
  name: "everything by server",
  ahead: async (db, types) => {
    if (types.partitions > 0) await copyAhead(db, types);
  },
  up: (db, types) => (types.partitions > 0 ? partition(db, types) : bringOver(db, types)),
  settle: async (db, types) => {
    if (types.partitions > 0) await dropOlder(db);
  },
};

/** SQLite has the other tables by server already. */
async function bringOver(db: Connected, types: ColumnTypes): Promise<void> {
  await db.schema.alterTable("guilds").addColumn("tended", "bigint").execute();
  await db.schema.alterTable("guilds").addColumn("due", "bigint").execute();
  await createByServer(db, { name: "files", key: "guild", types }, (table) =>
    table
      .addColumn("guild", "text", (column) => column.notNull().references("guilds.id"))
      .addColumn("sha256", "text", (column) => column.notNull())
      .addColumn("packing", "text", (column) => column.notNull())
      .addColumn("bytes", types.bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint("files_key", ["guild", "sha256"]),
  );
  await sql`insert into files (guild, sha256, packing, bytes)
    select guild, sha256, packing, bytes from uses join contents using (sha256) order by guild, sha256`.execute(db);
  await db.schema.dropTable("uses").execute();
  await db.schema.dropTable("contents").execute();
}

/** What was copied ahead takes the place of the old; older programs that are running go on with it. */
async function partition(db: Connected, types: ColumnTypes): Promise<void> {
  const hasOlder = await isCopied(db);
  await finishCopy(db, types);
  if (hasOlder) await mirrorOlder(db);
  else await dropOlder(db);
}
