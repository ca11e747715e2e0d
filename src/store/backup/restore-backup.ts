import { everythingChanged } from "../messages.ts";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { type PackedContent, unpackWhole } from "../pack-content.ts";
import type { Row, Writing } from "../tables.ts";
import { type BackupCounts, BackupError, type BackupLine } from "./backup-line.ts";
import { readBackup } from "./read-backup.ts";

export interface RestoreOptions {
  /** Forgets what is kept there now. */
  readonly isReplacing: boolean;
}

/** So many rows go into one statement. */
const ROWS = 200;

/**
 * Puts what a backup has into an empty store: all of it, or nothing.
 *
 * @throws BackupError where the file is not whole, or the store is not empty.
 */
export async function restoreBackup(
  database: Database,
  file: string,
  { isReplacing }: RestoreOptions,
): Promise<BackupCounts> {
  // Nothing is made for a file that is none.
  for await (const line of readBackup(file)) if ("content" in line) await checkContent(line.content);
  return database.writeAll(async (db) => {
    const known = await db.selectFrom("guilds").select(["id", "revision"]).execute();
    if (known.length > 0 && !isReplacing) {
      const servers = known.length === 1 ? "a server" : `${known.length} servers`;
      throw new BackupError(
        `something is kept about ${servers} at ${database.place} already; --replace forgets it first`,
      );
    }
    if (known.length > 0) await empty(db);
    const counts = await fill(db, readBackup(file), new Map(known.map(({ id, revision }) => [id, revision])));
    await database.tell(db, everythingChanged);
    return counts;
  });
}

async function empty(db: Writing): Promise<void> {
  for (const table of ["files", "changes", "records", "guilds"] as const) {
    await db.deleteFrom(table).execute();
  }
}

async function fill(
  db: Writing,
  lines: AsyncIterable<BackupLine>,
  revisions: ReadonlyMap<string, number>,
): Promise<BackupCounts> {
  const counts = { guilds: 0, records: 0, changes: 0, contents: 0 };
  const records = batched<Row<"records">>((rows) => db.insertInto("records").values(rows).execute());
  const changes = batched<Row<"changes">>((rows) => db.insertInto("changes").values(rows).execute());
  const brought = await gatherContents(db);
  for await (const line of lines) {
    if ("guild" in line) {
      counts.guilds += 1;
      await db.insertInto("guilds").values(raised(line.guild, revisions)).execute();
    } else if ("content" in line) {
      counts.contents += 1;
      await brought.add(await checkContent(line.content));
    } else if ("record" in line) {
      counts.records += 1;
      await records.add(line.record);
    } else if ("change" in line) {
      counts.changes += 1;
      await changes.add(line.change);
    } else if ("use" in line) await brought.give(line.use);
  }
  for (const rest of [records, changes, brought]) await rest.finish();
  return counts;
}

/** Contents stand once in a backup, before each server that has them gets its own. */
async function gatherContents(db: Writing) {
  await sql`create temporary table brought as select sha256, packing, bytes from files where 1 = 0`.execute(db);
  await sql`create unique index brought_name on brought (sha256)`.execute(db);
  return {
    add: async ({ sha256, packing, bytes: packed }: PackedContent) => {
      await sql`insert into brought (sha256, packing, bytes) values (${sha256}, ${packing}, ${packed})`.execute(db);
    },
    give: async ({ guild, sha256 }: Pick<Row<"files">, "guild" | "sha256">) => {
      await sql`insert into files (guild, sha256, packing, bytes)
        select cast(${guild} as text), sha256, packing, bytes from brought where sha256 = ${sha256}`.execute(db);
    },
    finish: async () => {
      await sql`drop table brought`.execute(db);
    },
  };
}

/** With a number that no process has seen yet, so that each reads the server's state anew. */
function raised(guild: GuildLine, revisions: ReadonlyMap<string, number>): Row<"guilds"> {
  const seen = revisions.get(guild.id);
  const revision = seen === undefined ? guild.revision : Math.max(seen, guild.revision) + 1;
  return { ...guild, revision, tended: null, due: null };
}

type GuildLine = Extract<BackupLine, { readonly guild: unknown }>["guild"];
type ContentLine = Extract<BackupLine, { readonly content: unknown }>["content"];

/** A content under another one's name would be given to servers in its place. */
async function checkContent({ sha256, packing, bytes }: ContentLine): Promise<PackedContent> {
  const row = { sha256, packing, bytes: new Uint8Array(Buffer.from(bytes, "base64")) };
  if (await unpackWhole(row)) return row;
  throw new BackupError(`was altered: content ${sha256} is not what its name says`);
}

/** Gathers rows for one statement. */
function batched<Item>(insert: (rows: readonly Item[]) => Promise<unknown>) {
  let rows: Item[] = [];
  const finish = async () => {
    const full = rows;
    rows = [];
    if (full.length > 0) await insert(full);
  };
  return {
    finish,
    async add(row: Item): Promise<void> {
      rows.push(row);
      if (rows.length >= ROWS) await finish();
    },
  };
}
