import type { Connected, Row } from "./tables.ts";

/** What a server's own changes brought under a name. */
export async function findFile(db: Connected, guild: string, sha256: string): Promise<Row<"files"> | undefined> {
  return db.selectFrom("files").selectAll().where("guild", "=", guild).where("sha256", "=", sha256).executeTakeFirst();
}
