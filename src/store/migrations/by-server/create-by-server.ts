import { type CreateTableBuilder, sql } from "kysely";
import type { Connected } from "../../tables.ts";
import type { ColumnTypes } from "../migration.ts";

/** One column holds the server's id, and every key begins with it. */
export interface ByServer {
  readonly name: string;
  /** What its partitions are called, with a number behind; absent means as the table. */
  readonly parts?: string;
  readonly key: string;
  /** Nothing in it outlives a fall of the server, and nobody waits for the disk. */
  readonly isUnlogged?: boolean;
  readonly types: ColumnTypes;
}

/** Makes a table whose rows lie by server: in one place on SQLite, in partitions by a hash of the server's id on PostgreSQL. */
export async function createByServer(
  db: Connected,
  { name, parts = name, key, isUnlogged = false, types: { partitions } }: ByServer,
  columns: (table: CreateTableBuilder<string>) => CreateTableBuilder<string, string>,
): Promise<void> {
  const table = columns(db.schema.createTable(name));
  if (partitions === 0) {
    await table.execute();
    return;
  }
  await table.modifyEnd(sql`partition by hash (${sql.ref(key)})`).execute();
  for (let at = 0; at < partitions; at += 1) {
    const part = `${parts}_${String(at).padStart(2, "0")}`;
    await sql`create ${sql.raw(isUnlogged ? "unlogged " : "")}table ${sql.table(part)} partition of ${sql.table(name)}
      for values with (modulus ${sql.lit(partitions)}, remainder ${sql.lit(at)})`.execute(db);
  }
}
