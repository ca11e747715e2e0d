import type { ClientBase } from "pg";

/** The form of the tables; another one lies beside in a schema of its own, so that old and new processes may run at once. */
export const LAYOUT = 1;
/** By server: what one of them asks touches one part of a table alone. */
const PARTS = 16;
/** Of the lock that one process at a time makes the tables under; any number that others do not use. */
const LAYOUT_LOCK = 0x7975_736c;

/** Tells whether all tables were made. */
export async function areThere(client: Pick<ClientBase, "query">, schema: string): Promise<boolean> {
  const { rows } = await client.query("select to_regclass($1) is not null as there", [`${schema}.ready`]);
  return rows[0]?.there === true;
}

/** Makes what is not there yet. */
export async function makeTables(client: ClientBase, schema: string): Promise<void> {
  if (await areThere(client, schema)) return;
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock($1)", [LAYOUT_LOCK]);
    await client.query(writeTables(schema));
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

function writeTables(schema: string): string {
  const tables = Object.entries(columns).flatMap(([table, text]) => [
    `create table if not exists ${schema}.${table} (${text}) partition by hash (library)`,
    ...Array.from(
      { length: PARTS },
      (_, part) =>
        `create table if not exists ${schema}.${table}_${part} partition of ${schema}.${table}
           for values with (modulus ${PARTS}, remainder ${part})`,
    ),
  ]);
  return [
    `create schema if not exists ${schema}`,
    `create table if not exists ${schema}.libraries (${libraries})`,
    ...tables,
    // What is added waits in a list only until whoever added it has sorted it in.
    `create index if not exists passages_by_key on ${schema}.passages using gin (keys) with (gin_pending_list_limit = 65536)`,
    `create table if not exists ${schema}.ready ()`,
  ].join(";\n");
}

const libraries = `
  number integer generated always as identity primary key,
  name text not null,
  fingerprint text not null,
  has_characters boolean not null,
  generation integer not null default 0,
  places integer not null default 0,
  passages integer not null default 0,
  seen timestamptz not null default now(),
  unique (name, fingerprint)`;

/** Those that are divided, of which each row belongs to a library. */
export const TABLES = ["articles", "parts", "passages"] as const;

const columns: Readonly<Record<(typeof TABLES)[number], string>> = {
  articles: `
    library integer not null,
    key text not null,
    head text not null,
    packed bytea not null,
    first integer not null,
    passages integer not null,
    lengths bytea not null,
    counts bytea not null,
    seen date not null default current_date,
    primary key (library, key)`,
  parts: `
    library integer not null,
    generation integer not null,
    since integer not null,
    size integer not null,
    part bytea not null,
    made timestamptz not null default now(),
    primary key (library, generation)`,
  passages: `
    library integer not null,
    place integer not null,
    keys bigint[] not null,
    primary key (library, place)`,
};
