import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from "kysely";
import type { Pool } from "pg";
import { tellStatement } from "../statements.ts";
import { isAnswer } from "./explain-postgres-error.ts";

/**
 * Lets kysely use a pool of connections as its own dialect does, but for one thing: a connection that broke off in the middle,
 * or whose answer was not waited for, is never used again.
 */
export function nodePostgresDialect(pool: Pool): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => createDriver(pool),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

function createDriver(pool: Pool): Driver {
  const releases = new WeakMap<DatabaseConnection, () => void>();
  return {
    init: async () => {},
    async acquireConnection() {
      const { connection, release } = await acquire(pool);
      releases.set(connection, release);
      return connection;
    },
    beginTransaction: (connection, settings) => run(connection, writeBegin(settings)),
    commitTransaction: (connection) => run(connection, "commit"),
    // Where the connection broke, the server has rolled back; to ask for it again would hide why.
    rollbackTransaction: (connection) => run(connection, "rollback").catch(() => {}),
    releaseConnection: async (connection) => releases.get(connection)?.(),
    destroy: () => pool.end(),
  };
}

async function run(connection: DatabaseConnection, text: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(text));
}

function writeBegin({ isolationLevel, accessMode }: TransactionSettings): string {
  return ["start transaction", isolationLevel ? `isolation level ${isolationLevel}` : "", accessMode ?? ""].join(" ");
}

async function acquire(pool: Pool) {
  const client = await pool.connect();
  let isBroken = false;
  // Between two queries nobody else listens, and an error that nobody hears ends the process.
  const noteBroken = () => {
    isBroken = true;
  };
  client.on("error", noteBroken);
  const connection: DatabaseConnection = {
    async executeQuery({ sql, parameters }) {
      if (isBroken) throw new Error("Connection terminated");
      tellStatement({ sql, parameters });
      try {
        const { rows, rowCount } = await client.query(sql, [...parameters]);
        return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
      } catch (error) {
        if (!isAnswer(error)) isBroken = true;
        throw error;
      }
    },
    streamQuery() {
      throw new Error("nothing is read by and by here");
    },
  };
  const release = () => {
    client.off("error", noteBroken);
    client.release(isBroken);
  };
  return { connection, release };
}
