import { randomUUID } from "node:crypto";
import pg from "pg";
import { onTestFinished } from "vitest";

const server = process.env["TEST_DATABASE_URL"];

/** Whether there is a PostgreSQL server to test with; says so where there is none, and fails where that must not be. */
export const hasPostgres = lookForServer();

function lookForServer(): boolean {
  if (server !== undefined) return true;
  const line = "tests skipped: no PostgreSQL; .ci/with-postgres npm test, or set TEST_DATABASE_URL";
  if (process.env["REQUIRE_POSTGRES"] === "1") throw new Error(line.replace("skipped", "required"));
  if (process.env["VITEST"] !== undefined) process.stderr.write(`${line}\n`);
  return false;
}

/** Makes a schema of the test's own in the server's database; the address leads into it. */
export async function createSchema(): Promise<string> {
  const { url, drop } = await makeSchema();
  onTestFinished(drop);
  return url;
}

/** Makes a schema for as long as it is wanted; ends a script with 2 and one line where there is no server. */
export async function makeSchema() {
  if (!hasPostgres) {
    console.error("no PostgreSQL: .ci/with-postgres starts one for a command, or TEST_DATABASE_URL names one");
    process.exit(2);
  }
  const schema = `test_${randomUUID().replaceAll("-", "")}`;
  await ask(`create schema ${schema}`);
  const url = new URL(server ?? "");
  url.searchParams.set("options", `-c search_path=${schema}`);
  return { url: url.href, drop: () => ask(`drop schema ${schema} cascade`) };
}

/** Runs statements on the server, by the side of the store. */
export async function ask(text: string, url = server): Promise<void> {
  await query(text, url);
}

/** Asks the server something, by the side of the store. */
export async function query(text: string, url = server): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
