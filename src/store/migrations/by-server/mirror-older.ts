import { sql } from "kysely";
import type { Connected } from "../../tables.ts";

/**
 * Keeps `contents` and `uses` as programs of layout 1 know them, and `files`, alike: whoever runs during an upgrade reads what the
 * others wrote. What one trigger writes starts no other.
 */
export async function mirrorOlder(db: Connected): Promise<void> {
  await sql`create function older_from_files() returns trigger language plpgsql as $$
    begin
      if pg_trigger_depth() > 1 then return null; end if;
      if tg_op = 'DELETE' then
        delete from uses where guild = old.guild and sha256 = old.sha256;
        delete from contents where sha256 = old.sha256 and not exists (select from uses where sha256 = old.sha256);
      else
        insert into contents (sha256, packing, bytes) values (new.sha256, new.packing, new.bytes)
          on conflict (sha256) do update set packing = excluded.packing, bytes = excluded.bytes;
        insert into uses (guild, sha256) values (new.guild, new.sha256) on conflict (guild, sha256) do nothing;
      end if;
      return null;
    end $$`.execute(db);
  await sql`create function files_from_older() returns trigger language plpgsql as $$
    begin
      if pg_trigger_depth() > 1 then return null; end if;
      if tg_table_name = 'contents' then
        update files set packing = new.packing, bytes = new.bytes
          from uses where uses.sha256 = new.sha256 and files.guild = uses.guild and files.sha256 = uses.sha256;
      elsif tg_op = 'DELETE' then
        delete from files where guild = old.guild and sha256 = old.sha256;
      else
        insert into files (guild, sha256, packing, bytes)
          select new.guild, sha256, packing, bytes from contents where sha256 = new.sha256
          on conflict (guild, sha256) do update set packing = excluded.packing, bytes = excluded.bytes;
      end if;
      return null;
    end $$`.execute(db);
  await sql`create trigger older_from_files after insert or update or delete on files
    for each row execute function older_from_files()`.execute(db);
  await sql`create trigger files_from_older after insert or delete on uses
    for each row execute function files_from_older()`.execute(db);
  await sql`create trigger files_from_older after update on contents
    for each row execute function files_from_older()`.execute(db);
}

/** Drops what only programs of layout 1 read; does nothing where that was done. */
export async function dropOlder(db: Connected): Promise<void> {
  await sql`drop trigger if exists older_from_files on files`.execute(db);
  await db.schema.dropTable("uses").ifExists().execute();
  await db.schema.dropTable("contents").ifExists().execute();
  await sql`drop function if exists older_from_files()`.execute(db);
  await sql`drop function if exists files_from_older()`.execute(db);
}
