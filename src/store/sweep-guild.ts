import { createPause } from "../pause.ts";
import { inBatches } from "./in-batches.ts";
import { lockGuild } from "./lock-guild.ts";
import type { Writing } from "./tables.ts";

/** So many rows are read at once. */
const ROWS = 500;

/** Takes the `writes` out of older changes, and contents that nothing names any more; nobody else writes to the server meanwhile. */
export async function sweepGuild(db: Writing, guild: string, olderThan: number): Promise<void> {
  await lockGuild(db, guild);
  await db
    .updateTable("changes")
    .set({ writes: "[]" })
    .where("guild", "=", guild)
    .where("at", "<", olderThan)
    .where("writes", "!=", "[]")
    .execute();
  const uses = await db.selectFrom("uses").select("sha256").where("guild", "=", guild).execute();
  const idle = new Set(uses.map(({ sha256 }) => sha256));
  if (idle.size > 0) await forEachText(db, guild, (text) => hashesIn(text).forEach((hash) => idle.delete(hash)));
  await dropUses(db, guild, [...idle]);
}

/** Forgets that a server uses contents, and those that none uses then. */
export async function dropUses(db: Writing, guild: string, hashes: readonly string[]): Promise<void> {
  for (const batch of inBatches(hashes)) {
    await db.deleteFrom("uses").where("guild", "=", guild).where("sha256", "in", batch).execute();
    await db
      .deleteFrom("contents")
      .where("sha256", "in", batch)
      .where((is) =>
        is.not(is.exists(is.selectFrom("uses").select("guild").whereRef("uses.sha256", "=", "contents.sha256"))),
      )
      .execute();
  }
}

function hashesIn(text: string): string[] {
  return text.match(/(?<=")[\da-f]{64}(?=")/gu) ?? [];
}

/** Shows every text that may name contents: records, and what changes wrote. */
async function forEachText(db: Writing, guild: string, see: (text: string) => void): Promise<void> {
  const pause = createPause();
  let last: { readonly kind: string; readonly key: string } | undefined = { kind: "", key: "" };
  while (last) {
    const { kind, key }: { readonly kind: string; readonly key: string } = last;
    const rows = await db
      .selectFrom("records")
      .select(["kind", "key", "value"])
      .where("guild", "=", guild)
      .where((is) => is.or([is("kind", ">", kind), is.and([is("kind", "=", kind), is("key", ">", key)])]))
      .orderBy("kind")
      .orderBy("key")
      .limit(ROWS)
      .execute();
    for (const { value } of rows) see(value);
    last = rows.at(-1);
    await pause();
  }
  let revision: number | undefined = -1;
  while (revision !== undefined) {
    const rows: readonly { readonly revision: number; readonly writes: string }[] = await db
      .selectFrom("changes")
      .select(["revision", "writes"])
      .where("guild", "=", guild)
      .where("revision", ">", revision)
      .orderBy("revision")
      .limit(ROWS)
      .execute();
    for (const { writes } of rows) see(writes);
    revision = rows.at(-1)?.revision;
    await pause();
  }
}
