import pg from "pg";

/** In milliseconds: nobody waits longer for a server that does not answer. */
const PATIENCE = 2000;
/** Longer than the server itself is given, which tells why. */
const DEAF = PATIENCE + 500;
/** In milliseconds: nothing that nobody waits for takes longer, and what stands still is no reason to hold a state for ever. */
const UNHURRIED = 10 * 60 * 1000;
/** Connections of one process where nobody says otherwise; what it asks takes a few milliseconds each. */
const MOST = 5;
/** int8, which is a string otherwise; ours are times and counts. */
const { INT8 } = pg.types.builtins;

export interface PoolOptions {
  /** Whether somebody waits for what is asked. */
  readonly isHurried: boolean;
  /** So many connections at once. */
  readonly most?: number | undefined;
}

export function createPool(url: string, { isHurried, most = MOST }: PoolOptions): pg.Pool {
  const limits = isHurried
    ? { statement_timeout: PATIENCE, query_timeout: DEAF, idle_in_transaction_session_timeout: 5 * PATIENCE }
    : {
        statement_timeout: UNHURRIED,
        query_timeout: UNHURRIED + DEAF,
        idle_in_transaction_session_timeout: UNHURRIED,
      };
  const pool = new pg.Pool({
    ...commonTo(url),
    max: most,
    lock_timeout: PATIENCE / 3,
    ...limits,
    allowExitOnIdle: true,
    types: { getTypeParser: (id, format) => (id === INT8 ? Number : pg.types.getTypeParser(id, format)) },
  });
  // A connection that nobody uses was lost: the next one is made anew.
  pool.on("error", () => {});
  return pool;
}

/** Makes the one connection that a process listens on. */
export function createListener(url: string): pg.Client {
  return new pg.Client({ ...commonTo(url), application_name: "yuanwen listening" });
}

function commonTo(url: string) {
  return {
    connectionString: url,
    connectionTimeoutMillis: PATIENCE,
    keepAlive: true,
    application_name: "yuanwen",
  };
}
