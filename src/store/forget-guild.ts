import { lockGuild } from "./lock-guild.ts";
import type { Writing } from "./tables.ts";

/** Forgets all about a server. */
export async function forgetGuildIn(db: Writing, guild: string): Promise<void> {
  // The row is locked first, as changes do.
  await lockGuild(db, guild);
  await db.deleteFrom("files").where("guild", "=", guild).execute();
  await db.deleteFrom("records").where("guild", "=", guild).execute();
  await db.deleteFrom("changes").where("guild", "=", guild).execute();
  // What only one of the databases has is forgotten within the hour.
  await db.deleteFrom("jobs").where("guild", "=", guild).execute();
  await db.deleteFrom("guilds").where("id", "=", guild).execute();
}
