import { createPause } from "../pause.ts";
import { inBatches } from "./in-batches.ts";
import { lockGuild } from "./lock-guild.ts";
import type { Connected, Writing } from "./tables.ts";

/** So many rows are read at once. */
const ROWS = 500;

/**
 * Takes the `writes` out of older changes, and contents that nothing names any more; nobody else writes to the server meanwhile.
 *
 * @returns when the oldest change was made that can still be undone.
 */
export async function sweepGuild(db: Writing, guild: string, olderThan: number): Promise<number | undefined> {
  await lockGuild(db, guild);
  await db
    .updateTable("changes")
    .set({ writes: "[]" })
    .where("guild", "=", guild)
    .where("at", "<", olderThan)
    .where("writes", "!=", "[]")
    .execute();
  const files = await db.selectFrom("files").select("sha256").where("guild", "=", guild).execute();
  const idle = new Set(files.map(({ sha256 }) => sha256));
  if (idle.size > 0) await forEachText(db, guild, (text) => hashesIn(text).forEach((hash) => idle.delete(hash)));
  for (const batch of inBatches([...idle])) {
    await db.deleteFrom("files").where("guild", "=", guild).where("sha256", "in", batch).execute();
  }
  return oldestUndo(db, guild);
}

/** When the oldest change was made that can still be undone. */
export async function oldestUndo(db: Connected, guild: string): Promise<number | undefined> {
  const row = await db
    .selectFrom("changes")
    .select((values) => values.fn.min("at").as("at"))
    .where("guild", "=", guild)
    .where("writes", "!=", "[]")
    .executeTakeFirst();
  return row?.at ?? undefined;
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
