import { createHash } from "node:crypto";
import { once } from "node:events";
import { createGzip } from "node:zlib";
import type { Database } from "../database.ts";
import { unpackWhole } from "../pack-content.ts";
import type { Writing } from "../tables.ts";
import { type BackupCounts, BackupError, type BackupLine, FORMAT } from "./backup-line.ts";

/** So many changes are read at once: each has what it wrote with it. */
const ROWS = 200;

export interface BackupTarget {
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly write: (bytes: Uint8Array) => Promise<void>;
}

/** Writes all that is kept, as of one moment, in a form that every database reads: lines of JSON, packed by gzip. */
export async function writeBackup(database: Database, target: BackupTarget): Promise<BackupCounts> {
  const gzip = createGzip();
  const sent = send(gzip, target.write);
  try {
    const counts = await database.readAll((db) => writeLines(db, { at: target.at, write: lineWriter(gzip, sent) }));
    if (!counts) throw new BackupError(`nothing is kept at ${database.place} yet`);
    gzip.end();
    await sent;
    return counts;
  } catch (error) {
    gzip.destroy();
    await sent.catch(() => {});
    throw error;
  }
}

async function send(gzip: AsyncIterable<Uint8Array>, write: BackupTarget["write"]): Promise<void> {
  for await (const bytes of gzip) await write(bytes);
}

/** Waits where the file is slower than the database. */
function lineWriter(gzip: ReturnType<typeof createGzip>, sent: Promise<void>) {
  return async (line: string): Promise<void> => {
    if (!gzip.write(line)) await Promise.race([once(gzip, "drain"), sent]);
  };
}

interface Lines {
  readonly at: number;
  readonly write: (line: string) => Promise<void>;
}

async function writeLines(db: Writing, { at, write }: Lines): Promise<BackupCounts> {
  const hash = createHash("sha256");
  let lines = 0;
  const put = async (line: unknown) => {
    const written = `${JSON.stringify(line)}\n`;
    lines += 1;
    hash.update(written);
    await write(written);
  };
  await put({ backup: "yuanwen", format: FORMAT, at });
  const counts = await putRows(db, put);
  await write(`${JSON.stringify({ end: { lines, sha256: hash.digest("hex") } })}\n`);
  return counts;
}

async function putRows(db: Writing, put: (line: BackupLine) => Promise<void>): Promise<BackupCounts> {
  const guilds = await db.selectFrom("guilds").selectAll().orderBy("id").execute();
  for (const guild of guilds) await put({ guild });
  const contents = await putContents(db, put);
  const counts = { guilds: guilds.length, records: 0, changes: 0, contents: contents.size };
  for (const { id } of guilds) {
    const records = await db
      .selectFrom("records")
      .selectAll()
      .where("guild", "=", id)
      .orderBy("kind")
      .orderBy("key")
      .execute();
    for (const record of records) await put({ record });
    counts.records += records.length;
    counts.changes += await putChanges(db, id, put);
    const uses = await db.selectFrom("uses").selectAll().where("guild", "=", id).orderBy("sha256").execute();
    for (const use of uses) if (contents.has(use.sha256)) await put({ use });
  }
  return counts;
}

/** Gives the names of those that are whole: what was damaged is nobody's any more, and nothing would be restored with it. */
async function putContents(db: Writing, put: (line: BackupLine) => Promise<void>): Promise<ReadonlySet<string>> {
  const names = await db.selectFrom("contents").select("sha256").orderBy("sha256").execute();
  const whole = new Set<string>();
  for (const { sha256 } of names) {
    const row = await db.selectFrom("contents").selectAll().where("sha256", "=", sha256).executeTakeFirstOrThrow();
    if (!(await unpackWhole(row))) continue;
    whole.add(sha256);
    await put({ content: { sha256, packing: row.packing, bytes: Buffer.from(row.bytes).toString("base64") } });
  }
  return whole;
}

async function putChanges(db: Writing, guild: string, put: (line: BackupLine) => Promise<void>): Promise<number> {
  let last = -1;
  for (let count = 0; ;) {
    const changes = await db
      .selectFrom("changes")
      .selectAll()
      .where("guild", "=", guild)
      .where("revision", ">", last)
      .orderBy("revision")
      .limit(ROWS)
      .execute();
    for (const change of changes) await put({ change });
    count += changes.length;
    last = changes.at(-1)?.revision ?? last;
    if (changes.length < ROWS) return count;
  }
}
