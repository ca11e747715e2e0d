import { type RawBuilder, sql } from "kysely";
import { createPartitions } from "./create-partitions.ts";
import type { Connected } from "../../tables.ts";
import type { ColumnTypes } from "../migration.ts";

/** So many servers are copied in one transaction. */
const GUILDS = 200;
/** So few may be left for the moment in which everybody waits. */
const FEW = 50;
/** Where others touch more than can be copied, the rest is left all the same. */
const ROUNDS = 20;
/** Older tables with the column that names the server. */
const older = { guilds: "id", records: "guild", changes: "guild", uses: "guild" };

/** Copies all servers into partitions while others go on writing: what they touch is noted, and copied again. */
export async function copyAhead(db: Connected, types: ColumnTypes): Promise<void> {
  if (!(await isCopied(db))) await db.transaction().execute((writing) => begin(writing, types));
  while (await copyNext(db));
  for (let round = 0; round < ROUNDS; round += 1) if ((await copyTouched(db)) <= FEW) return;
}

/** Tells whether copying has begun. */
export async function isCopied(db: Connected): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('moving') is not null as there`.execute(db);
  return rows[0]?.there === true;
}

/** Puts the partitions in place of the older tables, for which everybody waits. */
export async function finishCopy(db: Connected, types: ColumnTypes): Promise<void> {
  await sql`lock table guilds, records, changes, contents, uses in access exclusive mode`.execute(db);
  if (!(await isCopied(db))) await begin(db, types);
  const { rows } = await sql<{ guild: string }>`select distinct guild from touched`.execute(db);
  for (const guilds of batches(rows.map(({ guild }) => guild))) await copyAgain(db, guilds);
  await db.schema.dropTable("touched").execute();
  await db.schema.dropTable("moving").execute();
  for (const table of ["uses", "changes", "records", "guilds"]) {
    await sql`drop trigger note_touched on ${sql.table(table)}`.execute(db);
  }
  await sql`drop function note_touched()`.execute(db);
  await sql`alter table uses drop constraint uses_guild_fkey`.execute(db);
  for (const table of ["changes", "records", "guilds"]) await db.schema.dropTable(table).execute();
  for (const table of ["guilds", "records", "changes"]) {
    await db.schema.alterTable(`new_${table}`).renameTo(table).execute();
  }
}

async function begin(db: Connected, types: ColumnTypes): Promise<void> {
  await createPartitions(db, types);
  await sql`create table touched (guild text not null)`.execute(db);
  // How far it came.
  await sql`create table moving (guild text not null)`.execute(db);
  await sql`insert into moving (guild) values ('')`.execute(db);
  await sql`create function note_touched() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        insert into touched (guild) values (to_jsonb(old) ->> tg_argv[0]);
      else
        insert into touched (guild) values (to_jsonb(new) ->> tg_argv[0]);
      end if;
      return null;
    end $$`.execute(db);
  for (const [table, key] of Object.entries(older)) {
    await sql`create trigger note_touched after insert or update or delete on ${sql.table(table)}
      for each row execute function note_touched(${sql.lit(key)})`.execute(db);
  }
}

/** Copies some servers more; gives whether there were any. */
async function copyNext(db: Connected): Promise<boolean> {
  return inOneState(db, async (writing) => {
    const { rows } = await sql<{ id: string }>`
      select id from guilds where id > (select guild from moving) order by id limit ${GUILDS}`.execute(writing);
    const last = rows.at(-1)?.id;
    if (last === undefined) return false;
    await copy(writing, (key) => sql`${sql.ref(key)} > (select guild from moving) and ${sql.ref(key)} <= ${last}`);
    await sql`update moving set guild = ${last}`.execute(writing);
    return true;
  });
}

/** Gives how many servers were copied again. */
async function copyTouched(db: Connected): Promise<number> {
  return inOneState(db, async (writing) => {
    const { rows } = await sql<{ guild: string }>`select distinct guild from touched limit ${GUILDS}`.execute(writing);
    const guilds = rows.map(({ guild }) => guild);
    // Others only add to it.
    if (guilds.length > 0) await sql`delete from touched where guild in (${sql.join(guilds)})`.execute(writing);
    for (const batch of batches(guilds)) await copyAgain(writing, batch);
    return guilds.length;
  });
}

async function copyAgain(db: Connected, guilds: readonly string[]): Promise<void> {
  const among = (key: string) => sql`${sql.ref(key)} in (${sql.join(guilds)})`;
  for (const table of ["files", "new_changes", "new_records"]) {
    await sql`delete from ${sql.table(table)} where ${among("guild")}`.execute(db);
  }
  await sql`delete from new_guilds where ${among("id")}`.execute(db);
  await copy(db, among);
}

async function copy(db: Connected, among: (key: string) => RawBuilder<unknown>): Promise<void> {
  await sql`insert into new_guilds (id, revision, left_at)
    select id, revision, left_at from guilds where ${among("id")}`.execute(db);
  await sql`insert into new_records (guild, kind, key, value)
    select guild, kind, key, value from records where ${among("guild")}`.execute(db);
  await sql`insert into new_changes (guild, id, revision, person, at, name, subject, writes)
    select guild, id, revision, person, at, name, subject, writes from changes where ${among("guild")}`.execute(db);
  await sql`insert into files (guild, sha256, packing, bytes)
    select guild, sha256, packing, bytes from uses join contents using (sha256) where ${among("guild")}`.execute(db);
}

/** A server and what it has are copied as of one moment. */
function inOneState<Result>(db: Connected, work: (db: Connected) => Promise<Result>): Promise<Result> {
  return db.transaction().setIsolationLevel("repeatable read").execute(work);
}

function* batches(guilds: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < guilds.length; from += GUILDS) yield guilds.slice(from, from + GUILDS);
}
