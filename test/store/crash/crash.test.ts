import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { createSchema, hasPostgres } from "../../support/postgres.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { change, content, write } from "../changes.ts";
import { findLosses } from "./find-losses.ts";
import { killWriters } from "./kill-writers.ts";

test("what is lost or half there is found", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-crash-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "store.db");
  const store = await openStore({ file });
  onTestFinished(() => store.close());
  const brought = content("brought");
  const writes = [write("k", { original: brought.sha256 }), write("l", 1)];
  await store.change(change({ writes, contents: [brought] }));
  await store.change(change({ id: "d", revision: 1, writes: [write("l", 2)] }));
  const confirmed = new Map([["1", new Set(["c", "d"])]]);
  expect(await findLosses(store, confirmed)).toEqual({ changes: 2, losses: [] });
  const database = new DatabaseSync(file);
  database.exec("delete from records where key = 'l'; delete from changes where id = 'd'; delete from files");
  database.close();
  expect(await findLosses(store, confirmed)).toEqual({
    changes: 1,
    losses: [
      "1: 1 changes make revision 2",
      "1: the records are not what the changes wrote",
      "1: d is lost",
      `1: content ${brought.sha256} is lost`,
    ],
  });
});

// `npm run crash` does it more often.
const stores = [{ store: "SQLite" }, ...(hasPostgres ? [{ store: "PostgreSQL" }] : [])];
test.for(stores)(
  "nothing confirmed is lost and nothing is half there when writers to $store are killed",
  async ({ store }) => {
    const folder = mkdtempSync(path.join(tmpdir(), "yuanwen-crash-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const place = { file: path.join(folder, "store.db"), url: store === "SQLite" ? undefined : await createSchema() };
    const { confirmed, changes, losses } = await killWriters(place, 2);
    expect(losses).toEqual([]);
    expect(confirmed).toBeGreaterThanOrEqual(2);
    expect(changes).toBeGreaterThanOrEqual(confirmed);
  },
);
