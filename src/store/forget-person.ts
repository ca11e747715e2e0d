import { canonicalJson } from "./canonical-json.ts";
import type { Writing } from "./tables.ts";

/** Takes a person's id out of a server's trail: who made a change, and what the change wrote about whom. */
export async function forgetPersonIn(db: Writing, guild: string, person: string): Promise<void> {
  await db.updateTable("changes").set({ person: "" }).where("guild", "=", guild).where("person", "=", person).execute();
  const naming = await db
    .selectFrom("changes")
    .select(["id", "writes"])
    .where("guild", "=", guild)
    .where("writes", "like", `%"${person}"%`)
    .execute();
  for (const { id, writes } of naming) {
    const blank = JSON.parse(writes, (_key, value: unknown) => (value === person ? "" : value));
    await db
      .updateTable("changes")
      .set({ writes: canonicalJson(blank) })
      .where("guild", "=", guild)
      .where("id", "=", id)
      .execute();
  }
}
