import type { ClientBase, Pool, QueryConfig } from "pg";
import { z } from "zod";
import { attempt } from "../../store/attempt.ts";
import { createPool } from "../../store/postgres/create-pool.ts";
import { explainPostgresError } from "../../store/postgres/explain-postgres-error.ts";
import { noteSilence } from "../../store/postgres/note-silence.ts";
import { twiceIfLost, withoutSecrets } from "../../store/postgres/postgres-database.ts";
import { areThere, LAYOUT, makeTables } from "./layout.ts";

/** Where the indexes lie, beside what a store keeps on the same server. */
export interface SearchConnection {
  readonly schema: string;
  /**
   * Tells whether anything was ever kept there; all else makes the tables where they are lacking.
   *
   * @throws StoreError
   */
  isThere(): Promise<boolean>;
  /**
   * Reads in a moment.
   *
   * @throws StoreError
   */
  read<Row>(row: z.ZodType<Row>, query: QueryConfig): Promise<readonly Row[]>;
  /**
   * Reads several things as of one moment.
   *
   * @throws StoreError
   */
  readAll<Result>(work: (query: Query) => Promise<Result>): Promise<Result>;
  /**
   * Has a connection to itself that is given as long as it takes.
   *
   * @throws StoreError
   */
  alone<Result>(work: (query: Query) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Asks over one connection. */
export type Query = <Row>(row: z.ZodType<Row>, query: QueryConfig) => Promise<readonly Row[]>;

/** Of what gives no rows. */
export const noRow = z.unknown();

/**
 * A table that was never looked at is guessed to be small, and to read one as a whole for each term takes seconds; compiling
 * what takes a millisecond takes a hundred; a plan that fits all libraries locks the parts of all.
 */
const SETTINGS = ["enable_seqscan=off", "jit=off", "plan_cache_mode=force_custom_plan"];
/** Where nobody waits, what the server itself tidies up meanwhile is waited for, and sorting is given room. */
const UNHURRIED = "set lock_timeout = 0; set maintenance_work_mem = '128MB'";

/** @param name of the schema; the number of the tables' layout is put behind it. */
export function connectSearch(url: string, name = "yuanwen_search"): SearchConnection {
  const schema = `${name}_${LAYOUT}`;
  const place = withoutSecrets(url);
  const pool = poolOf(url, true);
  const silence = noteSilence();
  const explain = (error: unknown) => explainPostgresError(error, place);
  const again = <Result>(work: () => Promise<Result>) =>
    silence.around(() => attempt(() => twiceIfLost(work), explain));
  let isReady = false;
  const prepare = async (): Promise<void> => {
    if (!isReady) await using(pool, (client) => makeTables(client, schema));
    isReady = true;
  };
  return {
    schema,
    isThere: () => again(async () => isReady || areThere(pool, schema)),
    read: (row, query) =>
      again(async () => {
        await prepare();
        const { rows } = await pool.query(query);
        return z.array(row).parse(rows);
      }),
    readAll: (work) =>
      again(async () => {
        await prepare();
        return using(pool, (client) =>
          inTransaction(client, "start transaction isolation level repeatable read read only", work),
        );
      }),
    async alone(work) {
      await again(prepare);
      const own = poolOf(url, false);
      try {
        const begin = async (client: ClientBase) => {
          await client.query(UNHURRIED);
          return work(queryOf(client));
        };
        return await attempt(() => using(own, begin), explain, 0);
      } finally {
        await own.end();
      }
    },
    close: () => pool.end(),
  };
}

function poolOf(url: string, isHurried: boolean): Pool {
  const address = new URL(url);
  const given = address.searchParams.getAll("options");
  address.searchParams.set("options", [...given, ...SETTINGS.map((setting) => `-c ${setting}`)].join(" "));
  return createPool(address.href, { isHurried });
}

function queryOf(client: ClientBase): Query {
  return async (row, query) => {
    const { rows } = await client.query(query);
    return z.array(row).parse(rows);
  };
}

async function inTransaction<Result>(
  client: ClientBase,
  begin: string,
  work: (query: Query) => Promise<Result>,
): Promise<Result> {
  await client.query(begin);
  try {
    const result = await work(queryOf(client));
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

function ignore(): void {}

/** A connection on which something went wrong is never used again. */
async function using<Result>(pool: Pool, work: (client: ClientBase) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  // Between two queries nobody else listens, and an error that nobody hears ends the process.
  client.on("error", ignore);
  let isBroken = true;
  try {
    const result = await work(client);
    isBroken = false;
    return result;
  } finally {
    client.off("error", ignore);
    client.release(isBroken);
  }
}
