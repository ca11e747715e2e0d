import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createSchema, hasPostgres } from "../../support/postgres.ts";
import { killWriters } from "./kill-writers.ts";

// `npm run crash` does it more often.
const stores = [{ store: "SQLite" }, ...(hasPostgres ? [{ store: "PostgreSQL" }] : [])];
test.for(stores)(
  "nothing confirmed is lost and nothing is half there when writers to $store are killed",
  async ({ store }) => {
    const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-crash-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const place = { file: path.join(folder, "store.db"), url: store === "SQLite" ? undefined : await createSchema() };
    const { confirmed, changes, losses } = await killWriters(place, 4);
    expect(losses).toEqual([]);
    expect(confirmed).toBeGreaterThanOrEqual(4);
    expect(changes).toBeGreaterThanOrEqual(confirmed);
  },
);
