import { createHash } from "node:crypto";
import { once } from "node:events";
import { createGzip } from "node:zlib";
import type { Database } from "../database.ts";
import { findFile } from "../find-file.ts";
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

type Put = (line: BackupLine) => Promise<void>;

/** Server by server; a content that several have stands once, before the first use of it. */
async function putRows(db: Writing, put: Put): Promise<BackupCounts> {
  const counts = { guilds: 0, records: 0, changes: 0 };
  const contents = new Set<string>();
  let last = "";
  for (;;) {
    const guilds = await db
      .selectFrom("guilds")
      .select(["id", "revision", "left_at"])
      .where("id", ">", last)
      .orderBy("id")
      .limit(ROWS)
      .execute();
    for (const guild of guilds) {
      await put({ guild });
      counts.records += await putRecords(db, guild.id, put);
      counts.changes += await putChanges(db, guild.id, put);
      await putFiles({ db, guild: guild.id, contents }, put);
    }
    counts.guilds += guilds.length;
    last = guilds.at(-1)?.id ?? last;
    if (guilds.length < ROWS) return { ...counts, contents: contents.size };
  }
}

async function putRecords(db: Writing, guild: string, put: Put): Promise<number> {
  const records = await db
    .selectFrom("records")
    .selectAll()
    .where("guild", "=", guild)
    .orderBy("kind")
    .orderBy("key")
    .execute();
  for (const record of records) await put({ record });
  return records.length;
}

interface Files {
  readonly db: Writing;
  readonly guild: string;
  /** The names of those that stand in the backup already. */
  readonly contents: Set<string>;
}

/** Leaves out what was damaged: it is nobody's any more, and nothing would be restored with it. */
async function putFiles({ db, guild, contents }: Files, put: Put): Promise<void> {
  const names = await db.selectFrom("files").select("sha256").where("guild", "=", guild).orderBy("sha256").execute();
  for (const { sha256 } of names) {
    if (!contents.has(sha256)) {
      const row = await findFile(db, guild, sha256);
      if (!row || !(await unpackWhole(row))) continue;
      const bytes = Buffer.from(row.bytes).toString("base64");
      await put({ content: { sha256, packing: row.packing, bytes } });
      contents.add(sha256);
    }
    await put({ use: { guild, sha256 } });
  }
}

async function putChanges(db: Writing, guild: string, put: Put): Promise<number> {
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
