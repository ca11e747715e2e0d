import type { StoredRecord } from "../community/change.ts";
import { createPause } from "../pause.ts";
import type { Database } from "./database.ts";
import { forgetGuildIn } from "./forget-guild.ts";
import { forgetPersonIn } from "./forget-person.ts";
import { makeChange } from "./make-change.ts";
import { unpackWhole } from "./pack-content.ts";
import { readChange, readRecord } from "./read-row.ts";
import type { Store } from "./store.ts";
import { sweepGuild } from "./sweep-guild.ts";
import type { Connected, Writing } from "./tables.ts";

/** A store over either database; both are asked the same. */
export function sqlStore(database: Database): Store {
  return {
    revision: async (guild) => (await database.read((db) => findGuild(db, guild)))?.revision ?? 0,
    read: (guild) => readGuild(database, guild),
    change: (change) => database.write((db, maybeDone) => makeChange(change, { db, maybeDone })),
    ...reading(database),
    async guilds() {
      const rows = (await database.read((db) => db.selectFrom("guilds").selectAll().execute())) ?? [];
      return rows.map(({ id, revision, left_at }) => ({
        id,
        revision,
        ...(left_at === null ? {} : { left: left_at }),
      }));
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
      const row = await database.read((db) =>
        db
          .selectFrom("uses")
          .innerJoin("contents", "contents.sha256", "uses.sha256")
          .select(["contents.sha256", "packing", "bytes"])
          .where("uses.guild", "=", guild)
          .where("uses.sha256", "=", sha256)
          .executeTakeFirst(),
      );
      return row && unpackWhole(row);
    },
  };
}

function forgetting(database: Database): Pick<Store, "forgetGuild" | "forgetPerson" | "sweep"> {
  /** Nothing is made to forget something in it. */
  const whereKnown = async (guild: string, work: (db: Writing) => Promise<void>) => {
    if (!(await database.read((db) => findGuild(db, guild)))) return;
    await database.write(work);
    // It is forgotten; what cannot be erased now is erased by the next sweep.
    await database.erase().catch(() => {});
  };
  return {
    forgetGuild: (guild) => whereKnown(guild, (db) => forgetGuildIn(db, guild)),
    forgetPerson: async (guild, person) => {
      if (person !== "") await whereKnown(guild, (db) => forgetPersonIn(db, guild, person));
    },
    sweep: (guild, olderThan) => whereKnown(guild, (db) => sweepGuild(db, guild, olderThan)),
  };
}

async function findGuild(db: Connected, guild: string): Promise<{ readonly revision: number } | undefined> {
  return db.selectFrom("guilds").select("revision").where("id", "=", guild).executeTakeFirst();
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
