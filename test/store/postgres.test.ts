import { describe, onTestFinished } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { explainPostgresError } from "../../src/store/postgres/explain-postgres-error.ts";
import { connectPostgres, postgresEngine } from "../../src/store/postgres/postgres-database.ts";
import { ask, createSchema, hasPostgres } from "../support/postgres.ts";
import { describeJobs } from "./jobs.ts";
import { describeLayouts } from "./layouts.ts";

describe.skipIf(!hasPostgres)("the layout of a PostgreSQL server", () => {
  describeLayouts("postgres", {
    engine: postgresEngine("server"),
    place: async () => ({ url: await createSchema(), file: "" }),
    run: ({ url }, statements) => ask(statements, url),
    connect: ({ url = "" }) => connectPostgres(url, { isHurried: true }),
    explain: (error) => explainPostgresError(error, "server"),
  });
});

describe.skipIf(!hasPostgres)("a store on a PostgreSQL server", () => {
  // What holds for every store is in partitions.test.ts, where each statement is looked at too.
  describeJobs(open);
});

async function open() {
  const place = { url: await createSchema(), file: "" };
  const [store, other] = [await openStore(place), await openStore(place)];
  onTestFinished(async () => {
    await store.close();
    await other.close();
  });
  return { store, other };
}
