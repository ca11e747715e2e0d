import { randomUUID } from "node:crypto";
import pg from "pg";
import { z } from "zod";
import { type BareEngine, inBatches } from "./bare-engine.ts";

interface Kind {
  readonly index: string;
  readonly order: string;
}

const kinds = {
  ts_rank: { index: "gin (terms)", order: "ts_rank(terms, asked) desc" },
  ts_rank_cd: { index: "gin (terms)", order: "ts_rank_cd(terms, asked) desc" },
  /** The extension of Debian's package `postgresql-15-rum`, which finds the best without looking at all that match. */
  RUM: { index: "rum (terms rum_tsvector_ops)", order: "terms <=> asked" },
} as const satisfies Readonly<Record<string, Kind>>;

const rowsSchema = z.array(z.object({ place: z.number() }));
const bytesSchema = z.array(z.object({ bytes: z.coerce.number() }));

/** A table with a full-text index; the best come first by what PostgreSQL has for that. */
export async function barePostgres(url: string, kind: keyof typeof kinds): Promise<BareEngine> {
  const { index, order } = kinds[kind];
  const table = `bare_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  if (kind === "RUM") await client.query("create extension if not exists rum");
  await client.query("set jit = off");
  await client.query(`create table ${table} (place integer not null, terms tsvector not null)`);
  let place = 0;
  let isIndexed = false;
  return {
    name: `PostgreSQL ${kind === "RUM" ? kind : `GIN, ${kind}`}`,
    async index(passages) {
      for await (const some of inBatches(passages)) {
        await client.query(
          `insert into ${table} select $1::integer + nth - 1, terms::tsvector from unnest($2::text[]) with ordinality as added(terms, nth)`,
          [place, some.map(writeVector)],
        );
        place += some.length;
      }
      if (!isIndexed) await client.query(`create index on ${table} using ${index}`);
      isIndexed = true;
      await client.query(`vacuum analyze ${table}`);
    },
    async search(terms, limit) {
      if (terms.length === 0) return [];
      const { rows } = await client.query({
        name: "search",
        text: `select place from ${table}, cast($1 as tsquery) as asked where terms @@ asked order by ${order} limit $2`,
        values: [terms.map(quote).join(" | "), limit],
      });
      return rowsSchema.parse(rows).map((row) => row.place);
    },
    async bytes() {
      const { rows } = await client.query(`select pg_total_relation_size('${table}')::text as bytes`);
      return bytesSchema.parse(rows)[0]?.bytes ?? 0;
    },
    async close() {
      await client.query(`drop table ${table}`);
      await client.end();
    },
  };
}

/** Each term with the places where it stands, by which it is counted. */
function writeVector(terms: readonly string[]): string {
  const places = Map.groupBy(terms.keys(), (at) => terms[at] ?? "");
  return [...places].map(([term, at]) => `${quote(term)}:${at.map((each) => each + 1).join(",")}`).join(" ");
}

function quote(term: string): string {
  return `'${term.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
