import { randomUUID } from "node:crypto";
import pg from "pg";
import { describe, onTestFinished } from "vitest";

const server = process.env["TEST_DATABASE_URL"];

/** Describes what needs a PostgreSQL server; says so where there is none, and fails where it must not be skipped. */
export function describePostgres(name: string, tests: () => void): void {
  if (server !== undefined) {
    describe(name, tests);
    return;
  }
  const line = "skipped: no PostgreSQL; .ci/with-postgres npm test, or set TEST_DATABASE_URL";
  if (process.env["REQUIRE_POSTGRES"] === "1") throw new Error(line.replace("skipped", "required"));
  process.stderr.write(`${name} ${line}\n`);
  describe.skip(name, tests);
}

/** Makes a schema of the test's own in the server's database; the address leads into it. */
export async function createSchema(): Promise<string> {
  const schema = `test_${randomUUID().replaceAll("-", "")}`;
  await ask(`create schema ${schema}`);
  onTestFinished(() => ask(`drop schema ${schema} cascade`));
  const url = new URL(server ?? "");
  url.searchParams.set("options", `-c search_path=${schema}`);
  return url.href;
}

/** Runs statements on the server, by the side of the store. */
export async function ask(text: string, url = server): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
