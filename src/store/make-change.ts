import type { Change, ChangeOutcome, Write } from "../community/change.ts";
import { createPause } from "../pause.ts";
import { canonicalJson } from "./canonical-json.ts";
import { inBatches } from "./in-batches.ts";
import { findFile } from "./find-file.ts";
import { lockGuild } from "./lock-guild.ts";
import { packContent, unpackWhole } from "./pack-content.ts";
import type { Row, Writing } from "./tables.ts";

export interface Making {
  readonly db: Writing;
  /** The connection was lost while this very change was made: where it is there, it is this one. */
  readonly maybeDone: boolean;
}

/** Makes a change inside a transaction. */
export async function makeChange(change: Change, { db, maybeDone }: Making): Promise<ChangeOutcome> {
  const revision = await lockOrAdd(db, change);
  const made = await db
    .selectFrom("changes")
    .select("revision")
    .where("guild", "=", change.guild)
    .where("id", "=", change.id)
    .executeTakeFirst();
  if (made) return { kind: maybeDone ? "made" : "repeated", revision: made.revision };
  if (revision !== change.revision) return { kind: "conflict", revision };
  await writeContents(db, change);
  await writeRecords(db, change.guild, change.writes);
  const next = revision === 0 ? firstRevision(change) : revision + 1;
  await noteChange(db, change, next);
  return { kind: "made", revision: next };
}

/** Another one than any that the server had before it was forgotten: by their numbers other processes tell states apart. */
function firstRevision({ at }: Change): number {
  return Math.max(1, Math.floor(at));
}

/** Lets no other change of the server in until the transaction ends; a server that is new gets its row. */
async function lockOrAdd(db: Writing, { guild, revision }: Change): Promise<number> {
  const locked = await lockGuild(db, guild);
  if (locked !== undefined || revision !== 0) return locked ?? 0;
  await db
    .insertInto("guilds")
    .values({ id: guild, revision: 0, left_at: null, tended: null, due: null })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  return (await lockGuild(db, guild)) ?? 0;
}

async function writeContents(db: Writing, { guild, contents }: Change): Promise<void> {
  const brought = [...new Map(contents.map((content) => [content.sha256, content])).values()];
  const pause = createPause();
  for (const content of brought) {
    const there = await findFile(db, guild, content.sha256);
    // What was damaged is mended by whoever brings it again.
    if (!there || !(await unpackWhole(there))) await putFile(db, { guild, ...(await packContent(content)) });
    // SQLite writes without giving way, a large content now and all of them when it commits.
    await pause();
  }
}

async function putFile(db: Writing, row: Row<"files">): Promise<void> {
  await db
    .insertInto("files")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["guild", "sha256"]).doUpdateSet((values) => ({
        packing: values.ref("excluded.packing"),
        bytes: values.ref("excluded.bytes"),
      })),
    )
    .execute();
}

async function writeRecords(db: Writing, guild: string, writes: readonly Write[]): Promise<void> {
  const pause = createPause();
  // One record stands in one row, which PostgreSQL writes once in a statement.
  const last = [...new Map(writes.map((write) => [`${write.kind} ${write.key}`, write])).values()];
  for (const batch of inBatches(last)) {
    await pause();
    const rows = batch.flatMap(({ kind, key, after }) =>
      after === undefined ? [] : [{ guild, kind, key, value: canonicalJson(after) }],
    );
    const gone = batch.filter(({ after }) => after === undefined);
    if (rows.length > 0) await replaceRecords(db, rows);
    if (gone.length > 0) await removeRecords(db, guild, gone);
  }
}

async function replaceRecords(db: Writing, rows: readonly Row<"records">[]): Promise<void> {
  await db
    .insertInto("records")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["guild", "kind", "key"]).doUpdateSet((values) => ({ value: values.ref("excluded.value") })),
    )
    .execute();
}

async function removeRecords(db: Writing, guild: string, gone: readonly Write[]): Promise<void> {
  for (const [kind, writes] of Map.groupBy(gone, (write) => write.kind)) {
    const keys = writes.map(({ key }) => key);
    await db
      .deleteFrom("records")
      .where("guild", "=", guild)
      .where("kind", "=", kind)
      .where("key", "in", keys)
      .execute();
  }
}

async function noteChange(db: Writing, change: Change, revision: number): Promise<void> {
  const { guild, id, by: person, at, name, subject, writes } = change;
  await db
    .insertInto("changes")
    .values({ guild, id, revision, person, at, name, subject: keepable(subject), writes: canonicalJson(writes) })
    .execute();
  await db.updateTable("guilds").set({ revision }).where("id", "=", guild).execute();
}

/** Without what PostgreSQL keeps in no text. */
function keepable(text: string): string {
  return text.replaceAll("\0", "\u{fffd}").toWellFormed();
}
