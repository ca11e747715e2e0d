import type { StoredRecord } from "../community/change.ts";
import { createPause } from "../pause.ts";
import type { Database } from "./database.ts";
import { findFile } from "./find-file.ts";
import { forgetGuildIn } from "./forget-guild.ts";
import { forgetPersonIn } from "./forget-person.ts";
import { createJobs } from "./jobs.ts";
import { listingGuilds } from "./list-guilds.ts";
import { makeChange } from "./make-change.ts";
import { unpackWhole } from "./pack-content.ts";
import { readChange, readRecord } from "./read-row.ts";
import { earsOf, writeChanged } from "./messages.ts";
import { inBatches } from "./in-batches.ts";
import type { Store } from "./store.ts";
import { oldestUndo, sweepGuild } from "./sweep-guild.ts";
import type { Connected, Writing } from "./tables.ts";

/** A store over either database; both are asked the same. */
export function sqlStore(database: Database): Store {
  return {
    revision: async (guild) => (await database.read((db) => findGuild(db, guild)))?.revision ?? 0,
    read: (guild) => readGuild(database, guild),
    revisions: (guilds) => readRevisions(database, guilds),
    watch: (listener) => database.hear(earsOf(listener)),
    change: (change) =>
      database.write(async (db, maybeDone) => {
        const outcome = await makeChange(change, { db, maybeDone });
        if (outcome.kind === "made") await database.tell(db, writeChanged(change.guild, outcome.revision));
        return outcome;
      }),
    ...reading(database),
    ...listingGuilds(database),
    async noteTended(guild, { revision: tended, due = null }) {
      await database.write((db) => db.updateTable("guilds").set({ tended, due }).where("id", "=", guild).execute());
    },
    async markLeft(guild, at) {
      // Where nothing is kept nothing is made.
      if (!(await database.read((db) => findGuild(db, guild)))) return;
      await database.write((db) =>
        db
          .updateTable("guilds")
          .set({ left_at: at ?? null })
          .where("id", "=", guild)
          .execute(),
      );
    },
    ...forgetting(database),
    connections: database.connections,
    jobs: createJobs(database),
    claims: database.claims,
    close: () => database.close(),
  };
}

function reading(database: Database): Pick<Store, "changes" | "findChange" | "readContent"> {
  return {
    async changes(guild, limit) {
      const rows = await database.read((db) =>
        db
          .selectFrom("changes")
          .selectAll()
          .where("guild", "=", guild)
          .orderBy("revision", "desc")
          .limit(limit)
          .execute(),
      );
      return (rows ?? []).flatMap(readChange);
    },
    async findChange(guild, id) {
      const row = await database.read((db) =>
        db.selectFrom("changes").selectAll().where("guild", "=", guild).where("id", "=", id).executeTakeFirst(),
      );
      return row && readChange(row)[0];
    },
    async readContent(guild, sha256) {
      const row = await database.read((db) => findFile(db, guild, sha256));
      return row && unpackWhole(row);
    },
  };
}

function forgetting(database: Database): Pick<Store, "forgetGuild" | "forgetPerson" | "sweep"> {
  // Of what was forgotten before this process came nothing is known.
  let isErased = false;
  const erase = async () => {
    isErased = await database.erase().then(
      () => true,
      () => false,
    );
  };
  const isKnown = (guild: string) => database.read((db) => findGuild(db, guild));
  /** Nothing is made to forget something in it. */
  const whereKnown = async (guild: string, work: (db: Writing) => Promise<void>) => {
    if (!(await isKnown(guild))) return;
    await database.write(work);
    // It is forgotten; what cannot be erased now is erased by the next sweep.
    await erase();
  };
  return {
    forgetGuild: (guild) =>
      whereKnown(guild, async (db) => {
        await forgetGuildIn(db, guild);
        await database.tell(db, writeChanged(guild, 0));
      }),
    forgetPerson: async (guild, person) => {
      if (person !== "") await whereKnown(guild, (db) => forgetPersonIn(db, guild, person));
    },
    async sweep(guild, olderThan) {
      const oldest = await database.read((db) => oldestUndo(db, guild));
      if (oldest !== undefined && oldest < olderThan) {
        const kept = await database.write((db) => sweepGuild(db, guild, olderThan));
        await erase();
        return kept;
      }
      if (!isErased && (await isKnown(guild))) await erase();
      return oldest;
    },
  };
}

async function findGuild(db: Connected, guild: string): Promise<{ readonly revision: number } | undefined> {
  return db.selectFrom("guilds").select("revision").where("id", "=", guild).executeTakeFirst();
}

async function readRevisions(database: Database, guilds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const revisions = new Map<string, number>();
  for (const batch of inBatches(guilds)) {
    const rows = await database.read((db) =>
      db.selectFrom("guilds").select(["id", "revision"]).where("id", "in", batch).execute(),
    );
    for (const { id, revision } of rows ?? []) revisions.set(id, revision);
  }
  return revisions;
}

/** In one statement, which sees one state in both databases. */
async function readGuild(database: Database, guild: string): ReturnType<Store["read"]> {
  const rows = await database.read((db) =>
    db
      .selectFrom("guilds")
      .leftJoin("records", "records.guild", "guilds.id")
      .select(["revision", "kind", "key", "value"])
      .where("guilds.id", "=", guild)
      .execute(),
  );
  const records: StoredRecord[] = [];
  const pause = createPause();
  for (const { kind, key, value } of rows ?? []) {
    if (kind !== null && key !== null && value !== null) records.push(...readRecord({ kind, key, value }));
    await pause();
  }
  return { revision: rows?.[0]?.revision ?? 0, records };
}
