import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { describe, onTestFinished } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { sqliteEngine } from "../../src/store/sqlite/connect-sqlite.ts";
import { explainSqliteError } from "../../src/store/sqlite/explain-sqlite-error.ts";
import { nodeSqliteDialect } from "../../src/store/sqlite/node-sqlite-dialect.ts";
import type { Tables } from "../../src/store/tables.ts";
import { describeStore } from "./contract.ts";
import { describeJobs } from "./jobs.ts";
import { describeLayouts } from "./layouts.ts";

describe("the layout of a SQLite file", () => {
  describeLayouts("sqlite", {
    engine: sqliteEngine("store.db"),
    place: async () => ({ file: path.join(newFolder(), "store.db") }),
    run: async ({ file }, statements) => {
      const database = new DatabaseSync(file);
      database.exec(statements);
      database.close();
    },
    connect: ({ file }) => new Kysely<Tables>({ dialect: nodeSqliteDialect(new DatabaseSync(file, { timeout: 5 })) }),
    explain: (error) => explainSqliteError(error, "store.db"),
  });
});

describe("a store in a SQLite file", () => {
  describeStore(open);
  describeJobs(open);
});

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function open() {
  const file = path.join(newFolder(), "new", "store.db");
  const [store, other] = [await openStore({ file }), await openStore({ file })];
  onTestFinished(async () => {
    await store.close();
    await other.close();
  });
  return { store, other };
}
