import type { Writing } from "./tables.ts";

/**
 * Lets nobody else change a server until the transaction ends, by writing what stands there, which both databases do alike.
 *
 * @returns the server's revision; absent where nothing is kept.
 */
export async function lockGuild(db: Writing, guild: string): Promise<number | undefined> {
  const row = await db
    .updateTable("guilds")
    .set((values) => ({ revision: values.ref("revision") }))
    .where("id", "=", guild)
    .returning("revision")
    .executeTakeFirst();
  return row?.revision;
}
